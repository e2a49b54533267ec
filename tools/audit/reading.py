"""What an audit says: which of the pinned packages were looked up, what was found, and what is borne for a time."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

_PIN: Final = re.compile(r"^([A-Za-z0-9][\w.-]{0,99})==", re.MULTILINE)


class _Read(BaseModel):
    """Part of pip-audit's JSON; what else it holds is passed over."""

    model_config = ConfigDict(frozen=True)


class Weakness(_Read):
    """One known weakness of a version."""

    id: str
    aliases: tuple[str, ...] = ()
    fix_versions: tuple[str, ...] = ()


class Package(_Read):
    """A package that was looked up, or the reason why not."""

    name: str
    version: str | None = None
    skip_reason: str | None = None
    vulns: tuple[Weakness, ...] = ()


class Looked(_Read):
    """All that pip-audit says."""

    dependencies: tuple[Package, ...]


class Waiver(BaseModel):
    """A weakness that is known and borne until a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    package: str
    reason: str = Field(min_length=10)
    until: date


class _Waivers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class Audit:
    """What came of it, in sentences; all empty but `audited` is what one hopes for."""

    audited: tuple[str, ...]
    not_audited: tuple[str, ...]
    """Pinned, and not known to the service or not asked for."""
    found: tuple[str, ...]
    stale: tuple[str, ...]
    """Waivers whose day is over, or whose weakness was not found."""


def pinned(lock: str) -> frozenset[str]:
    """The names of the packages that a lock file pins, in its text."""
    return frozenset(name.lower() for name in _PIN.findall(lock))


def waivers_in(path: Path) -> tuple[Waiver, ...]:
    """Read the waivers. Raises ValidationError for one that lacks its reason or day."""
    return _Waivers.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).waivers


def audit_of(looked: Looked, pins: frozenset[str], waivers: Sequence[Waiver], today: date) -> Audit:
    """Compare what was looked up with what is pinned, and what was found with what is borne."""
    audited = {one.name.lower() for one in looked.dependencies if one.skip_reason is None}
    found = [(one, weak) for one in looked.dependencies for weak in one.vulns]
    borne = [waiver for waiver in waivers if waiver.until >= today]
    return Audit(
        audited=tuple(sorted(pins & audited)),
        not_audited=tuple(sorted(pins - audited)),
        found=tuple(_told(*pair) for pair in found if not any(_is_of(waiver, *pair) for waiver in borne)),
        stale=tuple(
            f"{waiver.package}: {waiver.id}: {'its day is over' if waiver not in borne else 'not found any more'}"
            for waiver in waivers
            if waiver not in borne or not any(_is_of(waiver, *pair) for pair in found)
        ),
    )


def _is_of(waiver: Waiver, package: Package, weakness: Weakness) -> bool:
    return waiver.package == package.name and waiver.id in (weakness.id, *weakness.aliases)


def _told(package: Package, weakness: Weakness) -> str:
    mended = f"mended in {', '.join(weakness.fix_versions)}" if weakness.fix_versions else "not mended yet"
    names = " ".join((weakness.id, *weakness.aliases))
    return f"{package.name} {package.version}: {names}: {mended}"

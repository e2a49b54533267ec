"""`make audit`: looks up what the lock pins at a vulnerability service; pip-audit asks, this program doubts its answer.

By itself pip-audit ends with 0 and "no known vulnerabilities" when the service knew none of the packages.

Ends with 0 when every package was looked up and none has a weakness that is not waived; 1 for weaknesses, or waivers
that hold no more; 3 when some packages could not be looked up; 4 when none could; 6 when the service was not reached.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from tools.audit.reading import Audit, Looked, audit_of, pinned, waivers_in

WAIVERS: Final = Path(__file__).parent / "waivers.toml"
LOCK: Final = Path("requirements.lock")
_PATIENCE: Final = 900
"""Seconds for all packages together."""


class Ended(IntEnum):
    """What the process says."""

    SOUND = 0
    WEAK = 1
    PARTLY_AUDITED = 3
    NOTHING_AUDITED = 4
    NOT_REACHED = 6


def main(arguments: Sequence[str] | None = None, *, today: date) -> int:
    """Audit a lock file and say what came of it."""
    options = _parser().parse_args(arguments)
    pins = pinned(options.lock.read_text(encoding="utf-8"))
    told = _ask(options.pip_audit, options.lock, options.service)
    try:
        looked = Looked.model_validate_json(told.stdout)
    except ValidationError:
        last = (told.stderr.strip() or "it said nothing").splitlines()[-1]
        sys.stderr.write(f"audit: NOT DONE: the service {options.service} was not reached: {last}\n")
        return Ended.NOT_REACHED
    audit = audit_of(looked, pins, waivers_in(options.waivers), today)
    _say(audit, options.service)
    return _ended(audit)


def _ask(program: Path, lock: Path, service: str) -> subprocess.CompletedProcess[str]:
    """Let pip-audit look up each pin as it stands, without resolving anything."""
    command = [str(program), "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off", "--vulnerability-service", service]
    return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)  # noqa: S603 -- ours


def _say(audit: Audit, service: str) -> None:
    for weakness in audit.found:
        sys.stdout.write(f"{weakness}\n")
    for waiver in audit.stale:
        sys.stdout.write(f"waiver that holds no more: {waiver}\n")
    if audit.not_audited:
        sys.stdout.write(f"not known to {service}: {', '.join(audit.not_audited)}\n")
    doubt = "" if audit.audited else "NOTHING WAS AUDITED: "
    total = len(audit.audited) + len(audit.not_audited)
    sys.stdout.write(f"{doubt}{len(audit.audited)} of {total} pinned packages looked up at {service}, ")
    sys.stdout.write(f"{len(audit.found)} weaknesses\n")


def _ended(audit: Audit) -> Ended:
    if audit.found or audit.stale:
        return Ended.WEAK
    if not audit.audited:
        return Ended.NOTHING_AUDITED
    return Ended.PARTLY_AUDITED if audit.not_audited else Ended.SOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    parser.add_argument("pip_audit", type=Path, help="the program pip-audit")
    parser.add_argument("--lock", type=Path, default=LOCK)
    parser.add_argument("--waivers", type=Path, default=WAIVERS)
    parser.add_argument("--service", choices=("pypi", "osv"), default="pypi")
    return parser


if __name__ == "__main__":
    sys.exit(main(today=datetime.now(UTC).date()))

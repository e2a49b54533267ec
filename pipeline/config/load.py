"""Reads `kommunestatus.toml` and says in one line what cannot be meant in it."""

import difflib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, get_origin

from pydantic import BaseModel, ValidationError

from pipeline.config.models import SOURCES, Alarm, Config, FileKeys, Site
from pipeline.errors import UsageError
from pipeline.settings import ENV_PREFIX, Settings

_MOST: Final = 1024 * 1024
"""The most bytes that a configuration may weigh: whatever is larger is another file."""
# Where pydantic names the type of a source in the place of an error: sites, 0, sources, 2, here, field.
_TAG: Final = 4
_WORDS: Final[Mapping[str, str]] = {
    "tuple_type": "must be a list",
    "path_type": "must be a path",
    "model_type": "must be a table",
    "model_attributes_type": 'must be a table, such as {type = "wordpress"}',
    "union_tag_not_found": f"type is missing; one of {', '.join(SOURCES)}",
}
"""What is wrong, in words of the file where pydantic's own are those of Python."""


def load_config(path: Path, environ: Mapping[str, str], **flags: object) -> Config:
    """Read the configuration; flags that are None are not given.

    Raises UsageError, which names the file and the field, or the line of what is no TOML.
    """
    given = _read(path)
    origin = str(path)
    _refuse_unknown(given, origin)
    environment = dict(_from_environment(environ))
    told = {name: value for name, value in flags.items() if value is not None}
    layers = given | environment | told
    try:
        # Every setting is named, so that nothing but the mapping of this call decides.
        defaults = {name: field.get_default(call_default_factory=True) for name, field in Settings.model_fields.items()}
        settings = Settings(**defaults | {name: value for name, value in layers.items() if name in defaults})
        config = Config.model_validate(
            {name: value for name, value in layers.items() if name not in defaults} | {"settings": settings}
        )
    except ValidationError as error:
        raise _usage(error, environment, told, origin) from error
    _refuse_duplicates(config.sites, origin)
    return config


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        if len(content) > _MOST:
            message = f"no configuration: over {_MOST} bytes"
            raise UsageError(message, source=str(path))
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        message = f"the configuration cannot be read: {error.strerror or error}"
        raise UsageError(message, source=str(path)) from error
    except UnicodeDecodeError as error:
        message = "the configuration is not UTF-8"
        raise UsageError(message, source=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        message = f"not TOML: {error}"
        raise UsageError(message, source=str(path)) from error


def _from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    fields = Settings.model_fields | {name: FileKeys.model_fields[name] for name in ("archive", "health_file")}
    by_name = {name.upper(): value for name, value in environ.items()}
    for name, field in fields.items():
        text = by_name.get(ENV_PREFIX + name.upper())
        if text is None:
            continue
        yield name, _json_list(name, text) if get_origin(field.annotation) is tuple else text


def _json_list(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        message = f"{ENV_PREFIX}{name.upper()} in the environment is no JSON list"
        raise UsageError(message) from error


def _refuse_unknown(given: Mapping[str, object], origin: str) -> None:
    known = [*FileKeys.model_fields, *Settings.model_fields]
    for key in given:
        if key not in known:
            message = f"{key}: unknown key{_nearest(key, known)}"
            raise UsageError(message, source=origin)


def _refuse_duplicates(sites: Sequence[Site], origin: str) -> None:
    for field in ("name", "url"):
        seen: dict[str, int] = {}
        for number, site in enumerate(sites):
            value = str(getattr(site, field)).rstrip("/").casefold()
            if value in seen:
                message = f"sites[{number}].{field}: the same as sites[{seen[value]}].{field}"
                raise UsageError(message, source=origin)
            seen[value] = number


def _usage(
    error: ValidationError, environment: Mapping[str, object], flags: Mapping[str, object], origin: str
) -> UsageError:
    # A slip in a key's name also makes the key that was meant a missing one; the slip is what must be said.
    first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    place = first["loc"]
    words = _WORDS.get(first["type"], first["msg"])
    if first["type"] == "extra_forbidden":
        words = f"unknown key{_nearest(str(place[-1]), _keys_beside(place))}"
    elif first["type"] == "union_tag_invalid":
        words = f"unknown type{_nearest(str(first['ctx']['tag']), list(SOURCES))}"
    name = str(place[0])
    if name in flags:
        return UsageError(f"flag --{name.replace('_', '-')}: {words}")
    if name in environment:
        return UsageError(f"{ENV_PREFIX}{name.upper()} in the environment: {words}")
    return UsageError(f"{_path(place)}: {words}", source=origin)


def _keys_beside(place: tuple[int | str, ...]) -> list[str]:
    """The keys that may stand where an unknown one stands."""
    model: type[BaseModel] = Alarm
    if place[2:3] == ("sources",):
        model = SOURCES[str(place[_TAG])]
    elif place[0] == "sites":
        model = Site
    return list(model.model_fields)


def _nearest(key: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else f"; known: {', '.join(known)}"


def _path(place: tuple[int | str, ...]) -> str:
    """A field as it is written in the file."""
    if place[2:3] == ("sources",):
        place = (*place[:_TAG], *place[_TAG + 1 :])
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")

"""From what was given to valid settings, or to the first thing that is wrong with it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import SecretStr, ValidationError

from jobcoach.errors import InputError
from jobcoach.locations import Locations, find_locations
from jobcoach.settings.sections import Settings, known_keys, leaves
from jobcoach.settings.sources import Given, Source, from_file, gather, read_config_file


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One value in force. ``origin`` is the flag, variable or file it is from; a secret is not in it."""

    key: str
    value: object
    source: Source
    origin: str


def load_settings(
    flags: Mapping[str, object] | None = None,
    locations: Locations | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings in force; ``flags`` are by dotted key, None meaning not given.

    Raises InputError that names file or variable, key and reason.
    """
    return _validate(gather(flags or {}, locations or find_locations(environ), environ))


def explain_settings(
    flags: Mapping[str, object] | None = None,
    locations: Locations | None = None,
    environ: Mapping[str, str] = os.environ,
) -> list[SettingRow]:
    """Each value in force and where it is from, by key. Raises InputError as ``load_settings``."""
    given = gather(flags or {}, locations or find_locations(environ), environ)
    settings = _validate(given)
    rows = []
    for key, value in leaves(settings):
        origin = given.get(key)
        shown = "********" if isinstance(value, SecretStr) else value
        rows.append(
            SettingRow(key, shown, origin.source, origin.origin)
            if origin
            else SettingRow(key, shown, "default", "")
        )
    return rows


def validate_new_value(key: str, value: str, file: Path) -> Settings:
    """Check what ``config.toml`` would say with this value. Raises InputError."""
    given = {other: from_file(other, kept, file) for other, kept in read_config_file(file).items()}
    return _validate({**given, key: Given(key, value, "flag", key)})


def _validate(given: Mapping[str, Given]) -> Settings:
    nested: dict[str, object] = {}
    for item in given.values():
        _put(nested, item)
    try:
        return Settings.model_validate(nested)
    except ValidationError as error:
        raise _input_error(error, given) from error


def _put(nested: dict[str, object], item: Given) -> None:
    *sections, name = item.key.split(".")
    table = nested
    for section in sections:
        inner = table.setdefault(section, {})
        if not isinstance(inner, dict):
            raise InputError(_not_valid(item), why=f"{section} is no section", mend=_mend(item))
        table = inner
    if isinstance(table.get(name), dict):
        raise InputError(_not_valid(item), why=f"{name} is a section", mend=_mend(item))
    table[name] = item.value


def _input_error(error: ValidationError, given: Mapping[str, Given]) -> InputError:
    """Of all that is wrong the first, in the user's terms."""
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = ".".join(str(part) for part in problem["loc"])
    item = next((item for key, item in given.items() if _is_about(path, key)), None)
    if problem["type"] == "extra_forbidden":
        key = item.key if item else path
        origin = f" in {item.origin}" if item and item.source != "flag" else ""
        close = get_close_matches(key, known_keys(), n=1)
        why = f"did you mean {close[0]}?" if close else "there is no such setting"
        return InputError(
            f"unknown setting {key}{origin}", why=why, mend=_mend(item) or "jobcoach config show"
        )
    return InputError(
        _not_valid(item) if item else f"{path} is not valid",
        why=problem["msg"].removeprefix("Value error, "),
        mend=_mend(item),
    )


def _not_valid(item: Given) -> str:
    if item.source == "flag":
        return f"{item.origin} is not valid"
    return f"{item.key} in {item.origin} is not valid"


def _mend(item: Given | None) -> str:
    """What makes the settings valid again; no command of ours that reads them could."""
    match item.source if item else "":
        case "environment":
            return f"unset {item.origin}" if item else ""
        case "file":
            return f"correct or remove that line of {item.origin}" if item else ""
        case _:
            return ""


def _is_about(path: str, key: str) -> bool:
    """Whether a fault at ``path`` lies in what was given as ``key``, or contains it."""
    return path == key or path.startswith(key + ".") or key.startswith(path + ".")

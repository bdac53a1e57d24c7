"""Changing one line of the user's ``config.toml`` and leaving the others as they are."""

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from jobcoach.errors import InputError
from jobcoach.settings import SECRET_KEYS, Settings, validate_new_value, variable
from jobcoach.whole_file import whole_file


def write_setting(file: Path, key: str, value: str) -> None:
    """Set ``key`` (dotted) in ``file``, keeping comments and order.

    The file is replaced at once and only its owner may read it. Raises
    InputError for an unknown key, a value that is not valid, or a secret.
    """
    if key in SECRET_KEYS:
        raise InputError(
            f"{key} is not kept in a settings file",
            why="others could read it there",
            mend=f"set {variable(key)}, or: jobcoach config set {key}_file FILE",
        )
    settings = validate_new_value(key, value, file)
    _replace(file, _edited(file, key, _plain(settings, key)))


def _plain(settings: Settings, key: str) -> object:
    """The valid value as TOML has it: a number, a boolean, a list, else text."""
    found: object = settings
    for name in key.split("."):
        found = found[name] if isinstance(found, Mapping) else getattr(found, name)
    if isinstance(found, BaseModel | Mapping):
        raise InputError(f"{key} is a section", why="only a single setting can be set")
    if isinstance(found, tuple):
        return list(found)
    return found if isinstance(found, bool | int | float) else str(found)


def _edited(file: Path, key: str, value: object) -> str:
    import tomlkit  # 40 ms, and only this command writes
    from tomlkit.items import InlineTable, Table

    document = tomlkit.parse(file.read_text(encoding="utf-8") if file.exists() else "")
    *sections, name = key.split(".")
    table: tomlkit.TOMLDocument | Table | InlineTable = document
    for section in sections:
        if section not in table:
            table[section] = tomlkit.table()
        inner = table[section]
        if not isinstance(inner, Table | InlineTable):
            raise InputError(f"{section} in {file} is no section", mend=f"mend {file}")
        table = inner
    table[name] = value
    return tomlkit.dumps(document)


def _replace(file: Path, text: str) -> None:
    """Write beside the file and rename, so that no reader and no crash meets half of it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(file) as target:
        target.write(text.encode())
        target.flush()
        os.fsync(target.fileno())

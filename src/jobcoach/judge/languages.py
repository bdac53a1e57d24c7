"""The languages the judge knows: a table, read from ``languages.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from jobcoach.errors import InputError


@dataclass(frozen=True, slots=True)
class Language:
    """One row of the table; its fields are told at the head of the file."""

    id: str
    name: str
    extensions: tuple[str, ...]
    image: str
    compile: tuple[str, ...]
    run: tuple[str, ...]
    overhead_mib: int
    compile_mib: int
    processes: int
    fork_server: bool = False
    entry: str = "file"
    own_heap_limit: bool = False
    out_of_memory_exit: int | None = None
    out_of_memory_says: str = ""
    env: Mapping[str, str] = field(default_factory=dict)


@cache
def all_languages() -> Mapping[str, Language]:
    """Every language to hand a submission in, by id, in the order of the table."""
    return {name: row for name, row in _table().items() if row.extensions}


def language(name: str) -> Language:
    """The row with this id, validators' scripts included. Raises InputError if there is none."""
    try:
        return _table()[name]
    except KeyError:
        raise unknown_language(name) from None


def unknown_language(name: str) -> InputError:
    """There is no language of this name to hand a submission in."""
    return InputError(f"unknown language {name!r}", why=f"known are {', '.join(all_languages())}")


def language_of_file(file_name: str) -> Language | None:
    """The language that a file's extension tells, or None."""
    for row in all_languages().values():
        if file_name.endswith(row.extensions):
            return row
    return None


@cache
def _table() -> Mapping[str, Language]:
    text = resources.files("jobcoach.judge").joinpath("languages.toml").read_text("utf-8")
    return {name: _from_row(name, row) for name, row in tomllib.loads(text).items()}


def _from_row(name: str, row: dict[str, object]) -> Language:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Language(id=name, **values)  # type: ignore[arg-type]  # the table's types are tested

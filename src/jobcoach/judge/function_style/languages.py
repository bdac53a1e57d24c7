"""The languages whose functions can be called: a table, read from ``languages.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Calling:
    """One row of the table; its comments say what the fields are."""

    id: str
    defines: str
    own_program: re.Pattern[str]
    noise: re.Pattern[str]
    main: str
    stub: str
    parameter: str
    array: str
    empty_array: str
    types: dict[str, str]
    empty: dict[str, str]
    harness: str
    source: str = ""
    before: str = ""
    joined: bool = False
    entry_point: str = ""
    plain_call: str = ""
    method_call: str = ""


@cache
def callings() -> dict[str, Calling]:
    """All rows by language id."""
    folder = resources.files("jobcoach.judge.function_style")
    table: dict[str, dict[str, Any]] = tomllib.loads(folder.joinpath("languages.toml").read_text("utf-8"))
    return {
        name: Calling(
            id=name,
            harness=folder.joinpath("harness", f"{name}.tmpl").read_text("utf-8"),
            **{
                **row,
                "own_program": re.compile(row["own_program"]),
                "noise": re.compile(row["noise"]),
                "stub": row["stub"].lstrip("\n"),
            },
        )
        for name, row in table.items()
    }

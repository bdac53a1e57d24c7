"""The tables of this package, and filling their texts with names of the repository."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from jobcoach.portfolio.findings import fill
from jobcoach.portfolio.questions.particles import with_particles
from jobcoach.words import Language

_FOLDER = Path(__file__).parent
_NAME_CHARACTERS_MAX = 80


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML file of this package."""
    loaded: dict[str, Any] = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return loaded


def text(key: str, lang: Language, values: Mapping[str, str]) -> str:
    """A text of ``texts.toml`` with its ``{names}`` filled; they stand on one line, without secrets."""
    return filled(table("texts")[key][lang], lang, values)


def filled(template: str, lang: Language, values: Mapping[str, str]) -> str:
    """A template with its ``{names}`` in place, in Korean with the particles that they take."""
    named = fill(template, {name: shortened(value) for name, value in values.items()})
    return with_particles(named) if lang == "ko" else named


def reason(key: str, lang: Language, values: Mapping[str, str]) -> str:
    """A text of ``texts.toml`` that names a place in full."""
    return fill(table("texts")[key][lang], values)


def weight_and_topic(key: str) -> tuple[float, str]:
    """How much a question of ``texts.toml`` deserves to be asked, and its topic in the bank."""
    row = table("texts")[key]
    return float(row["weight"]), str(row["topic"])


def shortened(value: str) -> str:
    """A name that fits a question; a backtick would end the code that it stands in."""
    value = " ".join(value.replace("`", "'").split())
    return value if len(value) <= _NAME_CHARACTERS_MAX else value[: _NAME_CHARACTERS_MAX - 1] + "…"


def file_name(path: str) -> str:
    """What a file is called in a question: its name, with its folder where many files have that name."""
    pure = PurePosixPath(path)
    is_common = is_common_stem(pure.stem) or pure.name in _COMMON_NAMES
    return "/".join(pure.parts[-2:]) if is_common else pure.name


def is_common_stem(stem: str) -> bool:
    """Whether files of many projects, and modules of frameworks, have that name."""
    return stem.lower() in _COMMON_STEMS


_COMMON_STEMS = frozenset({
    "index", "main", "app", "views", "models", "urls", "utils", "util", "types", "config", "settings",
    "serializers", "admin", "tasks", "page", "layout", "route", "routes", "router", "routers", "__init__",
    "schemas", "crud", "api", "service", "handler", "dockerfile", "forms", "helpers", "constants", "store",
})  # fmt: skip
_COMMON_NAMES = frozenset({"package.json", "build.gradle", "build.gradle.kts", "pom.xml", "README.md"})

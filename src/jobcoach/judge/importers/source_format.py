"""What an importable format is, and the list of all there are."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jobcoach.judge.importers import formats


@dataclass(slots=True)
class Conversion:
    """One import under way: ``source`` is read, ``target`` (an empty folder) is filled.

    ``problem_id`` may be corrected by the format if the user gave none
    (``id_is_given`` is False); ``warnings`` are told at the end.
    """

    source: Path
    target: Path
    problem_id: str
    id_is_given: bool = True
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """``recognises`` looks at an unpacked folder; the lowest ``rank`` that does converts it."""

    name: str
    rank: int
    recognises: Callable[[Path], bool]
    convert: Callable[[Conversion], None]


def all_formats() -> tuple[SourceFormat, ...]:
    """Every module in ``formats``, by rank: adding a format is adding a file."""
    modules = [
        importlib.import_module(f"{formats.__name__}.{module.name}")
        for module in pkgutil.iter_modules(formats.__path__)
    ]
    found: list[SourceFormat] = [module.FORMAT for module in modules]
    return tuple(sorted(found, key=lambda source_format: source_format.rank))

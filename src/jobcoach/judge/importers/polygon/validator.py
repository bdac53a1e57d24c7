"""Polygon's checker or interactor, as the output validator of the package.

With both, the checker has the last word, on the log that the interactor wrote.
"""

import re
import shutil
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.polygon.checkers import standard_checker
from jobcoach.judge.importers.polygon.description import Description, Source
from jobcoach.judge.importers.polygon.files import inside
from jobcoach.judge.importers.problem_yaml import write_yaml
from jobcoach.judge.importers.source_format import Conversion

_TESTLIB_PLACES = ("files/testlib.h", "testlib.h", "resources/testlib.h")
_INCLUDE = re.compile(rb'^\s*#\s*include\s*"([\w./-]{1,100})"', re.MULTILINE)
_MAX_SOURCE_BYTES = 1 << 20
_ALWAYS_BY_FLAGS = ("std::wcmp.cpp", "std::yesno.cpp", "std::nyesno.cpp")


def write_validator(conversion: Conversion, description: Description) -> tuple[str, ...]:
    """Write ``output_validator/`` where one is needed; flags for the default one otherwise."""
    if description.interactor:
        _write_program(conversion, description.interactor, "interactor", "output_validator")
        if description.checker:
            _write_program(conversion, description.checker, "checker", "log_checker")
        return ()
    standard = standard_checker(description.checker_name)
    has_testlib = _testlib(conversion.source) is not None and description.checker is not None
    by_flags = description.checker_name in _ALWAYS_BY_FLAGS or not has_testlib
    if standard and by_flags:
        if standard.differs:
            conversion.warnings.append(f"{description.checker_name}: {standard.differs}")
        return standard.flags
    if description.checker is None:
        conversion.warnings.append("no checker is named: answers are compared token by token")
        return ()
    _write_program(conversion, description.checker, "checker", "output_validator")
    return ()


def _write_program(conversion: Conversion, source: Source, what: str, folder: str) -> None:
    path = inside(conversion.source, source.path)
    if path is None:
        raise InputError(
            f"The {what} {source.path} is not in the archive", mend="on Polygon build the full package"
        )
    if path.suffix.lower() not in (".cpp", ".cc", ".cxx"):
        raise InputError(
            f"The {what} {source.path} is not supported",
            why="only C++ with testlib.h is, not " + (source.kind or "it"),
        )
    target = conversion.target / folder
    target.mkdir()
    shutil.copyfile(path, target / path.name)
    waiting, seen = _includes(path), {path.name}
    while waiting:
        name = waiting.pop()
        found = inside(path.parent, name) or inside(conversion.source / "files", name)
        if name == "testlib.h":
            found = found or _testlib(conversion.source)
        if found is None:
            raise InputError(
                f"The {what} needs {name}, which is not in the archive",
                mend="on Polygon build the full package",
            )
        if Path(name).name not in seen:
            seen.add(Path(name).name)
            shutil.copyfile(found, target / Path(name).name)
            waiting += [] if name == "testlib.h" else _includes(found)
    write_yaml(conversion.target / "jobcoach.yaml", {"validator_protocol": "testlib"})


def _includes(path: Path) -> list[str]:
    with path.open("rb") as file:
        return [name.decode("ascii") for name in _INCLUDE.findall(file.read(_MAX_SOURCE_BYTES))]


def _testlib(source: Path) -> Path | None:
    return next((found for place in _TESTLIB_PLACES if (found := inside(source, place))), None)

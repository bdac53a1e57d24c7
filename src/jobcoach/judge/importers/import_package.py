"""Importing a problem: a folder or zip of any known format becomes a package."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.archive import unpack_zip
from jobcoach.judge.importers.copying import copy_folder
from jobcoach.judge.importers.import_id import problem_id_from
from jobcoach.judge.importers.source_format import Conversion, all_formats
from jobcoach.judge.package.diagnostics import PackageError
from jobcoach.judge.package.load import load_problem

_MAX_WRAPPERS = 4


@dataclass(frozen=True, slots=True)
class ImportedProblem:
    """Where the problem now is, what it was, and what to know about it."""

    path: Path
    format: str
    warnings: tuple[str, ...]


def import_package(
    source: Path, destination_dir: Path, *, problem_id: str | None = None, replace: bool = False
) -> ImportedProblem:
    """Bring ``source`` into the package format below ``destination_dir``.

    The package appears there whole or not at all. ``problem_id`` is the name of
    its folder, made from the source's name if not given.

    Raises:
        InputError: the source is no problem, is hostile, or its id is taken
            and ``replace`` was not asked for.
        PackageError: it was understood, but the problem in it is broken.
    """
    if not source.exists():
        raise InputError(f"There is no {source}")
    identifier = problem_id_from(problem_id or source.name.removesuffix(".zip").removesuffix(".kpp"))
    destination_dir.mkdir(parents=True, exist_ok=True)
    # Next to its place, so that the last step is one rename on one file system.
    with tempfile.TemporaryDirectory(prefix=".import-", dir=destination_dir) as work_name:
        work = Path(work_name)
        folder = _unpacked(source, work / "source")
        conversion = Conversion(folder, work / "target", identifier, id_is_given=problem_id is not None)
        conversion.target.mkdir()
        name = _convert(source, conversion)
        place = destination_dir / conversion.problem_id
        if place.exists() and not replace:
            raise InputError(
                f"There is a problem {conversion.problem_id} already",
                why=f"{place} exists",
                mend="to put the new one in its place, add --replace; or name it with --id NAME",
            )
        warnings = _checked(source, conversion.target)
        _put_in_place(conversion.target, place, work)
    return ImportedProblem(place, name, (*conversion.warnings, *warnings))


def _unpacked(source: Path, work: Path) -> Path:
    """The folder that holds the problem itself, past any folders wrapped around it."""
    work.mkdir()
    if source.is_dir():
        copy_folder(source, work)
    elif zipfile.is_zipfile(source):
        unpack_zip(source, work)
    else:
        raise InputError(f"{source} cannot be imported", why="it is neither a folder nor a zip archive")
    for _ in range(_MAX_WRAPPERS):
        entries = list(work.iterdir())
        if len(entries) != 1:
            break
        inner = entries[0]
        if inner.is_dir():
            work = inner
        elif inner.suffix in (".zip", ".kpp") and not inner.is_symlink() and zipfile.is_zipfile(inner):
            folder = work / "unpacked"
            folder.mkdir()
            unpack_zip(inner, folder)
            work = folder
    return work


def _convert(source: Path, conversion: Conversion) -> str:
    for source_format in all_formats():
        if source_format.recognises(conversion.source):
            source_format.convert(conversion)
            return source_format.name
    inner = sorted(path.name for path in conversion.source.rglob("problem.yaml"))
    raise InputError(
        f"{source} is no problem we know",
        why="it holds several problems"
        if len(inner) > 1
        else "no problem.yaml, problem.xml or pairs of 1.in and 1.out",
        mend="import each problem's folder on its own" if len(inner) > 1 else "",
    )


def _checked(source: Path, package: Path) -> tuple[str, ...]:
    """Warnings of the finished package, once it loads."""
    try:
        return load_problem(package).warnings
    except PackageError as error:
        raise PackageError(str(source), error.problems) from error


def _put_in_place(package: Path, place: Path, work: Path) -> None:
    with _set_aside(place, work / "replaced"):
        package.rename(place)


@contextmanager
def _set_aside(place: Path, aside: Path) -> Iterator[None]:
    """Move what is in ``place`` away; it comes back if the body fails."""
    taken = place.exists() or place.is_symlink()
    if taken:
        place.rename(aside)
    try:
        yield
    except BaseException:
        if taken:
            aside.rename(place)
        raise
    if taken and aside.is_dir() and not aside.is_symlink():
        shutil.rmtree(aside)
    elif taken:
        aside.unlink()

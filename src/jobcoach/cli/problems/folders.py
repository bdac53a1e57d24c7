"""Where problems are looked for, and where the user's own are put."""

from collections.abc import Sequence
from pathlib import Path

from jobcoach.judge.submissions.discover import is_package
from jobcoach.locations import Locations
from jobcoach.resources import problems_folder
from jobcoach.settings import Settings


def problem_folders(settings: Settings, locations: Locations) -> tuple[Path, ...]:
    """The folders that hold problems: the shipped one (or ``problems.path``) and the user's own.

    Raises InputError, EnvironmentMissing as ``resources.problems_folder`` does.
    """
    return problems_folder(settings.problems.path), own_problems_folder(locations)


def own_problems_folder(locations: Locations) -> Path:
    """The user's own problems, beside the database; it may not exist yet."""
    return locations.database.parent / "problems"


def package_folders(folders: Sequence[Path]) -> list[Path]:
    """All problem packages in these folders, sorted by name within each, none twice."""
    found: dict[Path, Path] = {}
    for folder in folders:
        for package in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not package.name.startswith(".") and is_package(package):
                found.setdefault(package.resolve(), package)
    return list(found.values())

"""``problems new`` and ``problems import``: both put a package among the user's own."""

from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.problems.folders import own_problems_folder
from jobcoach.judge.importers.import_package import import_package
from jobcoach.judge.importers.new import new_problem
from jobcoach.text import printable

_NEW_FORMAT = "jobcoach.new-problem/1"
_IMPORT_FORMAT = "jobcoach.import/1"


def make_new(app: AppContext, problem_id: str, title: str | None, to: Path | None) -> None:
    """Make a skeleton and print where it is. Raises InputError."""
    titles = {"title_ko": title} if title and app.lang == "ko" else {}
    place = new_problem(to or own_problems_folder(app.locations), problem_id, title or problem_id, **titles)
    if app.json:
        app.document({"format": _NEW_FORMAT, "id": place.name, "path": place})
        return
    app.result(printable(str(place)))
    app.remark(app.words("problems.next_edit", path=printable(str(place))))


def import_one(
    app: AppContext, source: Path, to: Path | None, problem_id: str | None, *, replace: bool
) -> None:
    """Import a package and print where it is. Raises InputError."""
    destination = to or own_problems_folder(app.locations)
    imported = import_package(source, destination, problem_id=problem_id, replace=replace)
    place, words = imported.path, app.words
    if app.json:
        app.document(
            {
                "format": _IMPORT_FORMAT,
                "id": place.name,
                "path": place,
                "source_format": imported.format,
                "warnings": imported.warnings,
            }
        )
        return
    app.result(printable(words("problems.imported", id=place.name, path=place, format=imported.format)))
    for warning in imported.warnings:
        app.remark(printable(words("problems.warning", what=warning)))
    app.remark(words("problems.next_verify", path=printable(str(place))))

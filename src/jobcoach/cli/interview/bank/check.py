"""``interview bank validate``: what is wrong with question files, and what could be better."""

import sys
from collections.abc import Iterator
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.cli.lines import StatusLine
from jobcoach.errors import InputError
from jobcoach.interview.bank.load import load_bank, question_files
from jobcoach.interview.bank.question import Question
from jobcoach.interview.bank.question_file import read_question
from jobcoach.interview.bank.shipped import SHIPPED_FOLDER
from jobcoach.interview.bank.validate import Problem, languages_of, problems_of
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.text import one_line
from jobcoach.words import LANGUAGES

_FORMAT = "jobcoach.bank-validate/1"
_UNUSABLE = 2


def validate_files(app: AppContext, files: list[Path]) -> int:
    """Print what is to be mended in these files, else in all questions.

    Returns the exit code: 2 if one cannot be used, else 0, hints or not.
    """
    grader = OfflineGrader()
    rows: list[dict[str, object]] = []
    unusable = 0
    status = StatusLine(sys.stderr, app.style.columns, shown=app.shows_progress)
    paths = list(_files(app, files))
    for done, path in enumerate(paths):
        status.show(app.words("interview_bank.checking", done=done, total=len(paths)))
        try:
            question = read_question(path)
        except InputError as error:
            unusable += 1
            what, _ = tell_error(error, app.words)
            rows.append({"path": path, "id": None, "error": error.why, "hints": []})
            status.clear()
            _print(app, app.style.bad(one_line(what)))
            continue
        languages = LANGUAGES if path.is_relative_to(SHIPPED_FOLDER) else languages_of(question)
        problems = problems_of(question, languages, grader)
        rows.append(_row(app, path, question, problems))
        for problem in problems:
            status.clear()
            _print(app, _line(app, path, problem))
    status.clear()
    if app.json:
        app.document({"format": _FORMAT, "files": rows})
        return _UNUSABLE if unusable else 0
    hints = sum(len(row["hints"]) for row in rows if isinstance(row["hints"], list))
    app.remark(app.words("interview_bank.checked", count=len(rows), hints=hints, unusable=unusable))
    if not files and not unusable:
        load_bank(app.locations.questions)  # two files of one id
    return _UNUSABLE if unusable else 0


def _files(app: AppContext, files: list[Path]) -> Iterator[Path]:
    for path in files or [SHIPPED_FOLDER, app.locations.questions]:
        if path.is_dir():
            yield from question_files(path)
        elif files:
            yield path


def _row(app: AppContext, path: Path, question: Question, problems: list[Problem]) -> dict[str, object]:
    hints = [
        {"code": problem.code, "place": problem.place, "text": _text(app, problem)} for problem in problems
    ]
    return {"path": path, "id": question.id, "error": None, "hints": hints}


def _line(app: AppContext, path: Path, problem: Problem) -> str:
    return f"{one_line(str(path))}: {problem.place}: {one_line(_text(app, problem))}"


def _text(app: AppContext, problem: Problem) -> str:
    return app.words(f"interview_bank.problem.{problem.code}", **problem.values)


def _print(app: AppContext, line: str) -> None:
    if not app.json:
        app.result(line)

"""``problems list`` and ``problems show``: what there is to solve, and what has been solved."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.problems.folders import problem_folders
from jobcoach.cli.problems.markdown import print_markdown
from jobcoach.judge.package import catalog
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem, TestCase
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.problem_list import list_document, list_lines
from jobcoach.reports.problem_show import (
    Sample,
    ShownProblem,
    further_lines,
    head_lines,
    plain_statement,
    sample_test_lines,
    sample_tests,
    show_document,
)
from jobcoach.text import nfc, printable

_STATEMENT_BYTES_MAX = 1 << 20
_SAMPLE_BYTES_MAX = 16 << 10
_TEXT_MARKUPS = frozenset({"md", "tex", "html", "txt"})


def list_problems(app: AppContext, topic: str | None, difficulty: int | None) -> None:
    """Print the problems of this topic and difficulty."""
    found = [
        problem
        for problem in catalog.list_problems(problem_folders(app.settings, app.locations))
        if (topic is None or topic.casefold() in (word.casefold() for word in problem.keywords))
        and (difficulty is None or problem.difficulty == difficulty)
    ]
    solved = solved_problems(app, [problem.id for problem in found])
    if app.json:
        app.document(list_document(found, solved))
        return
    for line in list_lines(found, solved, app.words, app.style):
        app.result(line)
    app.remark(app.words("problems.count", count=len(found)) if found else app.words("problems.none"))


def show_problem(app: AppContext, spec: str) -> None:
    """Print one problem. Raises InputError if it is not found or cannot be loaded."""
    problem = load_problem(catalog.find_problem(spec, problem_folders(app.settings, app.locations)))
    shown = _read(app, problem)
    if app.json:
        app.document(show_document(shown))
        return
    words, style = app.words, app.style
    for line in [*head_lines(shown, words, style), ""]:
        app.result(line)
    _print_statement(app, shown)
    if shown.samples:
        app.result("")
        app.result(style.bold(words("problems.samples")))
        for line in sample_test_lines(shown.samples, words, style):
            app.result(line)
    for line in further_lines(shown, words, style):
        app.result(line)


def solved_problems(app: AppContext, problem_ids: Iterable[str]) -> dict[str, bool]:
    """Of the problems that were tried: whether one of the submissions was accepted."""
    if not app.locations.database.exists():
        return {}
    states = {}
    with app.open_store() as store:
        for problem_id in problem_ids:
            if store.judgements.latest(1, problem=problem_id, verdict=Verdict.AC.value):
                states[problem_id] = True
            elif store.judgements.latest(1, problem=problem_id):
                states[problem_id] = False
    return states


def _read(app: AppContext, problem: Problem) -> ShownProblem:
    statements = problem.statements
    language = next(
        (code for code in (app.lang, "en") if code in statements), next(iter(statements), app.lang)
    )
    file = statements.get(language)
    markup = file.suffix.removeprefix(".") if file is not None else ""
    readable = file is not None and markup in _TEXT_MARKUPS
    return ShownProblem(
        problem=problem,
        language=language,
        statement=_statement(problem, file) if file is not None and readable else "",
        markup=markup,
        samples=tuple(_samples(problem)),
        solved=solved_problems(app, [problem.id]).get(problem.id),
    )


def _samples(problem: Problem) -> Iterator[Sample]:
    """The samples as a candidate meets them: what an interactor reads says nothing to one
    who is to talk with it, so there the recorded conversations are shown, if there are any."""
    for test in sample_tests(problem.data):
        conversation = test.input_path.with_suffix(".interaction")
        if not problem.interactive:
            yield _sample(test)
        elif conversation.is_file():
            yield _conversation(test.name, _text(_head(conversation, _SAMPLE_BYTES_MAX)))


def _conversation(name: str, text: str) -> Sample:
    """``<`` leads what the program reads, ``>`` what it writes: a row each, in their order."""
    rows = [line for line in text.splitlines() if line[:1] in ("<", ">")]
    read, written = ("\n".join(row[1:] if row[0] == mark else "" for row in rows) for mark in "<>")
    return Sample(name, read, written)


def _sample(test: TestCase) -> Sample:
    given, expected = (_head(path, _SAMPLE_BYTES_MAX) for path in (test.input_path, test.answer_path))
    return Sample(test.name, _text(given), _text(expected))


def _statement(problem: Problem, file: Path) -> str:
    content = _head(file, _STATEMENT_BYTES_MAX)
    fill_in = problem.constants.fill_in_latex if file.suffix == ".tex" else problem.constants.fill_in
    return _text(fill_in(content))


def _text(content: bytes) -> str:
    return nfc(content.decode("utf-8-sig", "replace"))


def _head(file: Path, at_most_bytes: int) -> bytes:
    if not file.is_file():  # an interactive sample has no answer
        return b""
    with file.open("rb") as opened:
        return opened.read(at_most_bytes)


def _print_statement(app: AppContext, shown: ShownProblem) -> None:
    if not shown.statement:
        file = shown.problem.statements.get(shown.language)
        told = app.words("problems.statement_file", path=file) if file else app.words("problems.no_statement")
        app.result(printable(told))
    elif shown.markup == "md":
        print_markdown(app, shown.statement)
    else:
        app.result(plain_statement(shown))

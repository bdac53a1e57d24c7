"""One problem as its reader sees it: statement, samples, limits, topics."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobcoach.judge.function_style.calling import stub
from jobcoach.judge.languages import all_languages
from jobcoach.judge.package.model import Problem, TestCase, TestGroup
from jobcoach.reports.problem_list import difficulty_mark, title_in
from jobcoach.reports.sample_view import input_beside_output
from jobcoach.reports.style import Style
from jobcoach.text import one_line, printable, wrap
from jobcoach.words import Words

FORMAT = "jobcoach.problem/1"


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample test's texts, cut for showing."""

    name: str
    input: str
    output: str


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem with what was read for showing it; ``solved`` is None if never tried.
    ``markup`` is the statement's format: ``md``, ``tex``, ``html`` or empty."""

    problem: Problem
    language: str
    statement: str
    markup: str
    samples: tuple[Sample, ...]
    solved: bool | None


def show_document(shown: ShownProblem) -> dict[str, object]:
    """The problem as plain JSON values."""
    problem = shown.problem
    return {
        "format": FORMAT,
        "id": problem.id,
        "titles": dict(problem.names),
        "path": str(problem.root),
        "difficulty": problem.difficulty,
        "topics": list(problem.keywords),
        "solved": shown.solved,
        "interactive": problem.interactive,
        "scoring": problem.scoring,
        "time_limit_seconds": problem.limits.time_limit_seconds,
        "memory_bytes": problem.limits.memory_bytes,
        "languages": None if problem.languages is None else sorted(problem.languages),
        "language": shown.language,
        "statement": shown.statement,
        "markup": shown.markup,
        "function": _function(problem),
        "hints": max(map(len, problem.hints.values()), default=0),
        "samples": [{"name": s.name, "input": s.input, "output": s.output} for s in shown.samples],
    }


def head_lines(shown: ShownProblem, words: Words, style: Style) -> list[str]:
    """Title, ID, difficulty, topics, limits, and whether it is solved."""
    problem = shown.problem
    title = one_line(title_in(problem.names, shown.language) or problem.id)
    lines = [style.bold(title), ""]
    rows = [
        ("id", one_line(problem.id)),
        ("difficulty", difficulty_mark(problem.difficulty)),
        ("topics", one_line(", ".join(problem.keywords))),
        ("limits", _limits(problem, words)),
        ("languages", _languages(problem)),
        ("state", _state(shown.solved, words, style)),
    ]
    lines += [f"{words(f'problems.{name}')}: {text}" for name, text in rows if text]
    if problem.interactive:
        lines.append(words("problems.interactive"))
    return lines


def further_lines(shown: ShownProblem, words: Words, style: Style) -> list[str]:
    """The function that may be handed in instead of a program, and where hints are."""
    problem, lines = shown.problem, list[str]()
    if problem.function is not None:
        lines += ["", style.bold(words("problems.as_function"))]
        lines += [f"  {line}" for line in stub(problem.function, "python").splitlines()[:1]]
        lines += wrap(words("problems.as_function_next", problem=problem.id), style.columns)
    if problem.hints:
        lines += ["", *wrap(words("problems.has_hints", problem=problem.id), style.columns)]
    return lines


def _function(problem: Problem) -> dict[str, object] | None:
    if problem.function is None:
        return None
    return {
        "name": problem.function.name,
        "parameters": [{"name": each.name, "type": str(each.type)} for each in problem.function.parameters],
        "returns": str(problem.function.returns),
    }


def sample_test_lines(samples: Sequence[Sample], words: Words, style: Style) -> list[str]:
    """Each sample's input and output beside each other."""
    lines: list[str] = []
    for sample in samples:
        lines += ["", style.bold(one_line(sample.name))]
        lines += input_beside_output(sample.input, sample.output, words, style)
    return lines


def plain_statement(shown: ShownProblem) -> str:
    """The statement's source, safe for a terminal."""
    return printable(shown.statement).strip()


def sample_tests(group: TestGroup) -> Iterator[TestCase]:
    """All sample tests, in their order."""
    yield from (test for test in group.tests if test.is_sample)
    for below in group.groups:
        yield from sample_tests(below)


def _limits(problem: Problem, words: Words) -> str:
    limits = problem.limits
    memory = f"{limits.memory_bytes / (1 << 20):g} MiB"
    if limits.time_limit_seconds is None:
        return words("problems.limits_inferred", memory=memory)
    return words("problems.limits_stated", time=f"{limits.time_limit_seconds:g} s", memory=memory)


def _languages(problem: Problem) -> str:
    if problem.languages is None:
        return ""
    known = all_languages()
    return ", ".join(
        known[name].name if name in known else one_line(name) for name in sorted(problem.languages)
    )


def _state(solved: bool | None, words: Words, style: Style) -> str:
    if solved is None:
        return words("problems.untried")
    return style.good(words("problems.solved")) if solved else style.warn(words("problems.tried"))

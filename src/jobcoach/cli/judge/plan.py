"""From paths to tasks: every submission with its problem, and what cannot be judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jobcoach.errors import InputError
from jobcoach.judge.languages import language
from jobcoach.judge.package.model import Problem
from jobcoach.judge.submissions.discover import Found, Unusable
from jobcoach.judge.submissions.match_problem import match_problem
from jobcoach.judge.submissions.read_source import read_heads, read_submission
from jobcoach.judge.task import JudgeOptions, Task

FindProblem = Callable[[str], Problem]


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be judged, and what cannot be."""

    tasks: tuple[Task, ...]
    unusable: tuple[Unusable, ...]


def make_plan(
    found: Sequence[Found | Unusable],
    *,
    problem: str | None,
    find: FindProblem,
    known: Callable[[], frozenset[str]],
    options: JudgeOptions,
) -> Plan:
    """Read every submission and load every problem, each once.

    ``known`` gives the IDs that comments and names may mean; it is asked only if
    ``problem`` is None. Raises InputError if ``problem`` itself cannot be used.
    """
    find_once = cache(find)
    if problem is not None:
        find_once(problem)
    tasks: list[Task] = []
    unusable: list[Unusable] = []
    for item in found:
        if isinstance(item, Unusable):
            unusable.append(item)
            continue
        try:
            spec = problem if problem is not None else match_problem(item, read_heads(item), known())
            tasks.append(_task(item, find_once(spec), options))
        except InputError as error:
            unusable.append(Unusable(item.path, error))
    return Plan(tuple(tasks), tuple(unusable))


def _task(found: Found, problem: Problem, options: JudgeOptions) -> Task:
    if problem.languages is not None and found.language not in problem.languages:
        allowed = ", ".join(sorted(problem.languages))
        raise InputError(
            f"{found.path} is written in {language(found.language).name}",
            why=f"the problem {problem.id} takes only {allowed}",
        )
    submission = read_submission(found, limit_bytes=problem.limits.code_bytes)
    return Task(submission, problem, options)

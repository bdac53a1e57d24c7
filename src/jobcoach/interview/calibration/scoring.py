"""Answers graded one after the other, or several at once where a grader mostly waits."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from jobcoach.interview.grading.grade import Grader, UngradedCause
from jobcoach.interview.grading.rubric import Rubric

_AWAY_MAX = 10
Progress = Callable[[int, int], None]
"""Told how many answers are graded, of how many."""


@dataclass(frozen=True, slots=True)
class Scored:
    """``share`` is the score from 0 to 1, None for an answer that could not be graded."""

    share: float | None
    cause: UngradedCause | None = None
    prompt_version: str = ""
    injection_suspected: bool = False


def score_all(
    grader: Grader, answers: Sequence[tuple[Rubric, str]], on_progress: Progress, workers: int = 1
) -> list[Scored]:
    """The answers' scores in their order.

    A model that has not answered many times in a row is asked no more: the
    rest is ungraded for the same cause. An interruption ends it at once.
    """
    found: list[Scored] = []
    away = 0
    for scored in _graded(grader, answers, workers):
        found.append(scored)
        on_progress(len(found), len(answers))
        away = away + 1 if scored.cause == "model_unavailable" else 0
        if away == _AWAY_MAX:
            break
    rest = len(answers) - len(found)
    return found + [Scored(None, "model_unavailable")] * rest


def _graded(grader: Grader, answers: Sequence[tuple[Rubric, str]], workers: int) -> Iterator[Scored]:
    if workers < 2:
        for rubric, answer in answers:
            yield _score(grader, rubric, answer)
        return
    pool = ThreadPoolExecutor(workers)
    try:
        rest = iter(answers)
        running: list[Future[Scored]] = [
            pool.submit(_score, grader, rubric, answer) for rubric, answer in islice(rest, 2 * workers)
        ]
        while running:
            scored = running.pop(0).result()
            for rubric, answer in islice(rest, 1):
                running.append(pool.submit(_score, grader, rubric, answer))
            yield scored
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _score(grader: Grader, rubric: Rubric, answer: str) -> Scored:
    grade = grader.grade(rubric, answer)
    share = None if grade.score is None else grade.score / 100
    return Scored(share, grade.cause, grade.prompt_version, grade.injection_suspected)

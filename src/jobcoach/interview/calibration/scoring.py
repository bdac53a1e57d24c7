"""Answers graded one after the other, or several at once where a grader mostly waits."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread

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
    pool = _Pool(grader, answers)
    try:
        yield from pool.run(min(workers, len(answers)))
    finally:
        pool.stop()


class _Pool:
    """Threads that grade one answer after the other.

    They are daemons: whoever interrupts a run does not wait for a model's
    last replies, as the executor of the standard library makes one do.
    """

    def __init__(self, grader: Grader, answers: Sequence[tuple[Rubric, str]]) -> None:
        self._grader = grader
        self._answers = answers
        self._next = iter(range(len(answers)))
        self._lock = Lock()
        self._done: SimpleQueue[tuple[int, Scored | BaseException]] = SimpleQueue()

    def run(self, workers: int) -> Iterator[Scored]:
        """The scores in the order of the answers. Raises what a grader raises."""
        for _ in range(workers):
            Thread(target=self._work, daemon=True).start()
        early: dict[int, Scored] = {}
        for index in range(len(self._answers)):
            while index not in early:
                number, scored = self._done.get()
                if isinstance(scored, BaseException):
                    raise scored
                early[number] = scored
            yield early.pop(index)

    def stop(self) -> None:
        """Grade no more than what is being graded."""
        with self._lock:
            self._next = iter(())

    def _work(self) -> None:
        while (index := self._take()) is not None:
            rubric, answer = self._answers[index]
            try:
                self._done.put((index, _score(self._grader, rubric, answer)))
            except BaseException as error:  # noqa: BLE001 (raised where the scores are read)
                self._done.put((index, error))
                return

    def _take(self) -> int | None:
        with self._lock:
            return next(self._next, None)


def _score(grader: Grader, rubric: Rubric, answer: str) -> Scored:
    grade = grader.grade(rubric, answer)
    share = None if grade.score is None else grade.score / 100
    return Scored(share, grade.cause, grade.prompt_version, grade.injection_suspected)

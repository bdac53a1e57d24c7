"""The search for a counterexample: rounds of small inputs until one fails, then smaller ones."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from jobcoach.errors import InputError
from jobcoach.judge.package.model import Problem, TestGroup
from jobcoach.judge.results import CompileResult, TestResult
from jobcoach.judge.running.trial import Bench
from jobcoach.judge.stress.contest import Contest, Failure, open_contest
from jobcoach.judge.stress.drafts import Draft, guess_draft, read_draft, written
from jobcoach.judge.stress.mutations import mutated
from jobcoach.judge.stress.shrinking import smaller, weight
from jobcoach.judge.task import Task

Progress = Callable[[int, bool], None]
"""Inputs tried, and whether one that fails is being made smaller."""

_FIRST_ROUND = 40
_ROUND = 120
_DRAWN_FOR_ONE = 10  # where fewer of the inputs drawn are valid, drawing goes on no longer
_SEED_BYTES_MAX = 1024
_MOST_SEEDS = 40
_STEPS_A_ROUND = 100
_MOST_STEPS = 1500


@dataclass(frozen=True, slots=True)
class Counterexample:
    """The smallest input that was found to fail, and what came of it."""

    text: str
    test: TestResult


@dataclass(frozen=True, slots=True)
class StressResult:
    """``tried`` valid inputs of ``drawn``; ``compile`` is that of a submission that does not compile."""

    reference: str
    drawn: int
    tried: int
    counterexample: Counterexample | None = None
    compile: CompileResult | None = None


def stress(task: Task, bench: Bench, *, tries: int, seed: int, progress: Progress) -> StressResult:
    """Look for an input that the submission fails and an accepted submission of the package does not.

    Inputs are the package's own small tests, changed at random; its input validators say which are
    valid. The same seed draws the same inputs. Raises InputError for a problem whose inputs cannot
    be drawn so, CannotStress, EnvironmentMissing.
    """
    seeds = _seeds(task.problem)
    rng = Random(seed)  # noqa: S311 (inputs, no secret)
    with (
        tempfile.TemporaryDirectory(prefix="jobcoach-stress-") as folder,
        open_contest(task, bench, Path(folder)) as contest,
    ):
        return _Search(contest, seeds, rng, tries, progress).run()


class _Search:
    def __init__(
        self, contest: Contest, seeds: list[Draft], rng: Random, tries: int, progress: Progress
    ) -> None:
        self._contest, self._seeds, self._rng = contest, seeds, rng
        self._tries, self._progress = tries, progress
        self._drafts: dict[str, Draft] = {}
        self._tried = 0

    def run(self) -> StressResult:
        fresh = self._fresh()
        while self._tried < self._tries:
            size = _FIRST_ROUND if self._tried == 0 else min(_ROUND, self._tries - self._tried)
            texts = sorted(islice(fresh, size * 2), key=lambda text: weight(self._drafts[text]))
            if not texts:
                break
            held = self._contest.hold(texts)
            self._tried += held.judged
            self._progress(self._tried, False)
            if held.not_built is not None:
                return self._result(compiled=held.not_built.compile)
            if held.failure is not None:
                return self._result(self._shrunk(held.failure))
        return self._result()

    def _fresh(self) -> Iterator[str]:
        """Texts that were not drawn before; the package's own small tests first."""
        for draft in self._seeds:
            if (text := written(draft)) not in self._drafts:
                self._drafts[text] = draft
                yield text
        for _ in range(self._tries * _DRAWN_FOR_ONE):
            draft = mutated(self._rng.choice(self._seeds), self._rng)
            if (text := written(draft)) not in self._drafts:
                self._drafts[text] = draft
                yield text

    def _shrunk(self, failure: Failure) -> Failure:
        """The smallest that single steps lead to, or that was reached within so many steps."""
        seen = {failure.text}
        better: Failure | None = failure
        while better is not None and len(seen) < _MOST_STEPS:
            failure, better = better, None
            steps = self._unseen(smaller(self._drafts[failure.text]), seen)
            while (
                better is None and len(seen) < _MOST_STEPS and (texts := list(islice(steps, _STEPS_A_ROUND)))
            ):
                better = self._contest.hold(texts).failure
                self._progress(self._tried, True)
        return better or failure

    def _unseen(self, drafts: Iterator[Draft], seen: set[str]) -> Iterator[str]:
        for draft in drafts:
            if (text := written(draft)) not in seen:
                seen.add(text)
                self._drafts[text] = draft
                yield text

    def _result(self, failure: Failure | None = None, compiled: CompileResult | None = None) -> StressResult:
        found = None if failure is None else Counterexample(failure.text, failure.test)
        return StressResult(self._contest.reference, len(self._drafts), self._tried, found, compiled)


def _seeds(problem: Problem) -> list[Draft]:
    if problem.interactive:
        raise InputError(f"{problem.id} is interactive", why="it has no inputs that could be drawn at random")
    if not problem.input_validators:
        raise InputError(
            f"{problem.id} has no input validator",
            why="nothing says which random inputs keep what its statement promises",
            mend=f"add a program to {problem.root / 'input_validators'}",
        )
    drafts = list(islice(_drafts(problem), _MOST_SEEDS))
    if not drafts:
        raise InputError(f"{problem.id} has no small test", why="random inputs are changes of small tests")
    return drafts


def _drafts(problem: Problem) -> Iterator[Draft]:
    """The package's small tests, the smallest first."""
    for path in sorted(_inputs(problem.data), key=lambda path: path.stat().st_size):
        if path.stat().st_size > _SEED_BYTES_MAX:
            return
        try:
            text = path.read_text(encoding="utf-8")
            draft = read_draft(problem.function.input, text) if problem.function else guess_draft(text)
        except (ValueError, KeyError):
            continue
        if draft:
            yield draft


def _inputs(group: TestGroup) -> Iterator[Path]:
    yield from (test.input_path for test in group.tests if test.input_path.is_file())
    for inner in group.groups:
        yield from _inputs(inner)

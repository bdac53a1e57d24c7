"""What is to be judged: plain values that pickle, so they can be judged anywhere."""

from dataclasses import dataclass

from jobcoach.judge.package.model import Problem
from jobcoach.judge.package.scoring import Stop
from jobcoach.judge.submissions.submission import Submission


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """``time_factor`` multiplies every time limit; ``stop_on_fail`` ends a
    submission at its first test that is not accepted, ``run_all`` runs also those
    tests that can no longer change the grade. A program is killed at
    ``kill_factor`` times its limit: exactly at the limit there would be no
    telling a near miss, which is run again, from an endless loop."""

    time_factor: float = 1.0
    stop_on_fail: bool = False
    run_all: bool = False
    kill_factor: float = 1.15

    @property
    def stop(self) -> Stop:
        """When the tests that are left no longer run."""
        if self.stop_on_fail:
            return Stop.FIRST_FAILURE
        return Stop.NEVER if self.run_all else Stop.AS_PACKAGE


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to judge."""

    submission: Submission
    problem: Problem
    options: JudgeOptions = JudgeOptions()

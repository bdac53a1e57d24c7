"""Judging many submissions, side by side, with results as a stream."""

from dataclasses import dataclass

from jobcoach.judge.package.model import Problem
from jobcoach.judge.submission import Submission


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """``time_factor`` multiplies every time limit; ``stop_on_fail`` ends a
    submission at its first test that is not accepted."""

    time_factor: float = 1.0
    stop_on_fail: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to judge; a plain value that pickles."""

    submission: Submission
    problem: Problem
    options: JudgeOptions = JudgeOptions()

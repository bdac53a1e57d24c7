"""What the samples show, and what can be said where only secret tests fail."""

from dataclasses import replace

from jobcoach.coach.explain.facts import FailedSample, WrongInSecret
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.judge.results import SampleView, TestResult
from jobcoach.judge.running.function_check import Call
from jobcoach.judge.sample_view import SampleRecorder
from jobcoach.judge.verdicts import Verdict


def failed_sample(judged: JudgedTask) -> FailedSample | None:
    """The first sample that is not accepted, its data from the package where the verdict was kept."""
    for test in judged.result.tests:
        if judged.is_sample(test) and test.verdict not in (Verdict.AC, Verdict.JE):
            # What a crash had printed by then is not kept with its verdict: both shall read the same.
            wrong = test.verdict is Verdict.WA
            view = test.sample if wrong and test.sample else _from_package(judged, test)
            return FailedSample(
                problem=judged.result.problem,
                test=test.name,
                verdict=test.verdict,
                sample=view,
                called=judged.code.called,
                output_kept=wrong and test.sample is not None,
                said=test.message.partition("\n")[0] if wrong else "",
            )
    return None


def wrong_in_secret(judged: JudgedTask) -> WrongInSecret | None:
    """The smallest secret test with a wrong answer, if no sample fails."""
    secret = [test for test in judged.result.tests if not judged.is_sample(test)]
    wrong = [test for test in secret if test.verdict is Verdict.WA]
    if not wrong or failed_sample(judged) is not None:
        return None
    right = [test for test in secret if test.verdict is Verdict.AC]
    smallest = min(wrong, key=lambda test: _count(judged, test))
    largest_right = max(right, key=lambda test: _count(judged, test), default=None)
    return WrongInSecret(
        test=smallest.name,
        wrong=len(wrong),
        accepted=len(right),
        size=judged.size(smallest),
        largest_right=judged.size(largest_right) if largest_right else None,
    )


def _from_package(judged: JudgedTask, test: TestResult) -> SampleView | None:
    problem, case = judged.task.problem, judged.cases[test.name]
    if problem.interactive:
        return None
    try:
        called = problem.function is not None and judged.code.called
        call = Call.of_test(problem.function, case).shown if called and problem.function else ""
        view = SampleRecorder(case, call).view("")
    except (OSError, ValueError):
        return None
    return replace(view, given="") if view else None


def _count(judged: JudgedTask, test: TestResult) -> int:
    size = judged.size(test)
    return size.count if size else 0

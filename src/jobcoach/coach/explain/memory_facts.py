"""Memory over the limit or near it, and output over its limit."""

from jobcoach.coach.explain.facts import MemoryUse, TooMuchOutput
from jobcoach.coach.explain.judged_task import ENDED_BY_ITSELF, JudgedTask
from jobcoach.judge.languages import language
from jobcoach.judge.results import TestResult
from jobcoach.judge.verdicts import Verdict

_NEAR = 0.8


def memory_use(judged: JudgedTask) -> MemoryUse | None:
    """The first test over the limit; else the one with the most memory, if that is near it."""
    limit_bytes = judged.task.problem.limits.memory_bytes
    over = next(judged.tests(Verdict.MLE), None)
    if over is not None:
        return _use(judged, over, limit_bytes)
    # A heap of its own keeps within the limit; what the runtime holds beside it is not the program's.
    if language(judged.result.language).own_heap_limit:
        return None
    ended = [test for test in judged.result.tests if test.verdict in ENDED_BY_ITSELF]
    most = max(ended, key=lambda test: test.memory_bytes, default=None)
    if most is None or most.memory_bytes < limit_bytes * _NEAR:
        return None
    return _use(judged, most, limit_bytes)


def too_much_output(judged: JudgedTask) -> TooMuchOutput | None:
    """The first test over the output limit."""
    test = next(judged.tests(Verdict.OLE), None)
    return TooMuchOutput(test.name, judged.task.problem.limits.output_bytes) if test else None


def _use(judged: JudgedTask, test: TestResult, limit_bytes: int) -> MemoryUse:
    smaller = _next_smaller(judged, test)
    return MemoryUse(
        test=test.name,
        size=judged.size(test),
        memory_bytes=test.memory_bytes,
        limit_bytes=limit_bytes,
        over=test.verdict is Verdict.MLE,
        smaller_size=judged.size(smaller) if smaller else None,
        smaller_bytes=smaller.memory_bytes if smaller else 0,
    )


def _next_smaller(judged: JudgedTask, test: TestResult) -> TestResult | None:
    """The largest test below half that size that ended by itself."""
    size = judged.size(test)
    smaller = [
        (own.count, each.memory_bytes, each)
        for each in judged.result.tests
        if each.verdict in ENDED_BY_ITSELF
        and (own := judged.size(each))
        and size
        and own.count * 2 <= size.count
    ]
    return max(smaller, key=lambda each: each[:2])[2] if smaller else None

"""Which test took too long, and how time grows with size where that is beyond doubt."""

from jobcoach.coach.explain.facts import TimeGrowth, TooSlow
from jobcoach.coach.explain.growth import Timing, growth_of
from jobcoach.coach.explain.judged_task import ENDED_BY_ITSELF, JudgedTask, waited
from jobcoach.judge.languages import language
from jobcoach.judge.results import TestResult
from jobcoach.judge.verdicts import Verdict

# Of the simplest steps none does more in one thread: about 30 million in CPython, a billion in compiled code.
_STEPS_A_SECOND_MAX = {"python": 100_000_000}
_COMPILED_STEPS_A_SECOND_MAX = 5_000_000_000


def too_slow(judged: JudgedTask) -> TooSlow | None:
    """The first test over the limit, beside the largest that was not."""
    test = next(judged.tests(Verdict.TLE), None)
    if test is None:
        return None
    limit, size = judged.time_limit_seconds, judged.size(test)
    if waited(test):
        return TooSlow(test.name, size, limit, waited=True)
    passed = _largest(judged, [each for each in judged.result.tests if each.verdict in ENDED_BY_ITSELF])
    row = language(judged.result.language)
    steps = size.count**2 if size and size.measure == "values" else 0
    possible = limit * _STEPS_A_SECOND_MAX.get(row.id, _COMPILED_STEPS_A_SECOND_MAX)
    return TooSlow(
        test=test.name,
        size=size,
        limit_seconds=limit,
        passed_size=judged.size(passed) if passed else None,
        passed_seconds=passed.cpu_seconds if passed else 0.0,
        square_steps=steps if steps > possible else None,
        language=row.name,
    )


def time_growth(judged: JudgedTask) -> TimeGrowth | None:
    """How time grows: for a program that was too slow, or that is right."""
    timings = [
        Timing(size.count, test.cpu_seconds, cut_off=test.verdict is Verdict.TLE)
        for test in judged.result.tests
        if (size := judged.size(test)) is not None
        and (test.verdict in ENDED_BY_ITSELF or (test.verdict is Verdict.TLE and not waited(test)))
    ]
    growth = growth_of(timings)
    if growth is None:
        return None
    slow = next((test for test in judged.tests(Verdict.TLE) if not waited(test)), None)
    test = slow or _largest(judged, list(judged.tests(Verdict.AC)))
    its_size = judged.size(test) if test else None
    if test is None or its_size is None or (slow is None and judged.result.verdict is not Verdict.AC):
        return None
    return TimeGrowth(
        growth=growth.name,
        sizes=growth.sizes,
        size=its_size,
        needed_seconds=growth.seconds_at(its_size.count) if slow else test.cpu_seconds,
        expected=slow is not None,
        limit_seconds=judged.time_limit_seconds,
    )


def _largest(judged: JudgedTask, tests: list[TestResult]) -> TestResult | None:
    """The test with the largest input, the slowest of several."""
    sized = [(size.count, test.cpu_seconds, test) for test in tests if (size := judged.size(test))]
    return max(sized, key=lambda each: each[:2])[2] if sized else None

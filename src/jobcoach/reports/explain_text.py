"""Facts after a verdict as sentences in the user's language: one text for the terminal and for JSON."""

import math
from dataclasses import dataclass

from jobcoach.coach.explain.facts import (
    CodeLine,
    CompileFault,
    Crash,
    Fact,
    FailedSample,
    MemoryUse,
    PartialPoints,
    Size,
    TimeGrowth,
    TooMuchOutput,
    TooSlow,
    WrongInSecret,
)
from jobcoach.judge.results import SampleView
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.explain_difference import difference_text
from jobcoach.reports.figures import duration, points, size
from jobcoach.text import one_line
from jobcoach.words import Words

_SMALL_VALUES = 50
_SECONDS_A_DAY = 86_400
_MINUTE = 60
_GROWTH = {"n": "growth_n", "n^2": "growth_n2", "n^3": "growth_n3", "2^n": "growth_exponential"}


@dataclass(frozen=True, slots=True)
class FactText:
    """``text`` is safe for a terminal; ``code``, ``sample`` and ``rows`` go below it."""

    text: str
    code: CodeLine | None = None
    sample: SampleView | None = None
    output_kept: bool = False
    rows: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def fact_text(fact: Fact, words: Words) -> FactText:
    """The words for a fact."""
    match fact:
        case CompileFault():
            return _compile(fact, words)
        case FailedSample():
            return _sample(fact, words)
        case WrongInSecret():
            return _secret(fact, words)
        case Crash():
            return _crash(fact, words)
        case TooSlow():
            return _slow(fact, words)
        case TimeGrowth():
            return _growth(fact, words)
        case MemoryUse():
            return _memory(fact, words)
        case TooMuchOutput():
            return _output(fact, words)
        case PartialPoints():
            return _points(fact, words)


def _compile(fact: CompileFault, words: Words) -> FactText:
    if not fact.message:
        return FactText(words("explain.fact.compile_unknown"))
    text = words("explain.fact.compile", message=one_line(fact.message))
    more = (words("explain.fact.compile_first"),) if fact.more else ()
    return FactText(text, code=fact.line, after=more)


def _sample(fact: FailedSample, words: Words) -> FactText:
    test = one_line(fact.test)
    if fact.sample is None:
        return FactText(words("explain.fact.sample_talk", test=test, problem=one_line(fact.problem)))
    if fact.verdict is not Verdict.WA:
        key = "sample_ended_call" if fact.called else "sample_ended"
        told = words(f"judge.verdict.{fact.verdict.value}")
        return FactText(words(f"explain.fact.{key}", test=test, verdict=told), sample=fact.sample)
    if not fact.output_kept:
        return FactText(words("explain.fact.sample_not_kept", test=test), sample=fact.sample)
    if fact.said:
        text = words("explain.fact.sample_said", test=test, said=one_line(fact.said))
    else:
        difference = difference_text(fact.sample, words)
        text = words("explain.fact.sample_wrong", test=test, difference=difference)
    return FactText(text.strip(), sample=fact.sample, output_kept=True)


def _secret(fact: WrongInSecret, words: Words) -> FactText:
    test, count = one_line(fact.test), fact.wrong + fact.accepted
    if fact.size is None:
        return FactText(words("explain.fact.secret_wrong_unsized", wrong=fact.wrong, count=count, test=test))
    told = size_text(fact.size, words)
    if fact.wrong == 1:
        text = words("explain.fact.secret_wrong_only", test=test, size=told)
    else:
        text = words("explain.fact.secret_wrong", wrong=fact.wrong, count=count, test=test, size=told)
    return FactText(f"{text} {_where_to_look(fact, fact.size, words)}".strip())


def _where_to_look(fact: WrongInSecret, smallest: Size, words: Words) -> str:
    if smallest.count <= _SMALL_VALUES:
        return words("explain.fact.secret_edge")
    right = fact.largest_right
    if right is not None and right.count < smallest.count:
        return words("explain.fact.secret_large", size=size_text(right, words))
    return ""


def _crash(fact: Crash, words: Words) -> FactText:
    test, error = one_line(fact.test), one_line(fact.error).rpartition(".")[2]
    meaning = words.get(f"explain.error.{_last_name(fact.error)}") or "" if fact.error else ""
    said = words("explain.fact.crash_said", said=one_line(fact.said)) if fact.said else ""
    after = tuple(part for part in (said, meaning) if part)
    if not error:
        return FactText(words("explain.fact.crash_unnamed", test=test), code=fact.line, after=after)
    if not fact.of_sample:
        key = "crash_secret" if fact.size else "crash_secret_unsized"
        told = size_text(fact.size, words) if fact.size else ""
        return FactText(words(f"explain.fact.{key}", test=test, size=told, error=error), after=after)
    key = "crash" if fact.line else "crash_unplaced"
    return FactText(words(f"explain.fact.{key}", test=test, error=error), code=fact.line, after=after)


def _slow(fact: TooSlow, words: Words) -> FactText:
    test, limit = one_line(fact.test), seconds_text(fact.limit_seconds)
    if fact.waited:
        return FactText(words("explain.fact.waited", test=test))
    if fact.size is None:
        return FactText(words("explain.fact.slow_unsized", test=test, limit=limit))
    told = size_text(fact.size, words)
    parts = [words("explain.fact.slow", test=test, size=told, limit=limit)]
    if fact.passed_size is not None:
        passed, took = size_text(fact.passed_size, words), duration(fact.passed_seconds)
        parts.append(words("explain.fact.slow_passed", size=passed, seconds=took))
    if fact.passed_size is not None and fact.passed_size.count >= fact.size.count:
        parts.append(words("explain.fact.slow_not_size"))
    elif fact.square_steps is not None:
        steps = {"steps": f"{fact.square_steps:,}", "language": fact.language}
        parts.append(words("explain.fact.slow_square", size=told, limit=limit, **steps))
    return FactText(" ".join(parts))


def _growth(fact: TimeGrowth, words: Words) -> FactText:
    growth = words(f"explain.fact.{_GROWTH[fact.growth]}")
    size_told, limit = size_text(fact.size, words), seconds_text(fact.limit_seconds)
    text = words("explain.fact.growth", growth=growth, sizes=fact.sizes)
    if fact.expected:
        needed = needed_text(fact.needed_seconds, words)
        more = words("explain.fact.growth_needed", size=size_told, seconds=needed, limit=limit)
    else:
        took = duration(fact.needed_seconds)
        more = words("explain.fact.growth_measured", size=size_told, seconds=took, limit=limit)
    return FactText(f"{text} {more}")


def _memory(fact: MemoryUse, words: Words) -> FactText:
    key = "memory_over" if fact.over else "memory_near"
    values = {
        "test": one_line(fact.test),
        "limit": size(fact.limit_bytes),
        "memory": size(fact.memory_bytes),
    }
    if fact.size is not None:
        key, values["size"] = f"{key}_sized", size_text(fact.size, words)
    text = words(f"explain.fact.{key}", **values)
    if fact.smaller_size is not None:
        smaller, used = size_text(fact.smaller_size, words), size(fact.smaller_bytes)
        text += " " + words("explain.fact.memory_smaller", size=smaller, memory=used)
    return FactText(text)


def _output(fact: TooMuchOutput, words: Words) -> FactText:
    return FactText(words("explain.fact.output", test=one_line(fact.test), limit=size(fact.limit_bytes)))


def _points(fact: PartialPoints, words: Words) -> FactText:
    rows = []
    for each in fact.groups:
        values = {
            "group": one_line(each.group),
            "points": points(each.points),
            "accepted": each.accepted,
            "tests": each.tests,
        }
        if each.max_points is None:
            rows.append(words("explain.fact.points_row_open", **values))
        else:
            rows.append(words("explain.fact.points_row", maximum=points(each.max_points), **values))
    return FactText(words("explain.fact.points"), rows=tuple(rows))


def size_text(value: Size, words: Words) -> str:
    """``120,000 values``."""
    table = words.texts("explain")
    form = "one" if value.count == 1 else "other"
    return table[f"explain.{value.measure}.{form}"].format(count=f"{value.count:,}")


def seconds_text(seconds: float) -> str:
    """A limit: ``2 s``, ``1.5 s``."""
    return f"{seconds:.3g} s"


def needed_text(seconds: float, words: Words) -> str:
    """An estimate to two figures: ``2.4 s``, ``40 s``, ``12 min``, ``5 h``."""
    if not math.isfinite(seconds) or seconds >= _SECONDS_A_DAY:
        return words("explain.fact.endless")
    for unit, length in (("h", _MINUTE * _MINUTE), ("min", _MINUTE), ("s", 1)):
        if seconds >= 2 * length or unit == "s":
            return f"{float(f'{seconds / length:.2g}'):g} {unit}"
    return ""


def _last_name(error: str) -> str:
    """``java.lang.NullPointerException`` and ``std::out_of_range`` by their last names."""
    return error.replace("::", ".").rpartition(".")[2]

"""Which lines of a file are sent where not all can be: whole functions, the telling ones first."""

from collections.abc import Iterable, Iterator, Sequence

from jobcoach.portfolio.facts.repository import FunctionFacts
from jobcoach.portfolio.pack.packed import Span, tokens_of

_HEAD_LINES_MAX = 25
_LINES_AROUND = 6
LINE_CHARACTERS_MAX = 400


def numbered(number: int, line: str) -> str:
    """A line as it is sent."""
    cut = line if len(line) <= LINE_CHARACTERS_MAX else line[: LINE_CHARACTERS_MAX - 1] + "…"
    return f"{number}| {cut}\n"


def cut(
    lines: Sequence[str], functions: Sequence[FunctionFacts], cited: Iterable[int], tokens: float
) -> tuple[Span, ...]:
    """First and last lines, in order and apart, that together take at most ``tokens``.

    All of the file if it fits; else its head, what stands around the cited lines, and its functions from
    the most complex on, each whole. Where not even one of these fits, as many lines from the top as do.
    """
    costs = [tokens_of(numbered(number, line)) for number, line in enumerate(lines, 1)]
    if sum(costs) <= tokens:
        return ((1, len(lines)),) if lines else ()
    gap = tokens_of(GAP)
    left = tokens
    taken: set[int] = set()
    for start, end in _segments(len(lines), functions, cited):
        new = [number for number in range(start, end + 1) if number not in taken]
        cost = sum(costs[number - 1] for number in new) + gap
        if new and cost <= left:
            taken.update(new)
            left -= cost
    return _spans(taken) or _from_the_top(lines, costs, tokens - gap)


GAP = "…\n"
"""Stands where lines are left out."""


def _segments(count: int, functions: Sequence[FunctionFacts], cited: Iterable[int]) -> Iterator[Span]:
    first = min((function.start for function in functions), default=count + 1)
    yield 1, max(1, min(first - 1, _HEAD_LINES_MAX, count))
    for line in sorted(set(cited)):
        if 1 <= line <= count:
            yield _around(line, count, functions)
            yield max(1, line - _LINES_AROUND), min(count, line + _LINES_AROUND)
    for function in sorted(functions, key=lambda each: (-each.complexity, each.start)):
        if 1 <= function.start <= function.end <= count:
            yield function.start, function.end


def _around(line: int, count: int, functions: Sequence[FunctionFacts]) -> Span:
    """The innermost function around a line, else some lines."""
    around = [each for each in functions if each.start <= line <= each.end <= count]
    if not around:
        return max(1, line - _LINES_AROUND), min(count, line + _LINES_AROUND)
    inner = max(around, key=lambda each: each.start)
    return inner.start, inner.end


def _from_the_top(lines: Sequence[str], costs: Sequence[float], tokens: float) -> tuple[Span, ...]:
    """Up to a blank line, if one is near the end of what fits."""
    end = 0
    for cost in costs:
        if cost > tokens:
            break
        tokens -= cost
        end += 1
    blank = next((number for number in range(end, end // 2, -1) if not lines[number - 1].strip()), end)
    return ((1, blank),) if blank else ()


def _spans(taken: Iterable[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for number in sorted(taken):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return tuple(spans)

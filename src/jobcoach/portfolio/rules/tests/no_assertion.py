"""T03: a test that looks at nothing."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.rules.tables import pattern
from jobcoach.portfolio.rules.test_bodies import TestBody, test_bodies
from jobcoach.portfolio.rules.test_files import is_test

# That the context starts is what such a test checks; others say by their name that nothing must be thrown.
_ENOUGH_TO_RUN = re.compile(
    r"context_?loads|load_?context|smoke|does_?n[o']?t_?(?:throw|raise|crash)|not_?throw|without_?(?:throwing|crash|error)|"
    r"no_?(?:error|exception)|renders?\b|예외가? ?_?(?:발생하지|안)|정상",
    re.IGNORECASE,
)
# Said in a comment: that nothing is thrown is what the test is for.
_NOTHING_THROWN = re.compile(
    r"(?://|#).*(?:(?:에러|예외|오류)(?:가|를)? ?(?:없|안|발생하지)|정상 ?(?:완료|종료|처리|실행|동작)|"
    r"not? (?:error|exception|throw))",
    re.IGNORECASE,
)
# What measures prints what it found.
_MEASURES = re.compile(r"perf|benchmark|load_?test|성능", re.IGNORECASE)
_CALL = re.compile(r"(?<![\w.])([A-Za-z_가-힣]\w*)\(")
_JUST_PRINTS = re.compile(r"System\.out\.print|\bprintln?\(|console\.log|\blog(?:ger)?\.(?:info|debug)\(")
_SILENCED = re.compile(
    r"\s*(?://|#)\s*(?:self\.|[\w.]*\.)?(?:(?:assert|expect|verify)\w*\(|assert .*(?:==|!=|[<>]| in | is ))"
)
_KEPT = re.compile(
    r"^[ \t]*(?:(?:final |val |var |const |let )|[A-Z][\w.<>\[\], ]* )?([a-z_]\w*) = [^=]", re.MULTILINE
)
_DEFINITION = re.compile(
    r"(?:\bdef|\bfunction|\bfun|\bvoid|\bconst|\blet|[\w>\]]) ([A-Za-z_가-힣]\w*)(?:\(| = (?:async )?\()"
)


def check(source: SourceText) -> Iterator[Hit]:
    """Tests without an assertion, or a call of what may hold one, in which a result is seen to be left alone.

    It is printed, or kept and never looked at, or an assertion on it was commented out. A test
    that only runs code may be right: that nothing is thrown can be what it is for.
    """
    if _MEASURES.search(source.path):
        return
    bodies = list(test_bodies(source))
    suspects = [body for body in bodies if not _asserts(body) and not _enough_to_run(body)]
    helpers = _asserting_helpers(source, bodies) if suspects else frozenset()
    for body in suspects:
        if helpers.isdisjoint(_CALL.findall(body.code)) and _leaves_alone(source, body):
            yield Hit(body.start, body.end, {"name": body.name[:80]})


def _enough_to_run(body: TestBody) -> bool:
    return _ENOUGH_TO_RUN.search(f"{body.name} {body.head}") is not None


def _leaves_alone(source: SourceText, body: TestBody) -> bool:
    if any(_NOTHING_THROWN.search(line[:500]) for line in source.lines[body.start - 1 : body.end]):
        return False
    if _JUST_PRINTS.search(body.code):
        return True
    if any(_SILENCED.match(line) for line in source.lines[body.start - 1 : body.end]):
        return True
    kept = _KEPT.findall(body.code)
    return bool(kept) and len(re.findall(rf"\b{re.escape(kept[-1])}\b", body.code)) == 1


def _asserts(body: TestBody) -> bool:
    return "expected" in body.head or pattern("tests", "asserts").search(body.code) is not None


def _asserting_helpers(source: SourceText, bodies: list[TestBody]) -> frozenset[str]:
    """Functions that are called here and defined here beside the tests: they may assert for them."""
    called = {name for body in bodies for name in _CALL.findall(body.code)}
    tests = {number for body in bodies for number in range(body.start, body.end + 1)}
    outside = "\n".join(line for number, line in enumerate(source.lines, start=1) if number not in tests)
    defined = frozenset(_DEFINITION.findall(outside))
    return frozenset(called & defined)


RULE = FileRule("T03", "tests", "medium", "medium", is_test, check)

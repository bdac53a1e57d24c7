"""What verdicts a reference submission may get, from its folder or its annotation."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.verdicts import Verdict

AC, WA, TLE, RTE = Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.RTE
# The formats know no verdict for memory or output; a program stopped for either has crashed.
CRASHES = frozenset({RTE, Verdict.MLE, Verdict.OLE})
FAILURES = CRASHES | {WA, TLE}
ANYTHING = FAILURES | {AC, Verdict.CE}  # but a fault of the judge's own

# Names of folders (Kattis, ICPC, DOMjudge) and of annotated results, in lower
# case and with underscores.
_BY_NAME: dict[str, frozenset[Verdict]] = {
    "accepted": frozenset({AC}),
    "correct": frozenset({AC}),
    "partially_accepted": frozenset({AC}),
    "slow_accepted": frozenset({AC, TLE}),
    "wrong_answer": frozenset({WA}),
    "no_output": frozenset({WA}),
    "time_limit_exceeded": frozenset({TLE}),
    "timelimit": frozenset({TLE}),
    "run_time_error": CRASHES,
    "runtime_error": CRASHES,
    "run_error": CRASHES,
    "memory_limit_exceeded": frozenset({Verdict.MLE, RTE}),
    "memory_limit": frozenset({Verdict.MLE, RTE}),
    "output_limit_exceeded": frozenset({Verdict.OLE}),
    "output_limit": frozenset({Verdict.OLE}),
    "compiler_error": frozenset({Verdict.CE}),
    "compile_error": frozenset({Verdict.CE}),
    "rejected": FAILURES,
    "brute_force": CRASHES | {TLE},
}
# Folders that say no more than "not plainly accepted": an annotation says more.
_VAGUE = ("rejected", "brute_force")
_ANNOTATION = re.compile(rb"@EXPECTED_(RESULTS|SCORE)@:[ \t]*([^\r\n]*)", re.IGNORECASE)
_MAX_ANNOTATED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Annotation:
    """DOMjudge's ``@EXPECTED_RESULTS@:`` and ``@EXPECTED_SCORE@:`` in a source."""

    expected: frozenset[Verdict] | None = None
    points: tuple[float, float] | None = None


def expected_by_name(name: str) -> frozenset[Verdict] | None:
    """Verdicts for a folder's name or a result's; None if it is not a known one."""
    return _BY_NAME.get(name.strip().lower().replace("-", "_").replace(" ", "_"))


def leaves_room(folder: str) -> bool:
    """Whether an annotation counts in this folder.

    As in DOMjudge, one cannot overrule a folder that names its verdict.
    """
    return expected_by_name(folder) is None or folder in _VAGUE


def read_annotation(files: Iterable[Path]) -> Annotation | None:
    """The annotation in a submission's files; None without one.

    Raises:
        ValueError: there are several, or one names an unknown result.
    """
    found: list[tuple[bytes, bytes]] = []
    for path in files:
        with path.open("rb") as file:
            found += _ANNOTATION.findall(file.read(_MAX_ANNOTATED_BYTES))
    if not found:
        return None
    if len(found) > 1:
        raise ValueError("more than one @EXPECTED_RESULTS@ or @EXPECTED_SCORE@")
    kind, value = found[0]
    text = value.decode("utf-8", "replace").strip()
    # An annotation may stand inside a comment that ends on the same line.
    text = text.removesuffix("*/").removesuffix("-->").strip()
    return _score(text) if kind.upper() == b"SCORE" and _is_number(text) else _results(text)


def _results(text: str) -> Annotation:
    verdicts: set[Verdict] = set()
    for name in text.split(","):
        known = expected_by_name(name)
        if known is None:
            raise ValueError(f"@EXPECTED_RESULTS@ names an unknown result: {name.strip()!r}")
        verdicts |= known
    return Annotation(expected=frozenset(verdicts))


def _score(text: str) -> Annotation:
    return Annotation(points=(float(text), float(text)))


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False

"""What custom validators are called with, and what their answers mean.

Pure functions; running the validator is someone else's. Sources: the problem
package format (exit codes 42 and 43, files in the feedback folder) and
testlib.h (``TResult`` and its exit codes).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobcoach.judge.checkers.floats import parse_float
from jobcoach.judge.package.model import ScoreFile, ScoreRules
from jobcoach.judge.verdicts import Verdict
from jobcoach.text import nfc, printable

_ACCEPT, _REJECT = 42, 43
_MAX_MESSAGE_CHARACTERS = 4096
# testlib.h: _wa 1, _pe 2, _dirt 4, _unexpected_eof 8 are the candidate's; _fail 3 is the judge's.
_TESTLIB_REJECTIONS = (1, 2, 4, 8)
_TESTLIB_FAIL = 3
_TESTLIB_POINTS = (5, 7)
_TESTLIB_PARTLY = range(16, 116 + 1)  # 16 + percent
_POINTS_LINE = re.compile(rb"\A\s*(?:partially correct \()?points\s+([-+0-9.eE]+)\)?[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ValidatorVerdict:
    """A validator's answer. ``message`` is for the problem's author: it may tell secrets."""

    verdict: Verdict
    points: float | None = None
    multiplier: float | None = None
    message: str = ""
    team_message: str = ""


def icpc_arguments(input_path: str, answer_path: str, feedback_dir: str, flags: Sequence[str]) -> list[str]:
    """Arguments of an ICPC validator, which reads the output on its standard input."""
    return [input_path, answer_path, feedback_dir.rstrip("/") + "/", *flags]


def testlib_arguments(input_path: str, output_path: str, answer_path: str, flags: Sequence[str]) -> list[str]:
    """Arguments of a testlib checker (or interactor: then ``output_path`` is its own log)."""
    return [input_path, output_path, answer_path, *flags]


def icpc_verdict(
    exit_code: int, feedback: Mapping[str, bytes], stderr: bytes, rules: ScoreRules | None = None
) -> ValidatorVerdict:
    """The verdict of an ICPC validator. ``exit_code`` is negative for a signal.

    ``feedback`` are the files of the feedback folder by name, ``rules`` what it
    may say of points (nothing, by default).
    """
    message = _text(feedback.get("judgeerror.txt") or feedback.get("judgemessage.txt") or b"")
    team = _text(feedback.get("teammessage.txt", b""))
    if exit_code not in (_ACCEPT, _REJECT):
        details = message or _text(stderr)
        return _judge_error(f"the validator {_ending(exit_code)}, not with 42 or 43", details)
    if "nextpass.in" in feedback:
        return _judge_error("the validator asks for another pass, which is not supported", message)
    rules = rules or ScoreRules()
    if exit_code == _REJECT:
        given = [name for name in ("score.txt", "score_multiplier.txt") if name in feedback]
        if given:
            return _judge_error(f"the validator rejected the output and wrote {given[0]}", message)
        return ValidatorVerdict(Verdict.WA, message=message, team_message=team)
    try:
        points, multiplier = _score(feedback, rules)
    except ValueError as error:
        return _judge_error(str(error), message)
    return ValidatorVerdict(Verdict.AC, points, multiplier, message, team)


def testlib_verdict(exit_code: int, stderr: bytes, full_points: float | None = None) -> ValidatorVerdict:
    """The verdict of a testlib checker, which writes its comment to standard error.

    ``full_points`` is what the test is worth, None if tests carry no points.
    A test with part of its points is accepted with those points.
    """
    message = _text(stderr)
    if exit_code == 0:
        return ValidatorVerdict(Verdict.AC, message=message)
    if exit_code in _TESTLIB_REJECTIONS:
        return ValidatorVerdict(Verdict.WA, message=message)
    if exit_code in _TESTLIB_POINTS:
        match = _POINTS_LINE.match(stderr)
        points = parse_float(match[1]) if match else None
        if points is None:
            return _judge_error("the checker gives points and does not say how many", message)
        if full_points is None:
            return _judge_error("the checker gives points, but the problem has none", message)
        return _partly(points, min(points, full_points), message)
    if exit_code in _TESTLIB_PARTLY:
        share = (exit_code - _TESTLIB_PARTLY.start) / 100
        if full_points is None:
            return ValidatorVerdict(Verdict.AC if share >= 1 else Verdict.WA, message=message)
        return _partly(share, share * full_points, message)
    reason = "the checker failed" if exit_code == _TESTLIB_FAIL else f"the checker {_ending(exit_code)}"
    return _judge_error(reason, message)


def _partly(given: float, points: float, message: str) -> ValidatorVerdict:
    if given <= 0:
        return ValidatorVerdict(Verdict.WA, message=message)
    return ValidatorVerdict(Verdict.AC, points=points, message=message)


def _score(feedback: Mapping[str, bytes], rules: ScoreRules) -> tuple[float | None, float | None]:
    """Points and multiplier that the files give.

    Raises:
        ValueError: a file says what it may not.
    """
    score, share = feedback.get("score.txt"), feedback.get("score_multiplier.txt")
    if score is not None and share is not None:
        raise ValueError("the validator wrote both score.txt and score_multiplier.txt")
    if score is None and share is None:
        if rules.file is ScoreFile.REQUIRED:
            raise ValueError("the validator gave no points: score.txt is missing")
        return None, None
    if share is not None:
        if not rules.multiplier:
            raise ValueError("the validator wrote score_multiplier.txt, which counts for nothing here")
        return None, _number("score_multiplier.txt", share, 1.0)
    if rules.file is ScoreFile.FORBIDDEN:
        raise ValueError("the validator wrote score.txt, which counts for nothing here")
    return _number("score.txt", score or b"", rules.maximum), None


def _number(name: str, content: bytes, maximum: float | None) -> float:
    value = parse_float(content.strip())
    if value is None or value < 0 or (maximum is not None and value > maximum):
        bound = "0 or more" if maximum is None else f"from 0 to {maximum:g}"
        raise ValueError(f"{name} must be a number {bound}, not {_text(content)[:40]!r}")
    return value


def _judge_error(reason: str, details: str) -> ValidatorVerdict:
    return ValidatorVerdict(Verdict.JE, message=f"{reason}: {details}" if details else reason)


def _ending(exit_code: int) -> str:
    return f"ended with {exit_code}" if exit_code >= 0 else f"was killed by signal {-exit_code}"


def _text(content: bytes) -> str:
    head = content[: 4 * _MAX_MESSAGE_CHARACTERS].decode("utf-8", "replace")
    return printable(nfc(head)).strip()[:_MAX_MESSAGE_CHARACTERS]

"""Answers of ICPC validators and testlib checkers, told as verdicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.checkers.validator_protocol import (
    ValidatorVerdict,
    icpc_arguments,
    icpc_verdict,
)
from jobcoach.judge.checkers.validator_protocol import (
    testlib_arguments as arguments_of_testlib,
)
from jobcoach.judge.checkers.validator_protocol import (
    testlib_verdict as verdict_of_testlib,
)
from jobcoach.judge.package.model import ScoreFile, ScoreRules
from jobcoach.judge.verdicts import Verdict

AC, WA, JE = Verdict.AC, Verdict.WA, Verdict.JE
OPEN = ScoreRules(ScoreFile.ALLOWED, multiplier=True, maximum=50.0)
REQUIRED = ScoreRules(ScoreFile.REQUIRED)


def test_arguments() -> None:
    assert icpc_arguments("1.in", "1.ans", "feedback", ["strict"]) == ["1.in", "1.ans", "feedback/", "strict"]
    assert arguments_of_testlib("1.in", "out", "1.ans", []) == ["1.in", "out", "1.ans"]


@pytest.mark.parametrize(
    ("exit_code", "feedback", "rules", "expected"),
    [
        (42, {}, None, ValidatorVerdict(AC)),
        (43, {"judgemessage.txt": b"bad\xff\n", "teammessage.txt": b"no"}, None,
         ValidatorVerdict(WA, message="bad\ufffd", team_message="no")),
        (42, {"score.txt": b" 12.5\n"}, OPEN, ValidatorVerdict(AC, points=12.5)),
        (42, {"score.txt": b"7"}, REQUIRED, ValidatorVerdict(AC, points=7.0)),
        (42, {"score_multiplier.txt": b"0.25"}, OPEN, ValidatorVerdict(AC, multiplier=0.25)),
    ],
)  # fmt: skip
def test_icpc(
    exit_code: int, feedback: dict[str, bytes], rules: ScoreRules | None, expected: ValidatorVerdict
) -> None:
    assert icpc_verdict(exit_code, feedback, b"", rules) == expected


@pytest.mark.parametrize(
    ("exit_code", "feedback", "rules", "reason"),
    [
        (0, {}, None, "the validator ended with 0, not with 42 or 43: trace"),
        (1, {"judgeerror.txt": b"no file"}, None, "ended with 1, not with 42 or 43: no file"),
        (-11, {}, None, "killed by signal 11"),
        (42, {"nextpass.in": b""}, None, "another pass"),
        (43, {"score.txt": b"1"}, OPEN, "rejected the output and wrote score.txt"),
        (42, {"score.txt": b"1"}, None, "score.txt, which counts for nothing"),
        (42, {"score.txt": b"51"}, OPEN, "from 0 to 50, not '51'"),
        (42, {"score.txt": b"-1"}, REQUIRED, "0 or more"),
        (42, {"score.txt": b"nan"}, OPEN, "must be a number"),
        (42, {"score.txt": b""}, OPEN, "must be a number"),
        (42, {"score_multiplier.txt": b"1.1"}, OPEN, "from 0 to 1"),
        (42, {"score_multiplier.txt": b"1"}, REQUIRED, "counts for nothing"),
        (42, {"score.txt": b"1", "score_multiplier.txt": b"1"}, OPEN, "both"),
        (42, {}, REQUIRED, "score.txt is missing"),
    ],
)
def test_icpc_faults_are_the_judges(
    exit_code: int, feedback: dict[str, bytes], rules: ScoreRules | None, reason: str
) -> None:
    verdict = icpc_verdict(exit_code, feedback, b"trace", rules)
    assert verdict.verdict is JE
    assert reason in verdict.message


@pytest.mark.parametrize(
    ("exit_code", "stderr", "full_points", "verdict", "points"),
    [
        (0, b"ok 3 numbers\n", None, AC, None),
        (1, b"wrong answer 1st\n", None, WA, None),
        (2, b"wrong output format\n", None, WA, None),
        (3, b"FAIL bad judge\n", None, JE, None),
        (4, b"wrong output format extra\n", None, WA, None),
        (8, b"unexpected eof\n", None, WA, None),
        (7, b"points 12.5 nice\n", 20.0, AC, 12.5),
        (7, b"points 30\n", 20.0, AC, 20.0),
        (7, b"points 0\n", 20.0, WA, None),
        (5, b"partially correct (points 3) x", 20.0, AC, 3.0),
        (7, b"points many", 20.0, JE, None),
        (7, b"points 1", None, JE, None),
        (16 + 25, b"partially correct (25)", 20.0, AC, 5.0),
        (16, b"partially correct (0)", 20.0, WA, None),
        (16 + 25, b"", None, WA, None),
        (16 + 100, b"", None, AC, None),
        (6, b"", None, JE, None),
        (139, b"", None, JE, None),
        (-9, b"", None, JE, None),
    ],
)
def test_testlib(
    exit_code: int, stderr: bytes, full_points: float | None, verdict: Verdict, points: float | None
) -> None:
    found = verdict_of_testlib(exit_code, stderr, full_points)
    assert (found.verdict, found.points) == (verdict, points)


@given(
    st.integers(-64, 255),
    st.dictionaries(st.sampled_from(["score.txt", "score_multiplier.txt", "judgemessage.txt"]), st.binary()),
    st.binary(),
    st.sampled_from([None, OPEN, REQUIRED]),
)
def test_only_42_accepts_and_only_43_rejects(
    exit_code: int, feedback: dict[str, bytes], stderr: bytes, rules: ScoreRules | None
) -> None:
    found = icpc_verdict(exit_code, feedback, stderr, rules)
    assert found.verdict in {42: (AC, JE), 43: (WA, JE)}.get(exit_code, (JE,))
    assert found.points is None or (found.verdict is AC and found.points >= 0)

"""Verified packages: expected against given verdicts, as lines and as JSON."""

from pathlib import Path

from jobcoach.judge.verdicts import Verdict
from jobcoach.judge.verify import ProblemReport, SubmissionCheck
from jobcoach.reports.style import Style
from jobcoach.reports.verify_json import verify_document
from jobcoach.reports.verify_terminal import problem_lines, verify_totals
from jobcoach.text import width
from jobcoach.words import Words

EN, KO, PLAIN = Words("en"), Words("ko"), Style(80)
GOOD = SubmissionCheck("submissions/accepted/a.py", (Verdict.AC,), Verdict.AC, True, "", 0.012)
BAD = SubmissionCheck(
    "submissions/wrong_answer/한글 이름.py",
    (Verdict.WA, Verdict.TLE),
    Verdict.AC,
    False,
    "bad\x1b " * 30,
    1.5,
)
SOUND = ProblemReport("two-sum", Path("two-sum"), True, (), (), (GOOD,), 1.0, True)
FAULTY = ProblemReport(
    "b", Path("b"), False, ("data/1.in: too long",), ("no statement",), (GOOD, BAD), 2.5, False
)
BROKEN = ProblemReport("c", Path("c"), False, ("problem.yaml:3: not YAML",), (), (), None, False)


def test_json_has_the_promised_shape() -> None:
    document = verify_document([SOUND])
    assert document["format"] == "jobcoach.verify/1"
    [problem] = document["problems"]  # type: ignore[misc]  # the document is a plain JSON value
    assert {key: problem[key] for key in ("id", "ok", "errors", "warnings")} == {
        "id": "two-sum",
        "ok": True,
        "errors": [],
        "warnings": [],
    }
    [submission] = problem["submissions"]
    assert {key: submission[key] for key in ("path", "expected", "verdict", "ok")} == {
        "path": "submissions/accepted/a.py",
        "expected": ["AC"],
        "verdict": "AC",
        "ok": True,
    }


def test_sound_package_is_told_in_a_line_a_submission() -> None:
    assert problem_lines(SOUND, EN, PLAIN) == [
        "ok      two-sum · time limit 1 s (inferred)",
        "  ok  accepted/a.py  AC      AC      12 ms",
    ]


def test_what_is_not_as_expected_stands_out_and_says_why() -> None:
    shown = problem_lines(FAULTY, EN, PLAIN)
    assert shown[0] == "not ok  b · time limit 2.5 s"
    assert shown[2] == "  NO  wrong_answer/한글 이름.py  WA/TLE  AC    1500 ms"
    assert "bad\\x1b" in shown[3]
    assert shown[-2:] == ["      error: data/1.in: too long", "      warning: no statement"]
    assert all(width(line) <= 80 for line in shown)


def test_package_that_does_not_load_is_told_with_its_error() -> None:
    assert problem_lines(BROKEN, EN, PLAIN) == ["not ok  c", "      error: problem.yaml:3: not YAML"]


def test_columns_align_in_korean() -> None:
    shown = problem_lines(FAULTY, KO, PLAIN)[1:3]
    assert len({width(line.split(" ms")[0]) for line in shown}) == 1


def test_totals() -> None:
    assert verify_totals([SOUND], EN, PLAIN) == "1 problem · 1 submission · all as expected"
    assert (
        verify_totals([SOUND, FAULTY, BROKEN], EN, PLAIN)
        == "3 problems · 3 submissions · 2 problems not as expected"
    )

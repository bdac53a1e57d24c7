"""``judge --json`` has exactly the shape that its format promises."""

import json

import pytest
from judged_cases import SECRET, judged, mixed_report, outcome

from jobcoach.reports.judge_json import judge_document
from jobcoach.reports.judge_report import JudgeReport, falls_short


def test_shape_of_a_submission() -> None:
    test = outcome("sample/1", cpu_seconds=0.01, memory_bytes=9000000)
    document = judge_document(JudgeReport("docker", (judged("a.py", "AC", test),)))
    assert document["format"] == "jobcoach.judge/1"
    assert document["sandbox"] == "docker"
    [submission] = document["submissions"]  # type: ignore[misc]  # the document is a plain JSON value
    assert {
        key: submission[key] for key in ("path", "problem", "language", "verdict", "points", "max_points")
    } == {
        "path": "a.py",
        "problem": "two-sum",
        "language": "python",
        "verdict": "AC",
        "points": 100.0,
        "max_points": 100.0,
    }
    assert submission["compile"] == {"ok": True, "seconds": 0.1234, "output": "", "cached": False}
    assert submission["id"] == 7
    assert submission["tests"] == [
        {
            "name": "sample/1",
            "group": "sample",
            "verdict": "AC",
            "cpu_seconds": 0.01,
            "wall_seconds": 0.02,
            "memory_bytes": 9000000,
            "points": None,
            "message": "",
        }
    ]


def test_points_are_floats_even_if_the_judge_counted_in_whole_numbers() -> None:
    text = json.dumps(judge_document(JudgeReport("docker", (judged(points=3, max_points=10),))))
    assert '"points": 3.0, "max_points": 10.0' in text


def test_secret_messages_stay_out_and_sample_messages_in() -> None:
    text = json.dumps(judge_document(mixed_report()))
    assert SECRET not in text
    assert "3 is right" in text


def test_what_was_not_judged_is_listed() -> None:
    document = judge_document(mixed_report())
    assert document["unusable"] == [
        {
            "path": "empty.py",
            "error": "empty.py is empty",
            "why": "there is nothing to judge in it",
            "mend": "",
        }
    ]
    assert document["not_judged"] == ["late.py"]
    assert document["stopped_by"] == "interrupted"


@pytest.mark.parametrize(
    ("verdict", "points", "fail_under", "short"),
    [
        ("AC", None, None, False),
        ("WA", None, None, True),
        ("AC", None, 100.0, False),
        ("WA", None, 1.0, True),
        ("WA", None, 0.0, False),
        ("WA", 60.0, 60.0, False),
        ("WA", 59.9, 60.0, True),
        ("AC", 40.0, 60.0, True),
    ],
)
def test_when_a_run_falls_short(
    verdict: str, points: float | None, fail_under: float | None, short: bool
) -> None:
    maximum = None if points is None else 100.0
    report = JudgeReport("docker", (judged(), judged("b.py", verdict, points=points, max_points=maximum)))
    assert falls_short(JudgeReport("docker", report.judged[1:]), fail_under) is short

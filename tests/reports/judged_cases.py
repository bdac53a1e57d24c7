"""Results as the judge gives them, short to write down in tests."""

from typing import Any

from jobcoach.errors import InputError
from jobcoach.judge.results import CompileResult, SampleView, SubmissionResult, TestResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import Judged, JudgeReport

# Stands where a validator's message about a secret test would quote the test.
SECRET = "expected 4242 but got 17"


def outcome(name: str, verdict: str = "AC", **more: Any) -> TestResult:
    values: dict[str, Any] = {"cpu_seconds": 0.012, "wall_seconds": 0.02, "memory_bytes": 9_000_000} | more
    return TestResult(name, name.rpartition("/")[0], Verdict(verdict), **values)


def judged(path: str = "a.py", verdict: str = "AC", *tests: TestResult, **more: Any) -> Judged:
    values: dict[str, Any] = {
        "problem": "two-sum",
        "problem_version": "1" * 64,
        "language": "python",
        "sandbox": "docker",
        "image_digest": "sha256:1",
        "source_hash": "2" * 64,
        "points": None,
        "max_points": None,
        "compile": CompileResult(ok=verdict != "CE", seconds=0.1234),
    } | more
    names = values.pop("test_names", tuple(test.name for test in tests))
    result = SubmissionResult(path=path, verdict=Verdict(verdict), tests=tests, **values)
    return Judged(result, names, record_id=7)


def mixed_report() -> JudgeReport:
    """One of everything: accepted, wrong, compile error, judge error, unusable, interrupted."""
    sample = SampleView("1 2\n", "3\n", "4\n")
    return JudgeReport(
        sandbox="docker",
        judged=(
            judged("ok.py", "AC", outcome("sample/1"), outcome("secret/1"), points=100.0, max_points=100.0),
            judged(
                "wrong.py",
                "WA",
                outcome("sample/1", "WA", message="3 is right", sample=sample),
                outcome("secret/1", "WA", message=SECRET),
                test_names=("sample/1", "secret/1", "secret/2"),
            ),
            judged(
                "broken.cpp",
                "CE",
                compile=CompileResult(ok=False, output="x.cpp:1: error: <oh> & \x1b[31m\x00"),
            ),
            judged("engine.py", "JE", message="the container was lost"),
        ),
        unusable=(
            Unusable("empty.py", InputError("empty.py is empty", why="there is nothing to judge in it")),
        ),
        not_judged=("late.py",),
        stopped_by="interrupted",
    )

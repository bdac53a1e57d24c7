"""What packages say of their reference submissions, and whether it came true."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.package.expectations import CRASHES, read_annotation
from jobcoach.judge.package.glob import glob_matches
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Program, ReferenceSubmission
from jobcoach.judge.package.reference_check import unmet_expectations
from jobcoach.judge.package.scoring import Score
from jobcoach.judge.results import TestResult
from jobcoach.judge.verdicts import Verdict

AC, WA, TLE, RTE = Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.RTE
Files = dict[str, str | bytes]


@pytest.mark.parametrize(
    ("pattern", "name", "matches"),
    [
        ("accepted", "accepted/a.py", True),
        ("accepted/*", "accepted/a.py", True),
        ("accepted/*", "accepted/folder/Main.java", True),
        ("accepted/*.py", "accepted/a.pyc", False),
        ("*/a.{py,cpp}", "wrong_answer/a.cpp", True),
        ("*/a.{py,cpp}", "wrong_answer/a.java", False),
        ("secret/*{ 4 ,5}{ 2 }", "secret/42", True),
        ("secret/*-easy", "secret/1-easy", True),
        ("secret/*-easy", "secret/deep/1-easy", False),
        ("a[b].py", "ab.py", False),
        ("a.{py", "a.{py", True),
        ("**", "accepted/a.py", True),
    ],
)
def test_globs(pattern: str, name: str, matches: bool) -> None:
    assert glob_matches(pattern, name) is matches


@given(st.text(st.sampled_from("ab*{},/.[("), max_size=20), st.text(st.sampled_from("ab/."), max_size=20))
def test_no_glob_breaks(pattern: str, name: str) -> None:
    assert glob_matches(pattern, name) in (True, False)


def submissions(root: Path) -> dict[str, ReferenceSubmission]:
    return {s.path.removeprefix("submissions/"): s for s in load_problem(root).submissions}


def test_folders_of_the_newer_format(make_package, newer: Files) -> None:
    for folder in ("wrong_answer", "time_limit_exceeded", "run_time_error", "brute_force", "rejected"):
        newer[f"submissions/{folder}/a.py"] = "x"
    found = submissions(make_package(newer))
    assert found["accepted/a.py"].expected == {AC}
    assert found["wrong_answer/a.py"].expected == {WA}
    assert found["run_time_error/a.py"].expected == CRASHES
    assert found["brute_force/a.py"].expected == CRASHES | {TLE}
    assert found["rejected/a.py"].expected == CRASHES | {TLE, WA}
    assert {name for name, s in found.items() if s.uses_for_time_limit} == {
        "accepted/a.py",
        "wrong_answer/a.py",
        "run_time_error/a.py",
    }
    assert {name for name, s in found.items() if s.counts_as_too_slow} == {"time_limit_exceeded/a.py"}


def test_submissions_yaml(make_package, newer: Files) -> None:
    newer["submissions/submissions.yaml"] = (
        "accepted/*:\n  language: python3\n  authors: A\n"
        "time_limit_exceeded:\n  permitted: [AC, WA, TLE]\n"
        "mine/b.py:\n  permitted: [AC, WA]\n  use_for_time_limit: false\n"
        "  secret/*:\n    required: [WA]\n    message: too small\n"
        "mine/c.py:\n  score: [10, 20.5]\n  required: [WA]\n"
    )
    newer["submissions/time_limit_exceeded/a.py"] = "x"
    newer["submissions/mine/b.py"] = newer["submissions/mine/c.py"] = "x"
    found = submissions(make_package(newer))
    assert found["accepted/a.py"].language == "python"
    assert found["time_limit_exceeded/a.py"].expected == {WA, TLE}
    assert found["time_limit_exceeded/a.py"].counts_as_too_slow
    assert (found["mine/b.py"].expected, found["mine/b.py"].uses_for_time_limit) == ({AC, WA}, False)
    assert [(r.tests, r.message) for r in found["mine/b.py"].requirements] == [
        ("", ""),
        ("secret/*", "too small"),
    ]
    assert found["mine/c.py"].requirements[0].points == (10, 20.5)


def test_faulty_submissions_yaml_is_told(make_package, newer: Files) -> None:
    newer["submissions/submissions.yaml"] = "accepted:\n  permitted: [OK]\nb:\n  score: [1, 2, 3]\nc: 5\n"
    with pytest.raises(
        Exception, match=r"submissions\.yaml:2: permitted must list verdicts.*:4: score.*:5: c must"
    ):
        load_problem(make_package(newer))


def test_partially_accepted(make_package, legacy: Files) -> None:
    legacy["problem.yaml"] = "type: scoring\n"
    legacy["data/testdata.yaml"] = "range: 0 100\n"
    legacy["submissions/partially_accepted/a.py"] = "x"
    part = submissions(make_package(legacy))["partially_accepted/a.py"]
    assert part.expected == {AC}
    assert part.points == (-math.inf, math.nextafter(100, 0))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"// @EXPECTED_RESULTS@: CORRECT\n", {AC}),
        (b"# @expected_results@:  Run-Error , no-output\r\n", CRASHES | {WA}),
        (b"<!-- @EXPECTED_RESULTS@: TIMELIMIT -->", {TLE}),
        (b"\xff\xfe /* @EXPECTED_RESULTS@: COMPILER-ERROR */", {Verdict.CE}),
    ],
)
def test_annotations(tmp_path: Path, source: bytes, expected: set[Verdict]) -> None:
    path = tmp_path / "a.c"
    path.write_bytes(source)
    annotation = read_annotation([path])
    assert annotation is not None
    assert annotation.expected == expected


@pytest.mark.parametrize("source", ["@EXPECTED_RESULTS@: CORRECT\n" * 2, "@EXPECTED_RESULTS@: MAYBE\n"])
def test_faulty_annotations(tmp_path: Path, source: str) -> None:
    path = tmp_path / "a.c"
    path.write_text(source)
    with pytest.raises(ValueError, match="EXPECTED_RESULTS"):
        read_annotation([path])


def result(name: str, verdict: Verdict, message: str = "") -> TestResult:
    return TestResult(name, name.rsplit("/", 1)[0], verdict, 0.1, 0.1, 1 << 20, message=message)


def test_expectations_that_came_true_or_not(make_package, newer: Files) -> None:
    newer["submissions/submissions.yaml"] = (
        "mine/b.py:\n  permitted: [AC, WA]\n  sample:\n    permitted: [AC]\n"
        "  secret/*:\n    required: [WA]\n    message: too small\n"
    )
    newer["submissions/mine/b.py"] = "x"
    reference = submissions(make_package(newer))["mine/b.py"]
    score = Score(WA, 0.0, 100.0, ())
    good = [result("sample/1", AC), result("secret/1", WA, "far too small")]
    assert unmet_expectations(reference, WA, score, good) == ()
    bad = [result("sample/1", WA), result("secret/1", TLE)]
    assert unmet_expectations(reference, WA, score, bad) == (
        "secret/1 got TLE, permitted AC or WA",
        "sample/1 got WA, permitted on sample AC",
        "no test on secret/* got WA",
        "no judge message on secret/* says 'too small'",
    )
    assert unmet_expectations(reference, Verdict.CE, None, []) == ("got CE, expected AC or WA",)


def test_points_are_held_against_their_bounds() -> None:
    reference = ReferenceSubmission("s", Program(Path(), ()), frozenset({AC}), points=(10.0, 20.0))
    assert unmet_expectations(reference, AC, Score(AC, 20.0, 100.0, ()), []) == ()
    assert unmet_expectations(reference, AC, Score(AC, 21.0, 100.0, ()), []) == (
        "got 21 points, expected 10 to 20",
    )


def test_drafts_judge_the_whole_by_its_folder(make_package, newer: Files) -> None:
    newer["problem.yaml"] = "problem_format_version: 2023-07-draft\nname: Sum\n"
    newer["submissions/wrong_answer/a.py"] = "x"
    reference = submissions(make_package(newer))["wrong_answer/a.py"]
    assert (reference.expected, reference.requirements) == ({WA}, ())
    tests = [result("secret/1", WA), result("secret/2", TLE)]
    assert unmet_expectations(reference, WA, Score(WA, 0.0, 100.0, ()), tests) == ()

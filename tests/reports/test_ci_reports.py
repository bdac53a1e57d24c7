"""Annotations, code quality and figures: within the limits, and nobody's words become commands."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_cases import SECRET, judged, mixed_report, outcome
from workflow_commands import Command, commands_in

from jobcoach.errors import InputError
from jobcoach.judge.results import CompileResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.reports.code_quality import code_quality
from jobcoach.reports.github_annotations import github_annotations
from jobcoach.reports.judge_figures import judge_figures
from jobcoach.reports.judge_findings import judge_findings
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.text import printable
from jobcoach.words import LANGUAGES, Language, Words

EN = Words("en")
HOSTILE = st.one_of(
    st.text(st.characters(codec=None), max_size=40),
    st.lists(
        st.sampled_from(
            ["::", "error", "##[", "]", "%0A", "%25", "\n", "\r", ",", ";", ":", "=", " ", "add-mask", "한"]
        ),
        max_size=12,
    ).map("".join),
)


def annotations(report: JudgeReport, fail_under: float | None = None) -> list[Command]:
    return commands_in(github_annotations(judge_findings(report, EN, fail_under=fail_under), EN))


def hostile_report(text: str) -> JudgeReport:
    result = judged(
        f"a{text}b",
        "WA",
        outcome(f"sample/{text}", "WA", message=text),
        problem=text,
        message=text,
        compile=CompileResult(ok=False, output=text),
    )
    unusable = Unusable(f"c{text}d", InputError(text, why=text))
    return JudgeReport("docker", (result,), (unusable,), (f"e{text}f",), stopped_by=text)


def test_one_annotation_for_each_that_is_not_accepted() -> None:
    told = {command.properties["file"]: command for command in annotations(mixed_report())}
    assert {file: command.name for file, command in told.items()} == {
        "wrong.py": "error",
        "broken.cpp": "error",
        "engine.py": "error",
        "empty.py": "error",
        "late.py": "warning",
    }
    wrong = told["wrong.py"]
    assert wrong.properties == {"file": "wrong.py", "line": "1", "title": "two-sum: WA wrong answer"}
    assert wrong.value == "0 of 3 tests accepted\nfirst failing test sample/1, WA: 3 is right"
    assert told["broken.cpp"].value.endswith("x.cpp:1: error: <oh> & \\x1b[31m\\x00")


def test_what_is_good_enough_is_a_warning() -> None:
    half = judged("half.py", "WA", outcome("secret/1", "WA"), points=50.0, max_points=100.0)
    lost = judged("lost.py", "JE", message="the container was lost")
    report = JudgeReport("docker", (half, lost))
    for fail_under, levels in ((None, ["error", "error"]), (50, ["error", "warning"]), (51, ["error"] * 2)):
        assert [command.name for command in annotations(report, fail_under)] == levels
    assert "50 of 100 points" in annotations(report)[0].value


def test_secret_messages_stay_out() -> None:
    findings = judge_findings(mixed_report(), EN)
    assert SECRET not in github_annotations(findings, EN)
    assert SECRET not in code_quality(findings).decode()


@pytest.mark.parametrize("count", [0, 1, 10, 11, 500])
def test_no_more_than_github_shows_and_the_rest_is_counted(count: int) -> None:
    wrong = tuple(judged(f"{number}.py", "WA", points=1.0, max_points=9.0) for number in range(count))
    report = JudgeReport("docker", wrong, not_judged=tuple(f"late{number}" for number in range(count)))
    for level in ("error", "warning"):
        of_level = [command for command in annotations(report) if command.name == level]
        assert len(of_level) == min(count, 10)
        if count > 10:
            assert f"{count - 9} more are not shown" in of_level[-1].value


@pytest.mark.parametrize(
    ("path", "output", "line"),
    [
        ("x/a.py", '  File "a.py", line 12\n    print(\nSyntaxError: never closed', 12),
        ("x/a b.c", "a b.c:3:1: warning: w\na b.c:7:9: error: 'x' was not declared", 7),
        ("Main.java", "Main.java:4: error: ';' expected", 4),
        ("a.c", "a.c:5: undefined reference to `f'", 5),
        ("a.c", "bba.c:8:1: error: of another", 1),
        ("a.c", "stdio.h:9:1: error: no", 1),
        ("a.c", "a.c:0: error", 1),
        ("a.c", "a.c:٣:1: error", 1),
        ("a.c", "a.c:99999999999999999999:1: error", 1),
        ("a.c", "", 1),
    ],
)
def test_a_compile_error_stands_where_the_compiler_says(path: str, output: str, line: int) -> None:
    broken = judged(path, "CE", compile=CompileResult(ok=False, output=output))
    [command] = annotations(JudgeReport("docker", (broken,)))
    assert command.properties["line"] == str(line)


@given(HOSTILE)
def test_no_text_becomes_a_command_or_leaves_its_place(text: str) -> None:
    told = annotations(hostile_report(text))
    assert [command.name for command in told] == ["error", "error", "warning"]
    assert all(set(command.properties) == {"file", "line", "title"} for command in told)
    assert all(re.fullmatch("[1-9][0-9]*", command.properties["line"]) for command in told)
    if "/" not in text:
        files = [command.properties["file"] for command in told]
        assert files == [printable(f"a{text}b"), printable(f"c{text}d"), printable(f"e{text}f")]
    assert printable(text) in told[0].value


@given(st.text(st.characters(codec=None), min_size=1, max_size=5), st.integers(1, 4000))
def test_messages_are_bounded(text: str, times: int) -> None:
    for command in annotations(hostile_report(text * times)):
        assert len(command.value) <= 4096
        assert len(command.properties["title"]) <= 200


@given(HOSTILE)
def test_code_quality_is_what_gitlab_asks_for(text: str) -> None:
    document = code_quality(judge_findings(hostile_report(text), EN))
    issues = json.loads(document.decode("utf-8"))
    assert len(issues) == 3
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert "\n" not in issue["description"]


def test_fingerprints_are_unique_and_stay_with_their_finding() -> None:
    wrong = judged("./x/a.py", "WA", outcome("secret/1", "WA"))
    other_test = judged("x/a.py", "WA", outcome("secret/2", "WA"))

    def issues(*given: object) -> list[dict[str, object]]:
        report = replace(JudgeReport("docker"), judged=given)
        return json.loads(code_quality(judge_findings(report, EN)))

    first, second = issues(wrong, wrong)
    assert first["fingerprint"] != second["fingerprint"]
    assert first["location"]["path"] == "x/a.py"
    assert issues(other_test)[0]["fingerprint"] == first["fingerprint"]


def test_nothing_found_is_an_empty_report() -> None:
    findings = judge_findings(JudgeReport("docker", (judged(),)), EN)
    assert github_annotations(findings, EN) == ""
    assert json.loads(code_quality(findings)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_finding_is_told_in_every_language(language: Language) -> None:
    findings = judge_findings(mixed_report(), Words(language))
    assert all(finding.title and finding.message for finding in findings)


def test_figures() -> None:
    half = judged("half.py", "WA", points=10.0, max_points=20.0)
    assert judge_figures(JudgeReport("docker", (judged(), half))) == "score=75\naccepted=1\ntotal=2\n"
    assert judge_figures(mixed_report()) == "score=25\naccepted=1\ntotal=6\n"
    assert judge_figures(JudgeReport("docker")) == "score=\naccepted=0\ntotal=0\n"

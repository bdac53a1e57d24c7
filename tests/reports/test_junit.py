"""The JUnit report is valid, complete, and holds nothing of the secret tests."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from judged_cases import SECRET, judged, mixed_report, outcome

from jobcoach.judge.results import CompileResult
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.reports.junit import junit_xml
from jobcoach.words import LANGUAGES, Language, Words

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def parsed(report: JudgeReport, language: Language = "en") -> Element:
    document = junit_xml(report, Words(language))
    root: Element = fromstring(document)
    SCHEMA.validate(document.decode())
    return root


def suite(root: Element, name: str) -> Element:
    [found] = [each for each in root if each.get("name") == name]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_result_is_valid(language: Language) -> None:
    root = parsed(mixed_report(), language)
    assert [each.get("name") for each in root] == [
        "ok.py",
        "wrong.py",
        "broken.cpp",
        "engine.py",
        "empty.py",
        "late.py",
    ]
    assert {key: root.get(key) for key in ("tests", "failures", "errors")} == {
        "tests": "9",
        "failures": "5",
        "errors": "0",
    }


def test_report_of_nothing_is_valid() -> None:
    assert len(parsed(JudgeReport("docker"))) == 0


def test_failed_and_skipped_cases() -> None:
    wrong = suite(parsed(mixed_report()), "wrong.py")
    assert (wrong.get("tests"), wrong.get("failures"), wrong.get("skipped")) == ("3", "2", "1")
    sample, secret, left_out = wrong.findall("testcase")
    assert sample[0].attrib == {"message": "wrong answer: 3 is right", "type": "WA"}
    assert secret[0].attrib == {"message": "wrong answer", "type": "WA"}
    assert (left_out.get("name"), left_out[0].tag) == ("secret/2", "skipped")


def test_compile_error_is_a_failed_case_with_the_compilers_words() -> None:
    [case] = suite(parsed(mixed_report()), "broken.cpp").findall("testcase")
    assert case.get("name") == "compile"
    assert case[0].text == "x.cpp:1: error: <oh> & \\x1b[31m\\x00"


def test_judge_error_is_told_as_the_judges_own() -> None:
    [case] = suite(parsed(mixed_report()), "engine.py").findall("testcase")
    assert case[0].attrib == {"message": "judge error: the container was lost", "type": "JE"}


def test_properties_tell_what_the_verdict_is_about() -> None:
    properties = suite(parsed(mixed_report()), "ok.py").findall("properties/property")
    told = {each.get("name"): each.get("value") for each in properties}
    assert told["verdict"] == "AC"
    assert told["points"] == "100/100"


def test_secret_messages_stay_out() -> None:
    assert SECRET.encode() not in junit_xml(mixed_report(), Words("en"))


def test_times_are_whole_milliseconds() -> None:
    tests = [outcome(f"secret/{number}", cpu_seconds=1e-7 + number / 3) for number in range(50)]
    parsed(JudgeReport("docker", (judged("a.py", "AC", *tests),)))


def test_submissions_that_look_alike_stay_apart() -> None:
    assert len(parsed(JudgeReport("docker", (judged("a.py"), judged("a.py"))))) == 2


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_text_anywhere_is_valid(text: str) -> None:
    result = judged(
        f"{text}.py",
        "RTE",
        outcome("sample/1", "RTE", message=text),
        problem=text,
        message=text,
        compile=CompileResult(ok=False, output=text),
    )
    parsed(JudgeReport("docker", (result,), not_judged=(text,), stopped_by=text))

"""Verdicts as a JUnit report: a test suite a submission, a test case a test.

Valid by pytest's ``junit-10.xsd``. That schema has no ``error`` element and at
most three decimals in a suite's time, so the judge's own faults are failures of
type ``JE``, which every CI shows, and times are rounded to milliseconds.
"""

import re
from io import BytesIO

from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from jobcoach.judge.results import TestResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import Judged, JudgeReport, points_of, shown_message, tests_not_run
from jobcoach.text import printable
from jobcoach.words import Words

# Char of XML 1.0 (production 2); what printable() leaves and XML forbids.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_xml(report: JudgeReport, words: Words) -> bytes:
    """The report as an UTF-8 XML document."""
    suites = [
        *(_suite(judged, words) for judged in report.judged),
        *(_unusable_suite(unusable) for unusable in report.unusable),
        *(_not_judged_suite(path, report.stopped_by) for path in report.not_judged),
    ]
    xml = JUnitXml("jobcoach judge")
    for suite in suites:
        # add_testsuite() would merge suites that look alike
        xml.append(suite)  # type: ignore[no-untyped-call]  # junitparser left it without types
    # Counted here because update_statistics() adds "skipped", which the schema forbids on the root.
    xml.tests = sum(suite.tests for suite in suites)
    xml.failures = sum(suite.failures for suite in suites)
    xml.errors = 0
    xml.time = round(sum(suite.time for suite in suites), 3)
    file = BytesIO()
    xml.write(file, pretty=True)
    return file.getvalue()


def _suite(judged: Judged, words: Words) -> TestSuite:
    result = judged.result
    suite = TestSuite(_clean(result.path))
    points, maximum = points_of(result)
    properties = {
        "problem": result.problem,
        "language": result.language,
        "verdict": result.verdict.value,
        "points": f"{points:g}/{maximum:g}",
        "sandbox": result.sandbox,
        "cached": str(result.cached).lower(),
    }
    for name, value in properties.items():
        suite.add_property(name, _clean(value))
    cases = [_case(test, result.problem, words) for test in result.tests]
    if not result.compile.ok or not result.tests:
        cases.insert(0, _whole_case(judged, words))
    not_run = words("judge.not_run")
    cases.extend(_skipped_case(name, result.problem, not_run) for name in tests_not_run(judged))
    suite.add_testcases(cases)
    return _rounded(suite)


def _whole_case(judged: Judged, words: Words) -> TestCase:
    """The case for a verdict that no test gave: a compile error, or a judge that failed early."""
    result = judged.result
    case = TestCase("judge" if result.compile.ok else "compile", classname=_clean(result.problem))
    case.time = round(result.compile.seconds, 3)
    if result.verdict != Verdict.AC:
        case.result = [_failure(result.verdict, result.message, words, text=result.compile.output)]
    return case


def _case(test: TestResult, problem: str, words: Words) -> TestCase:
    case = TestCase(_clean(test.name), classname=_clean(problem))
    case.time = round(test.cpu_seconds, 3)
    if test.verdict != Verdict.AC:
        case.result = [_failure(test.verdict, shown_message(test), words)]
    return case


def _failure(verdict: Verdict, message: str, words: Words, *, text: str = "") -> Failure:
    told = words(f"judge.verdict.{verdict.value}")
    failure = Failure(_clean(f"{told}: {message}" if message else told), verdict.value)
    failure.text = _clean(text)
    return failure


def _skipped_case(name: str, problem: str, reason: str) -> TestCase:
    case = TestCase(_clean(name), classname=_clean(problem))
    case.result = [Skipped(_clean(reason))]
    return case


def _unusable_suite(unusable: Unusable) -> TestSuite:
    suite = TestSuite(_clean(unusable.path))
    case = TestCase("read", classname="jobcoach")
    case.result = [Failure(_clean(str(unusable.error)), "unusable")]
    suite.add_testcase(case)
    return _rounded(suite)


def _not_judged_suite(path: str, reason: str) -> TestSuite:
    suite = TestSuite(_clean(path))
    suite.add_testcase(_skipped_case("judge", "jobcoach", reason))
    return _rounded(suite)


def _rounded(suite: TestSuite) -> TestSuite:
    suite.time = round(suite.time, 3)
    return suite


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", printable(text))

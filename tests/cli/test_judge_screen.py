"""What is seen of a run: each line once, the moving status never mixed into what stays."""

import io
import threading
from pathlib import Path

import pytest

from jobcoach.cli.judge.screen import (
    BatchScreen,
    DocumentScreen,
    QuietScreen,
    SingleScreen,
)
from jobcoach.cli.lines import Lines, StatusLine
from jobcoach.judge.events import Compiled, Finished, Preparing, Started, TestDone
from jobcoach.judge.package.model import Problem, TestCase, TestGroup
from jobcoach.judge.results import CompileResult, SampleView, SubmissionResult, TestResult
from jobcoach.judge.submissions.submission import SourceFile, Submission
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import Judged, JudgeReport
from jobcoach.reports.style import Style
from jobcoach.words import Words

EN = Words("en")
NAMES = ("sample/1", "secret/1", "secret/2")


def case(name: str) -> TestCase:
    return TestCase(name, name.split("/", maxsplit=1)[0], Path(), Path())


def task(path: str = "a.py") -> Task:
    data = TestGroup(
        "",
        groups=tuple(
            TestGroup(g, tests=tuple(case(n) for n in NAMES if n.startswith(g))) for g in ("sample", "secret")
        ),
    )
    problem = Problem("two-sum", Path(), "2025-09", "0" * 64, {}, {}, data)
    return Task(Submission(path, "python", (SourceFile("a.py", b""),)), problem)


def outcome(name: str, verdict: Verdict = Verdict.AC, sample: SampleView | None = None) -> TestResult:
    return TestResult(name, name.split("/", maxsplit=1)[0], verdict, 0.012, 0.02, 9_000_000, sample=sample)


def judged(
    *tests: TestResult, path: str = "a.py", verdict: Verdict = Verdict.AC, cached: bool = False
) -> Judged:
    result = SubmissionResult(
        path,
        "two-sum",
        "",
        "python",
        "docker",
        "",
        "",
        verdict,
        None,
        None,
        CompileResult(ok=True),
        tests,
        cached=cached,
    )
    return Judged(result, NAMES)


class Terminal:
    """One terminal: both streams in the order in which they were written."""

    def __init__(self, *, moves: bool = False) -> None:
        self.written = io.StringIO()
        self.lines = Lines(self.written, StatusLine(self.written, 80, shown=moves))

    @property
    def text(self) -> str:
        return self.written.getvalue()

    @property
    def what_stays(self) -> list[str]:
        """Each line with what was written over removed."""
        return [line.split("\r\x1b[K")[-1] for line in self.text.removesuffix("\n").split("\n")]


def single(terminal: Terminal, *, difference: bool = False) -> SingleScreen:
    return SingleScreen(terminal.lines, EN, Style(80), task(), difference=difference)


def run(screen: SingleScreen, *tests: TestResult) -> None:
    screen.on_event(Preparing("the image of python"))
    screen.on_event(Started(0, "a.py", "two-sum", "python", 3))
    screen.on_event(Compiled(0, CompileResult(ok=True)))
    for test in tests:
        screen.on_event(TestDone(0, test))
    one = judged(*tests)
    screen.on_event(Finished(0, one.result))
    screen.judged(one)
    screen.end(JudgeReport("docker", (one,)))


def test_one_submission_on_a_pipe_is_plain_lines() -> None:
    terminal = Terminal()
    run(single(terminal), *(outcome(name) for name in NAMES))
    assert terminal.text.splitlines() == [
        "two-sum · Python 3 · a.py",
        "  sample/1  AC      12 ms     8.6 MiB",
        "  secret/1  AC      12 ms     8.6 MiB",
        "  secret/2  AC      12 ms     8.6 MiB",
        "AC  accepted · 3 of 3 tests accepted",
        "slowest sample/1 12 ms · peak memory 8.6 MiB",
    ]


def test_one_submission_on_a_terminal_ends_with_the_same_lines() -> None:
    plain, moving = Terminal(), Terminal(moves=True)
    for terminal in (plain, moving):
        run(single(terminal), *(outcome(name) for name in NAMES))
    assert moving.what_stays == plain.text.splitlines()
    for status in ("making the image of python", "compiling", "test 1 of 3", "test 3 of 3"):
        assert status in moving.text
    assert moving.text.endswith("\n")


def test_kept_verdict_shows_the_same_tests_without_events() -> None:
    terminal = Terminal()
    screen = single(terminal)
    screen.judged(judged(*(outcome(name) for name in NAMES), cached=True))
    assert [line.split()[0] for line in terminal.text.splitlines()[1:4]] == list(NAMES)
    assert terminal.text.endswith(EN("judge.cached") + "\n")


def test_test_that_was_judged_again_is_shown_once() -> None:
    terminal = Terminal()
    run(single(terminal), outcome("sample/1"), outcome("sample/1"), outcome("secret/1"), outcome("secret/2"))
    assert terminal.text.count("sample/1  AC") == 1


def test_failed_sample_is_shown_and_no_other() -> None:
    view = SampleView("1 2\n", "3\n", "4\n")
    tests = (outcome("sample/1", Verdict.WA, view), outcome("secret/1", Verdict.WA))
    terminal = Terminal()
    single(terminal, difference=True).judged(judged(*tests, verdict=Verdict.WA))
    shown = terminal.text.splitlines()
    assert "  1 2          │ 3            │ 4" in shown
    assert shown[-1] == "  first difference: line 1: expected '3', given '4'"


def test_batch_has_a_line_a_submission_and_an_estimate() -> None:
    terminal = Terminal(moves=True)
    ticks = iter([0.0, 10.0, 20.0])
    paths = ["a.py", "b.py"]
    screen = BatchScreen(terminal.lines, EN, Style(80), paths, difference=False, clock=lambda: next(ticks))
    done = [judged(outcome("sample/1"), path=path) for path in paths]
    for one in done:
        screen.judged(one)
    screen.end(JudgeReport("docker", tuple(done)))
    assert terminal.what_stays == [
        "AC    100/100     12 ms     8.6 MiB  a.py  two-sum",
        "AC    100/100     12 ms     8.6 MiB  b.py  two-sum",
        "2 submissions · AC 2",
    ]
    assert "judged 1 of 2, about 10 s left" in terminal.text


def test_batch_shows_failed_samples_only_if_asked() -> None:
    failed = judged(outcome("sample/1", Verdict.WA, SampleView("1\n", "3\n", "4\n")), verdict=Verdict.WA)
    texts = []
    for difference in (False, True):
        terminal = Terminal()
        BatchScreen(terminal.lines, EN, Style(80), ["a.py", "b.py"], difference=difference).judged(failed)
        texts.append(terminal.text)
    assert ["first difference" in text for text in texts] == [False, True]


def test_batch_without_isolation_is_marked() -> None:
    terminal = Terminal()
    screen = BatchScreen(terminal.lines, EN, Style(80), ["a.py"], difference=False)
    screen.end(JudgeReport("process", (judged(),)))
    assert "NOT ISOLATED" in terminal.text


def test_quiet_prints_the_verdict_alone() -> None:
    terminal = Terminal()
    screen = QuietScreen(terminal.lines, EN, Style(80))
    screen.judged(judged(outcome("sample/1")))
    screen.end(JudgeReport("docker", (judged(outcome("sample/1")),)))
    assert terminal.text == "AC  accepted · 1 of 3 tests accepted\n"


def test_quiet_batch_prints_a_line_a_submission() -> None:
    terminal = Terminal()
    QuietScreen(terminal.lines, EN, Style(80)).end(JudgeReport("docker", (judged(), judged(path="b.py"))))
    assert [line.split()[-2] for line in terminal.text.splitlines()] == ["a.py", "b.py"]


@pytest.mark.parametrize("paths", [("a.py",), ("a.py", "b.py")])
def test_quiet_says_that_nothing_was_isolated(paths: tuple[str, ...]) -> None:
    terminal = Terminal()
    QuietScreen(terminal.lines, EN, Style(80)).end(
        JudgeReport("process", tuple(judged(path=path) for path in paths))
    )
    assert terminal.text.splitlines()[-1].startswith("NOT ISOLATED")


def test_document_leaves_the_result_to_the_document() -> None:
    out, err = io.StringIO(), io.StringIO()
    screen = DocumentScreen(Lines(out, StatusLine(err, 80, shown=True)), EN, 1)
    screen.on_event(Preparing("x"))
    screen.judged(judged())
    screen.end(JudgeReport("docker"))
    assert out.getvalue() == ""
    assert err.getvalue().endswith("\r\x1b[K")


def test_lines_of_many_threads_are_never_mixed() -> None:
    terminal = Terminal(moves=True)

    def write(name: str) -> None:
        for _ in range(200):
            terminal.lines.status(f"status {name}")
            terminal.lines.write(f"line {name}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(set(terminal.what_stays)) == ["line a", "line b", "line c", "line d"]
    assert len(terminal.what_stays) == 800

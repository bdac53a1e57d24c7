"""From a program's end to a verdict."""

import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.languages import Language, all_languages, language
from jobcoach.judge.running.outcome_verdict import is_borderline, verdict_of_run
from jobcoach.judge.sandbox.box import Outcome
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.verdicts import Verdict

LIMIT = 1.0
MEMORY = 64 << 20
PYTHON, JAVA = language("python"), language("java")
OOM = b"Terminating due to java.lang.OutOfMemoryError: Java heap space\n"
TRACE = b'Traceback (most recent call last):\n  File "main.py", line 1\n'


def ended(
    ending: Ending = Ending.EXITED,
    code: int = 0,
    cpu: float = 0.1,
    stderr: bytes = b"",
    wall: float = 0.1,
    memory: int = 1 << 20,
) -> Outcome:
    return Outcome(ending, code, cpu, wall, memory, stderr)


@pytest.mark.parametrize(
    ("outcome", "verdict", "message"),
    [
        (ended(), None, ""),
        (ended(stderr=b"ValueError: said, not raised"), None, ""),
        (ended(cpu=1.0), None, ""),
        (ended(cpu=1.001), Verdict.TLE, ""),
        (ended(cpu=1.001, code=1), Verdict.TLE, ""),
        (ended(Ending.CPU, cpu=1.25), Verdict.TLE, ""),
        (ended(Ending.CPU, cpu=0.9), Verdict.TLE, ""),
        (ended(Ending.WALL), Verdict.TLE, "waited too long"),
        (ended(Ending.MEMORY, 9), Verdict.MLE, ""),
        (ended(Ending.MEMORY, 9, cpu=2.0), Verdict.MLE, ""),
        (ended(memory=MEMORY), None, ""),
        (ended(memory=MEMORY + 1), Verdict.MLE, ""),
        (ended(memory=MEMORY + 1, code=1, cpu=2.0), Verdict.MLE, ""),
        (ended(Ending.OUTPUT), Verdict.OLE, ""),
        (ended(Ending.OUTPUT, cpu=2.0), Verdict.TLE, ""),
        (ended(Ending.SIGNALED, signal.SIGSEGV), Verdict.RTE, "killed by SIGSEGV"),
        (ended(Ending.SIGNALED, 60), Verdict.RTE, "killed by signal 60"),
        (ended(Ending.SIGNALED, signal.SIGXCPU), Verdict.TLE, ""),
        (ended(Ending.SIGNALED, signal.SIGXFSZ), Verdict.OLE, "a file grew too large"),
        (ended(Ending.FAULT, 2), Verdict.JE, "the program could not be started: No such file or directory"),
        (ended(code=7), Verdict.RTE, "exit code 7"),
        (ended(code=1, stderr=TRACE + b"ValueError: secret\n"), Verdict.RTE, "exit code 1 (ValueError)"),
        (ended(code=1, stderr=TRACE + b"KeyError\n"), Verdict.RTE, "exit code 1 (KeyError)"),
        (ended(code=1, stderr=b"secret42: x\nsecret\n"), Verdict.RTE, "exit code 1"),
        (ended(code=1, stderr=b"\xff\xfe: x\n\xed\xa0\x80"), Verdict.RTE, "exit code 1"),
    ],
)  # fmt: skip
def test_an_end_gets_its_verdict(outcome: Outcome, verdict: Verdict | None, message: str) -> None:
    assert verdict_of_run(outcome, PYTHON, LIMIT, MEMORY) == (verdict, message)


@pytest.mark.parametrize(
    ("stderr", "message"),
    [
        (b'Exception in thread "main" java.lang.ArrayIndexOutOfBoundsException: Index 5',
         "exit code 1 (java.lang.ArrayIndexOutOfBoundsException)"),
        (b'Exception in thread "main" java.util.NoSuchElementException\n\tat',
         "exit code 1 (java.util.NoSuchElementException)"),
        (b'Exception in thread "main" secret.Of42: x', "exit code 1"),
    ],
)  # fmt: skip
def test_javas_own_exceptions_are_named(stderr: bytes, message: str) -> None:
    assert verdict_of_run(ended(code=1, stderr=stderr), JAVA, LIMIT, MEMORY) == (Verdict.RTE, message)


@pytest.mark.parametrize(
    ("row", "code", "stderr", "verdict"),
    [
        (JAVA, 3, OOM, Verdict.MLE),
        (JAVA, 3, b"", Verdict.RTE),
        (JAVA, 1, OOM, Verdict.RTE),
        (PYTHON, 3, OOM, Verdict.RTE),
    ],
)
def test_a_full_heap_is_the_runtimes_word_and_code(
    row: Language, code: int, stderr: bytes, verdict: Verdict
) -> None:
    assert verdict_of_run(ended(code=code, stderr=stderr), row, LIMIT, MEMORY)[0] is verdict


def test_what_a_runtime_with_a_heap_of_its_own_holds_beside_it_does_not_count() -> None:
    assert verdict_of_run(ended(memory=MEMORY + 1), JAVA, LIMIT, MEMORY) == (None, "")


@pytest.mark.parametrize(
    ("outcome", "borderline"),
    [
        (ended(cpu=1.1), True),
        (ended(cpu=2.0), False),
        (ended(Ending.SIGNALED, 11, cpu=1.1), True),
        (ended(Ending.CPU, cpu=1.25), False),
        (ended(Ending.WALL, cpu=0.0), False),
        (ended(Ending.WALL, cpu=0.7), True),
    ],
)
def test_a_tle_that_may_be_the_machines_fault(outcome: Outcome, borderline: bool) -> None:
    assert is_borderline(outcome, Verdict.TLE, LIMIT) is borderline
    assert not is_borderline(outcome, Verdict.WA, LIMIT)


outcomes = st.builds(
    ended,
    st.sampled_from(Ending),
    st.integers(0, 255),
    st.floats(0, 10),
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")),
)


@given(outcomes, st.sampled_from(list(all_languages().values())))
def test_every_end_has_a_verdict_that_tells_no_secret(outcome: Outcome, row: Language) -> None:
    verdict, message = verdict_of_run(outcome, row, LIMIT, MEMORY)
    clean = outcome.ending is Ending.EXITED and outcome.code == 0 and outcome.cpu_seconds <= LIMIT
    assert (verdict is None) == clean
    assert (verdict is Verdict.JE) == (outcome.ending is Ending.FAULT)
    assert "\n" not in message

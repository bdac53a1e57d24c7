"""From how a program ended to a verdict, before anyone looks at its output."""

import builtins
import os
import re
import signal

from jobcoach.judge.languages import Language
from jobcoach.judge.sandbox.box import Outcome
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.verdicts import Verdict

# Names only: an exception's text may hold secret input, and so may a name that
# the program made up, so nothing but Python's own names passes.
_PYTHON_ERRORS = re.compile(rb"^(\w+)(?::|$)", re.M)
_KNOWN_ERRORS = frozenset(
    name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
)
_JAVA_ERROR = re.compile(rb"Exception in thread \"main\" (java\.(?:lang|util)\.\w+)")


# How far above its limit a program may have been for the machine's sake.
NEAR_FACTOR = 1.15
NEAR_SECONDS = 0.1


def verdict_of_run(
    outcome: Outcome, language: Language, time_limit_seconds: float, memory_limit_bytes: int
) -> tuple[Verdict | None, str]:
    """The verdict and a message, or (None, "") when the output decides."""
    if outcome.ending is Ending.FAULT:
        return Verdict.JE, f"the program could not be started: {os.strerror(outcome.code)}"
    if outcome.ending is Ending.MEMORY or _own_out_of_memory(outcome, language):
        return Verdict.MLE, ""
    # A box has room for the runtime besides, which a program must not use up.
    if not language.own_heap_limit and outcome.memory_bytes > memory_limit_bytes:
        return Verdict.MLE, ""
    if outcome.ending is Ending.CPU or outcome.cpu_seconds > time_limit_seconds:
        return Verdict.TLE, ""
    if outcome.ending is Ending.WALL:
        return Verdict.TLE, "waited too long"
    if outcome.ending is Ending.OUTPUT:
        return Verdict.OLE, ""
    if outcome.ending is Ending.SIGNALED:
        return _signaled(outcome)
    if outcome.code != 0:
        return Verdict.RTE, _exit_message(outcome)
    return None, ""


def is_borderline(outcome: Outcome, verdict: Verdict, time_limit_seconds: float) -> bool:
    """Whether a TLE may be the machine's fault: it ended by itself just above the
    limit, or had the processor for much less time than it was there."""
    if verdict is not Verdict.TLE:
        return False
    if outcome.ending is Ending.WALL:
        return outcome.cpu_seconds > time_limit_seconds / 2
    just_above = outcome.cpu_seconds <= time_limit_seconds * NEAR_FACTOR + NEAR_SECONDS
    return outcome.ending is not Ending.CPU and just_above


def _own_out_of_memory(outcome: Outcome, language: Language) -> bool:
    return (
        language.out_of_memory_exit is not None
        and outcome.ending is Ending.EXITED
        and outcome.code == language.out_of_memory_exit
        and language.out_of_memory_says.encode() in outcome.stderr
    )


def _signaled(outcome: Outcome) -> tuple[Verdict, str]:
    if outcome.code == signal.SIGXCPU:
        return Verdict.TLE, ""
    if outcome.code == signal.SIGXFSZ:
        return Verdict.OLE, "a file grew too large"
    try:
        return Verdict.RTE, f"killed by {signal.Signals(outcome.code).name}"
    except ValueError:
        return Verdict.RTE, f"killed by signal {outcome.code}"


def _exit_message(outcome: Outcome) -> str:
    name = _error_name(outcome.stderr)
    return f"exit code {outcome.code}" + (f" ({name})" if name else "")


def _error_name(stderr: bytes) -> str:
    if java := _JAVA_ERROR.search(stderr):
        return java[1].decode()
    names = [name.decode() for name in _PYTHON_ERRORS.findall(stderr) if name.decode() in _KNOWN_ERRORS]
    return names[-1] if names else ""

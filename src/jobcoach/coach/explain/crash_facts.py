"""Where and with what a program crashed. Of secret tests the error's name alone is told."""

from jobcoach.coach.explain.facts import Crash
from jobcoach.coach.explain.judged_task import JudgedTask
from jobcoach.coach.explain.messages import crash_place, crash_said, error_name, thrown_name
from jobcoach.judge.verdicts import Verdict

_SAID_CHARACTERS_MAX = 300
_ABORTED = "SIGABRT"  # how C++ ends with an exception, and a failed assertion


def crash(judged: JudgedTask) -> Crash | None:
    """The first crash in a sample, which says most; else the first of all."""
    crashes = list(judged.tests(Verdict.RTE))
    if not crashes:
        return None
    test = next((each for each in crashes if judged.is_sample(each)), crashes[0])
    name = error_name(test.message)
    if not judged.is_sample(test):
        return Crash(test.name, name, of_sample=False, size=judged.size(test))
    stderr = test.message.partition("\n")[2]
    said = crash_said(stderr, judged.code)[:_SAID_CHARACTERS_MAX]
    if not name or name == _ABORTED:
        name = thrown_name(stderr, said) or name
    return Crash(
        test=test.name,
        error=name,
        of_sample=True,
        size=judged.size(test),
        line=crash_place(stderr, judged.code),
        said=said,
    )

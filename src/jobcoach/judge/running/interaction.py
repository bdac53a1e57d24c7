"""Interactive problems: the host relays between the candidate's box and the interactor's."""

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from jobcoach.judge.package.model import Problem, TestCase, TestGroup
from jobcoach.judge.running.checks import Checked, from_validator
from jobcoach.judge.running.validators import (
    FEEDBACK,
    FILES,
    LOG,
    ValidatorFault,
    Validators,
    validate_log,
    validator_call,
    verdict_of,
)
from jobcoach.judge.sandbox.box import Box, BoxLost, HostFile, LiveRun, Outcome, Program
from jobcoach.judge.verdicts import Verdict

# On top of a candidate's own idle time: the interactor may be the one that is slow.
WAITING_SECONDS = 10.0

# The interactor waits for as long as a candidate may be there at the most, which is ten
# times its wall limit: one that keeps it waiting is at fault, not the interactor.
MOST_PATIENT = 10
FAREWELL_SECONDS = 1.0  # for an interactor whose verdict no longer counts

Ruling = Callable[[Outcome], tuple[Verdict | None, str]]


@dataclass(slots=True)
class _Side:
    """One of the two programs; ``place`` is 1 for whoever ended first, ``stopped``
    whoever was not waited for."""

    outcome: Outcome | None = None
    failure: BaseException | None = None
    place: int = 0
    stopped: bool = False


def interact(
    box: Box,
    program: Program,
    problem: Problem,
    test: TestCase,
    group: TestGroup,
    validators: Validators,
    ruling: Ruling,
) -> tuple[Outcome, Checked]:
    """One test of an interactive problem: the candidate's outcome and the verdict.

    ``ruling`` is the verdict on a candidate's end by itself. As in problemtools,
    an interactor that rejects or crashes before the candidate has ended is believed
    (the candidate may well crash on the closed pipe); otherwise the candidate's own
    TLE, MLE or RTE comes first. Raises BoxLost, ValidatorFault.
    """
    if problem.validator_program is None:
        raise ValidatorFault("an interactive problem needs a validator")
    with validators.borrow(problem, problem.validator_program) as interactor:
        interactor.box.install(
            HostFile(*pair) for pair in zip(FILES, (test.input_path, test.answer_path), strict=False)
        )
        call = validator_call(interactor.plan, problem, test, f"{FEEDBACK}/{LOG}")
        candidate, judge = _relay(box, program, interactor.box, call, ruling)
        ended = _outcome(candidate)
        own, message = ruling(ended)
        if own is not None and judge.stopped:
            interactor.worn = True
            return ended, Checked(own, message=message)
        ruled = interactor.after(_interactor_outcome(judge))
        said = verdict_of(problem, group, ruled)
    if own is None and said.verdict is Verdict.AC and problem.log_checker:
        said = validate_log(validators, problem, problem.log_checker, test, group, ruled)
    if own is None or (judge.place == 1 and said.verdict is not Verdict.AC):
        return ended, from_validator(said)
    return ended, Checked(own, message=message)


def _outcome(side: _Side) -> Outcome:
    if side.outcome is None:
        raise side.failure or BoxLost("the program's end was not seen")
    return side.outcome


def _interactor_outcome(side: _Side) -> Outcome:
    """Want of memory in the interactor's box is no fault of the candidate's."""
    try:
        return _outcome(side)
    except BoxLost as lost:
        raise BoxLost(f"the interactor: {lost}") from lost


def _relay(
    box: Box, program: Program, interactor_box: Box, call: Program, ruling: Ruling
) -> tuple[_Side, _Side]:
    candidate, judge = _Side(), _Side()
    lines: dict[str, LiveRun] = {}
    connected = threading.Event()
    places = itertools.count(1)

    def to_candidate(piece: bytes) -> None:
        connected.wait()
        if piece:
            lines["candidate"].send(piece)
        else:
            lines["candidate"].close_input()

    def to_judge(piece: bytes) -> None:
        # A candidate that closes its output and goes on is judged by how it ends:
        # seeing no more input, the interactor would reject it first.
        connected.wait()
        if piece:
            lines["judge"].send(piece)

    def judge_ended() -> None:
        judge.place = next(places)

    def candidate_ended() -> None:
        # Before the interactor can notice, so that the order of the two ends is exact.
        candidate.place = next(places)
        connected.wait()
        lines["judge"].close_input()

    def wait(side: _Side, own: str, other: str) -> None:
        try:
            side.outcome = lines[own].outcome()
        except BaseException as failure:  # noqa: BLE001 - raised again by the caller's thread
            side.failure = failure
            lines[other].close_input()

    patient = replace(program.limits, wall_seconds=program.limits.wall_seconds + WAITING_SECONDS)
    longest = max(call.limits.wall_seconds, MOST_PATIENT * patient.wall_seconds)
    call = replace(call, limits=replace(call.limits, wall_seconds=longest))
    lines["judge"] = interactor_box.start_live(call, to_candidate, judge_ended)
    program = replace(program, limits=patient)
    lines["candidate"] = box.start_live(program, to_judge, candidate_ended)
    connected.set()
    thread = threading.Thread(target=wait, args=(judge, "judge", "candidate"))
    thread.start()
    wait(candidate, "candidate", "judge")
    if candidate.outcome is None or ruling(candidate.outcome)[0] is not None:
        _dismiss(judge, lines["judge"], thread)
    thread.join()
    return candidate, judge


def _dismiss(judge: _Side, line: LiveRun, thread: threading.Thread) -> None:
    """Nobody asks any more what the interactor says; a flood that was sent to it in a
    second could keep it busy for minutes."""
    thread.join(FAREWELL_SECONDS)
    if thread.is_alive():
        judge.stopped = True
        line.stop()

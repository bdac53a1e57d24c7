"""The course of an interview, whoever answers: a person at a terminal, or a file."""

from dataclasses import dataclass
from typing import Literal, Protocol

from jobcoach.errors import EnvironmentMissing, InputError, JobcoachError
from jobcoach.interview.grading.grade import PointGrade, PointSeen, UngradedCause
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.session.ask import Ask
from jobcoach.interview.session.conduct import Interview, Outcome, clean_answer
from jobcoach.interview.session.replay import current_number
from jobcoach.interview.session.transcript import QuestionRecord

# What the next answer would meet as well; of other causes only this answer is concerned.
_AWAY: frozenset[UngradedCause] = frozenset({"model_unavailable", "budget_spent"})

Order = Literal["skip", "hint", "pause", "quit"]
Choice = Literal["retry", "offline", "pause"]
End = Literal["finished", "paused"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the candidate says."""

    text: str


class Front(Protocol):
    """Whoever answers, and what they are shown."""

    def put(self, ask: Ask) -> Answer | Order:
        """Show a question and wait for what is said to it."""
        ...

    def refused(self, error: JobcoachError) -> None:
        """Tell that an answer was not taken; it is put again."""
        ...

    def grading(self) -> None:
        """Tell that the answer is kept and being graded."""
        ...

    def point(self, point: PointGrade, rubric: Rubric) -> None:
        """Tell that the verdict on a key point stands."""
        ...

    def graded(self, record: QuestionRecord, outcome: Outcome) -> None:
        """Tell what an answer came to."""
        ...

    def skipped(self, record: QuestionRecord) -> None:
        """Tell that the question, or a follow-up to it, was passed over: it is done."""
        ...

    def left(self, record: QuestionRecord) -> None:
        """Tell what the answers to a question come to that is left before it is done."""
        ...

    def hint(self, hint: str) -> None:
        """Show a hint, empty if the question has none."""
        ...

    def model_away(self, cause: UngradedCause) -> Choice:
        """Tell that the model does not answer, and ask what to do."""
        ...


def hold(interview: Interview, front: Front) -> End:
    """Ask until all is asked, or the candidate ends or pauses. Raises KeyboardInterrupt, JobcoachError.

    An answer that was kept stays kept whatever is raised.
    """
    if not _grade_what_is_left(interview, front):
        return _pause(interview)
    while (ask := interview.current()) is not None:
        said = front.put(ask)
        match said:
            case Answer():
                if not _answer(interview, front, said):
                    return _pause(interview)
            case "skip":
                interview.skip()
                front.skipped(_last_record(interview))
            case "hint":
                front.hint(interview.hint())
            case "pause":
                return _pause(interview)
            case "quit":
                if ask.kind == "follow_up":
                    front.left(_last_record(interview))
                break
    interview.finish()
    return "finished"


def _pause(interview: Interview) -> End:
    interview.pause()
    return "paused"


def _answer(interview: Interview, front: Front, said: Answer) -> bool:
    """Keep and grade an answer; False if the interview is to be paused."""
    try:
        text = clean_answer(said.text)
    except InputError as error:
        front.refused(error)
        return True
    try:
        outcome = interview.answer(text, _seen(interview, front), front.grading)
    except EnvironmentMissing as error:  # a full disk: who wrote the answer has it still
        front.refused(error)
        return True
    return _settle(interview, front, outcome) is not None


def _grade_what_is_left(interview: Interview, front: Front) -> bool:
    """Grade what was answered before the interview was cut off; False if it is to be paused."""
    if interview.waits_for_grade:
        front.grading()
    interview.grade_what_is_left(_seen(interview, front))
    outcome = interview.resumed_outcome
    return outcome is None or _settle(interview, front, outcome) is not None


def _settle(interview: Interview, front: Front, outcome: Outcome) -> Outcome | None:
    """What the answer comes to once the model has answered or been given up; None to pause."""
    while outcome.ungraded in _AWAY:
        choice = front.model_away(outcome.ungraded)
        if choice == "pause":
            return None
        if choice == "offline":
            interview.go_offline()
        front.grading()
        interview.grade_what_is_left(_seen(interview, front))
        if interview.resumed_outcome is None:
            break
        outcome = interview.resumed_outcome
    front.graded(_last_record(interview), outcome)
    return outcome


def _seen(interview: Interview, front: Front) -> PointSeen:
    """The rubric is looked up late: it may have been prepared while the candidate wrote."""
    return lambda point: front.point(point, _last_record(interview).planned.rubric)


def _last_record(interview: Interview) -> QuestionRecord:
    """The question asked last."""
    return interview.transcript.questions[current_number(interview.transcript) - 1]

"""An interview as it stands: what was planned, asked, answered and graded."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from jobcoach.interview.bank.question import Level
from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.words import Language

Mode = Literal["study", "exam"]
Status = Literal["open", "paused", "finished"]
TurnKind = Literal["main", "follow_up"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PlannedQuestion(_Frozen):
    """A question of the plan, whole: a session does not change when the bank does.

    ``reason`` says why it was chosen, in the candidate's language. ``evidence``
    are the lines of the candidate's repository it is about, as ``path:line``.
    """

    id: str
    topic: str
    level: Level
    rubric: Rubric
    hint: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()


class Turn(_Frozen):
    """One question put to the candidate. ``answer`` is None while it is open, or when it was skipped.

    ``point_id`` is the key point that a follow-up asks for. A follow-up that was
    skipped leaves the question's earlier answers standing.
    """

    kind: TurnKind
    question: str
    answer: str | None = None
    point_id: str | None = None
    hinted: bool = False
    skipped: bool = False
    asked_at: datetime | None = None
    answered_at: datetime | None = None


class QuestionRecord(_Frozen):
    """One planned question and what became of it. ``grade`` is None until there is one.

    ``graded_answers`` is how many of the answers ``grade`` rests on: fewer than
    there are while the last is being graded, or when it could not be.
    """

    planned: PlannedQuestion
    turns: tuple[Turn, ...] = ()
    skipped: bool = False
    grade: Grade | None = None
    graded_answers: int = 0

    @property
    def answers(self) -> tuple[str, ...]:
        """What the candidate answered, a turn each, in order."""
        return tuple(turn.answer for turn in self.turns if turn.answer is not None)


class Transcript(_Frozen):
    """A whole session, replayed from its events."""

    id: str
    lang: Language
    mode: Mode
    grader: str
    status: Status
    started_at: datetime
    questions: tuple[QuestionRecord, ...]

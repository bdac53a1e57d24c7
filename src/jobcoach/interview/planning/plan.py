"""What an interview will ask."""

from pydantic import BaseModel, ConfigDict, Field

from jobcoach.interview.session.transcript import PlannedQuestion


class Plan(BaseModel):
    """The questions in the order in which they are asked.

    ``notes`` say in the candidate's language where the plan is not what was
    asked for, such as fewer questions than wanted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    questions: tuple[PlannedQuestion, ...] = Field(min_length=1)
    notes: tuple[str, ...] = ()

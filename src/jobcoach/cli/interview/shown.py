"""What both fronts of an interview show alike, whoever answers."""

from jobcoach.cli.interview.grader import Reason
from jobcoach.cli.interview.screen import InterviewScreen
from jobcoach.interview.grading.grade import PointGrade
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.session.conduct import Outcome
from jobcoach.interview.session.transcript import QuestionRecord


class ShownOnScreen:
    """The part of a front that passes on what became of an answer."""

    def __init__(self, screen: InterviewScreen, reason: Reason) -> None:
        self._screen = screen
        self._reason = reason

    def point(self, point: PointGrade, rubric: Rubric) -> None:
        self._screen.point(point, rubric)

    def graded(self, record: QuestionRecord, outcome: Outcome) -> None:
        if outcome.ungraded == "reply_unusable":  # of a model that is away model_away has told
            self._screen.failed(self._reason(outcome.ungraded))
        self._screen.graded(record, outcome)

    def skipped(self, record: QuestionRecord) -> None:
        self._screen.skipped(record)

    def left(self, record: QuestionRecord) -> None:
        self._screen.left(record)

"""An interview that nobody attends: its answers are known beforehand, and nothing is asked back."""

from jobcoach.cli.interview.answers import Answers
from jobcoach.cli.interview.grader import Reason
from jobcoach.cli.interview.screen import InterviewScreen
from jobcoach.cli.interview.session import Answer, Choice, Order
from jobcoach.cli.interview.shown import ShownOnScreen
from jobcoach.errors import JobcoachError
from jobcoach.interview.grading.grade import UngradedCause
from jobcoach.interview.session.ask import Ask
from jobcoach.interview.session.transcript import Transcript


class UnattendedFront(ShownOnScreen):
    """Answers questions from ``answers``; what has none there is skipped, and told."""

    def __init__(
        self, screen: InterviewScreen, answers: Answers, away: Choice, begun: Transcript, reason: Reason
    ) -> None:
        super().__init__(screen, reason)
        self._answers = answers
        self._away = away
        # Answers of a session that is taken up again were used up before it was cut off.
        self._used = {record.planned.id: len(record.answers) for record in begun.questions}

    def put(self, ask: Ask) -> Answer | Order:
        self._screen.put(ask)
        entry = self._answers.of(ask.question_id, ask.number)
        used = self._used.get(ask.question_id, 0)
        if entry is None:
            return "skip"
        if used >= len(entry):
            self._screen.tell(self._screen.words(f"interview.no_answer.{ask.kind}"))
            return "skip"
        self._used[ask.question_id] = used + 1
        self._screen.said(entry[used])
        return Answer(entry[used])

    def refused(self, error: JobcoachError) -> None:
        """What is wrong with an answer itself was told when it was read, so the rest fails alike."""
        raise error

    def grading(self) -> None:
        """Nobody waits."""

    def hint(self, hint: str) -> None:
        """No file of answers asks for one."""

    def model_away(self, cause: UngradedCause) -> Choice:
        self._screen.failed(self._reason(cause))
        self._screen.tell(self._screen.words(f"interview.away.{self._away}"))
        return self._away

"""What is seen of an interview while it goes on: in study after each answer, in an exam at the end.

Each key point that was made in full is shown as soon as its verdict stands. The
others wait until the question is over: their statements would answer the follow-up.
"""

from collections.abc import Callable
from typing import Protocol

from jobcoach.cli.error_words import tell_error
from jobcoach.cli.interview.kept_commands import COMMANDS
from jobcoach.cli.lines import Lines
from jobcoach.errors import JobcoachError
from jobcoach.interview.grading.grade import PointGrade
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.session.ask import Ask, begun_question
from jobcoach.interview.session.conduct import Outcome
from jobcoach.interview.session.transcript import Mode, QuestionRecord, Transcript
from jobcoach.reports.interview_feedback import feedback_lines, point_lines, statement
from jobcoach.reports.interview_terminal import plan_lines, question_rule, turn_lines
from jobcoach.reports.paragraphs import hanging, paragraphs
from jobcoach.reports.style import Style
from jobcoach.text import one_line, pad, printable
from jobcoach.words import Words

LiveStyle = Callable[[], Style]
"""The style of the terminal as wide as it is now."""


class Feedback(Protocol):
    """What is told of a grade before the interview is over."""

    def point(self, point: PointGrade, rubric: Rubric, /) -> list[str]:
        """The lines for a key point whose verdict stands."""
        ...

    def graded(self, record: QuestionRecord, outcome: Outcome, /) -> list[str]:
        """The lines for what an answer came to."""
        ...

    def failed(self) -> list[str]:
        """The lines for a grading that came to nothing."""
        ...

    def left(self, record: QuestionRecord, /) -> list[str]:
        """The lines for a question that is done because the rest of it was passed over."""
        ...


class StudyFeedback:
    """Everything, as early as it gives no answer away.

    A verdict is shown while the model still writes. What it writes may be cut off, or be
    written anew and otherwise: then what was shown is taken back in words.
    """

    def __init__(self, words: Words, style: LiveStyle) -> None:
        self._words = words
        self._style = style
        self._shown: set[str] = set()
        self._not_sure: set[str] = set()

    def point(self, point: PointGrade, rubric: Rubric, /) -> list[str]:
        if point.verdict != "full":
            return self._taken_back(point, rubric)
        if point.id in self._shown | self._not_sure:
            return []
        self._not_sure.add(point.id)
        return point_lines(point, rubric, self._words, self._style())

    def _taken_back(self, point: PointGrade, rubric: Rubric) -> list[str]:
        if point.id not in self._not_sure:
            return []
        self._not_sure.discard(point.id)
        said = self._words("interview.feedback.taken_back", statement=statement(point, rubric))
        return hanging("  ", said, self._style(), self._style().warn)

    def graded(self, record: QuestionRecord, outcome: Outcome, /) -> list[str]:
        self._shown |= self._not_sure
        self._not_sure = set()
        return self._done(record) if outcome.question_done else []

    def failed(self) -> list[str]:
        seen, self._not_sure = bool(self._not_sure), set()
        return [self._words("interview.feedback.void")] if seen else []

    def left(self, record: QuestionRecord, /) -> list[str]:
        return self._done(record)

    def _done(self, record: QuestionRecord) -> list[str]:
        shown, self._shown = frozenset(self._shown), set()
        return feedback_lines(record, self._words, self._style(), shown=shown)


class ExamFeedback:
    """That the answer was kept; all else at the end."""

    def __init__(self, words: Words, style: LiveStyle) -> None:
        self._words = words
        self._style = style

    def point(self, _point: PointGrade, _rubric: Rubric, /) -> list[str]:
        return []

    def graded(self, _record: QuestionRecord, _outcome: Outcome, /) -> list[str]:
        return [self._style().dim(self._words("interview.saved"))]

    def failed(self) -> list[str]:
        return []

    def left(self, _record: QuestionRecord, /) -> list[str]:
        return []


class InterviewScreen:
    """The conversation, line by line."""

    def __init__(self, lines: Lines, words: Words, style: LiveStyle, mode: Mode) -> None:
        self._lines = lines
        self._words = words
        self._style = style
        feedback: dict[Mode, type[StudyFeedback | ExamFeedback]] = {
            "study": StudyFeedback,
            "exam": ExamFeedback,
        }
        self._feedback: Feedback = feedback[mode](words, style)
        self._asked: Ask | None = None

    @property
    def words(self) -> Words:
        """The texts of this interview's language."""
        return self._words

    def begin(self, transcript: Transcript, notes: tuple[str, ...]) -> None:
        """Show what will be held: how many questions, how, and by what ID it is taken up again."""
        begun = begun_question(transcript)
        passed = [record for number, record in enumerate(transcript.questions, 1) if number != begun]
        done = sum(record.skipped or bool(record.answers) for record in passed)
        total = len(transcript.questions)
        parts = [
            self._words("interview.begin.questions", count=total),
            self._words(f"interview.mode.{transcript.mode}"),
            self._words("interview.begin.id", id=transcript.id),
        ]
        self._lines.write(*hanging("", " · ".join(parts), self._style(), self._style().bold))
        if done or begun:
            self._lines.write(self._words("interview.begin.resumed", done=done, total=total))
        self._lines.write(*plan_lines(notes, self._style()))
        if begun:
            self._remind(f"{begun}/{total}", transcript.questions[begun - 1])

    def _remind(self, place: str, record: QuestionRecord) -> None:
        """Show a question and what was said to it: its follow-up alone would not be understood."""
        planned = record.planned
        head = question_rule(place, planned.topic, planned.level, self._words, self._style())
        over = record.model_copy(
            update={"turns": tuple(turn for turn in record.turns if turn.answer is not None or turn.skipped)}
        )
        self._lines.write("", head, *turn_lines(over, self._words, self._style()))

    def put(self, ask: Ask) -> None:
        """Show a question, once however often it is put again."""
        if ask == self._asked:
            return
        self._asked = ask
        text = paragraphs("", printable(ask.text), self._style(), self._style().bold)
        if ask.kind == "follow_up":
            self._lines.write("", self._style().dim(self._words("interview.follow_up")), *text, "")
            return
        place = f"{ask.number}/{ask.total}"
        head = question_rule(place, ask.topic, ask.level, self._words, self._style())
        lines = ["", head, *text]
        if ask.reason:
            lines += hanging("  ", one_line(ask.reason), self._style(), self._style().dim)
        for evidence in ask.evidence:
            lines += hanging("  ", one_line(evidence), self._style(), self._style().dim)
        self._lines.write(*lines, "")

    def said(self, text: str) -> None:
        """Show an answer that nobody saw being typed."""
        self._lines.write(*paragraphs("> ", printable(text), self._style()))

    def refused(self, error: JobcoachError) -> None:
        """Tell why an answer was not taken."""
        what, _ = tell_error(error, self._words)
        self.tell(printable(what))

    def grading(self) -> None:
        """Show that an answer is being graded."""
        self._lines.status(self._words("interview.grading"))

    def point(self, point: PointGrade, rubric: Rubric) -> None:
        """Show a key point's verdict."""
        if lines := self._feedback.point(point, rubric):
            self._lines.write(*lines)
            self.grading()

    def graded(self, record: QuestionRecord, outcome: Outcome) -> None:
        """Show what an answer came to."""
        self._lines.clear()
        self._lines.write(*self._feedback.graded(record, outcome))

    def failed(self, reason: str) -> None:
        """Tell why an answer has no grade, and that what was seen of one does not count."""
        self.tell("\n".join([reason, *self._feedback.failed()]))

    def skipped(self, record: QuestionRecord) -> None:
        """Tell that a question, or a follow-up to it, was passed over."""
        self._lines.write(self._style().dim(self._words("interview.skipped")))
        self.left(record)

    def left(self, record: QuestionRecord) -> None:
        """Show what the answers to a question come to of which the rest is passed over."""
        self._lines.write(*self._feedback.left(record))

    def hint(self, hint: str) -> None:
        """Show a hint."""
        text = printable(hint) if hint else self._words("interview.no_hint")
        self._lines.write(*hanging("  ", text, self._style(), self._style().warn))

    def help(self) -> None:
        """Show what can be typed in place of an answer, and how an answer is typed."""
        columns = max(len(name) for name in COMMANDS) + 3
        for name in COMMANDS:
            explained = self._words(f"interview.command.{name}")
            self._lines.write(*hanging(pad(f"/{name}", columns), explained, self._style()))
        self._lines.write(*hanging("", self._words("interview.typing"), self._style()))

    def tell(self, text: str) -> None:
        """Say something beside the questions."""
        self._lines.clear()
        self._lines.write(*paragraphs("", text, self._style(), self._style().warn))

    def clear(self) -> None:
        """Remove what shows that something goes on."""
        self._lines.clear()

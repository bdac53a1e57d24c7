"""An interview as it runs: what is asked next, and what an answer comes to.

Every event is kept before anything that follows from it is shown. Not safe
for two threads; only ``prepare`` runs in another.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jobcoach.errors import InputError
from jobcoach.interview.grading.grade import Grade, Grader, PointSeen, UngradedCause
from jobcoach.interview.kept_json import kept_json, without_surrogates
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.session import events as ev
from jobcoach.interview.session.ask import Ask, next_ask, open_ask
from jobcoach.interview.session.exchange import grade_exchange, is_ungraded, keeping_full_points
from jobcoach.interview.session.journal import Journal, open_journal
from jobcoach.interview.session.log import Clock, InterviewLog
from jobcoach.interview.session.preparation import Preparation, Prepare
from jobcoach.interview.session.replay import current_number
from jobcoach.interview.session.transcript import Mode, QuestionRecord, Transcript
from jobcoach.text import nfc
from jobcoach.words import Language

MAX_ANSWER_CHARACTERS = 100_000
_ID_TRIES = 20


def _untold() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer came to.

    ``follow_up`` is what ``Interview.current`` asks next if it is about the
    same question. ``ungraded`` is why there is no grade that rests on all
    answers so far; ``grade`` is then one that rests on the earlier ones, or an
    ungraded one.
    """

    grade: Grade
    follow_up: Ask | None
    question_done: bool
    ungraded: UngradedCause | None


class Interview:
    """One running interview. Made by ``start_interview`` and ``resume_interview``.

    Methods that keep an event raise what the log raises (a full disk, another
    process that went on with the interview); the interview then stands as before.
    ``resumed_outcome`` is what the last answer came to if ``grade_what_is_left``
    graded it.
    """

    resumed_outcome: Outcome | None = None

    def __init__(
        self,
        journal: Journal,
        grader: Grader,
        *,
        offline: Grader | None = None,
        prepare: Prepare | None = None,
    ) -> None:
        self._journal = journal
        self._grader = grader
        self._offline = offline
        self._preparation = Preparation(prepare)

    @property
    def id(self) -> str:
        """What ``--resume`` takes."""
        return self.transcript.id

    @property
    def transcript(self) -> Transcript:
        """The interview as it stands."""
        return self._journal.transcript

    def current(self) -> Ask | None:
        """What the candidate is to answer now, None when all is asked.

        What was not asked yet is asked by this: kept as an event, then returned.
        """
        asked = open_ask(self.transcript)
        if asked is not None or self.transcript.status != "open":
            return asked
        following = next_ask(self.transcript)
        if following is None:
            return None
        self._take_prepared(following.number, wait=False)
        self._journal.commit(
            ev.Asked(
                number=following.number, turn=following.kind, text=following.text, point_id=following.point_id
            )
        )
        self._prepare_ahead()
        return open_ask(self.transcript)

    def answer(
        self, text: str, on_point: PointSeen | None = None, on_kept: Callable[[], None] = _untold
    ) -> Outcome:
        """Keep the answer, grade the question's answers so far, decide on a follow-up.

        ``on_kept`` is called when the answer is on the disk, before it is graded.
        Raises InputError for an answer of over ``MAX_ANSWER_CHARACTERS``
        characters, before anything is kept. A KeyboardInterrupt while grading
        leaves the answer kept and ungraded.
        """
        cleaned = clean_answer(text)
        asked = self._asked()
        self._journal.commit(ev.Answered(number=asked.number, text=cleaned))
        on_kept()
        return self._grade_last(on_point)

    def skip(self) -> None:
        """Pass over what is asked now: a whole question, or a follow-up only."""
        self._journal.commit(ev.Skipped(number=self._asked().number))

    def hint(self) -> str:
        """The hint to what is asked now, empty if it has none; that it was given is kept."""
        asked = self._asked()
        if asked.hint:
            self._journal.commit(ev.Hinted(number=asked.number))
        return asked.hint

    def pause(self) -> None:
        """Stop, to be resumed later."""
        self._journal.commit(ev.Paused())

    def finish(self) -> None:
        """End the interview; what was not asked or answered stays so."""
        self._journal.commit(ev.Finished())

    def grade_offline(self) -> Grade:
        """Grade the last answered question with the offline grader; its follow-ups go on from that.

        Raises InputError if nothing has been answered.
        """
        number = self._last_answered()
        grade = grade_exchange(self.transcript.questions[number - 1], self._offline_grader())
        self._journal.commit(ev.Regraded(number=number, grade=grade))
        return grade

    def go_offline(self) -> None:
        """From now on the offline grader grades."""
        offline = self._offline_grader()
        self._journal.commit(ev.GraderChanged(grader=offline.name))
        self._grader = offline

    @property
    def waits_for_grade(self) -> bool:
        """Whether the last question's answers have no grade yet."""
        number, record = self._last()
        return bool(number) and is_ungraded(record)

    def grade_what_is_left(self, on_point: PointSeen | None = None) -> None:
        """Grade the last question's answers if they are not, and no further question was asked."""
        number, record = self._last()
        if number and is_ungraded(record):
            self.resumed_outcome = self._grade_last(on_point)
        elif number:
            self._prepare_ahead()

    def _asked(self) -> Ask:
        asked = self.current()
        if asked is None:
            raise InputError(f"the interview {self.id} has no open question", why="all of them were asked")
        return asked

    def _last_answered(self) -> int:
        numbers = [number for number, each in enumerate(self.transcript.questions, 1) if each.answers]
        if not numbers:
            raise InputError(f"the interview {self.id} has nothing to grade", why="no question was answered")
        return numbers[-1]

    def _offline_grader(self) -> Grader:
        if self._offline is None:
            raise AssertionError("no offline grader was given")
        return self._offline

    def _last(self) -> tuple[int, QuestionRecord]:
        number = current_number(self.transcript)
        return number, self.transcript.questions[number - 1]

    def _grade_last(self, on_point: PointSeen | None) -> Outcome:
        number, record = self._last()
        self._preparation.start(number, record.planned)
        self._take_prepared(number, wait=True)
        self._prepare_ahead()
        _, record = self._last()
        found = grade_exchange(record, self._grader, on_point)
        grade = keeping_full_points(record.grade, found, record.planned.rubric)
        self._journal.commit(ev.Graded(number=number, grade=grade))
        _, record = self._last()
        following = next_ask(self.transcript)
        follow_up = following if following is not None and following.kind == "follow_up" else None
        return Outcome(
            grade=record.grade or grade,
            follow_up=follow_up,
            question_done=follow_up is None,
            ungraded=grade.cause or "model_unavailable" if grade.status == "ungraded" else None,
        )

    def _prepare_ahead(self) -> None:
        number, record = self._last()
        if not record.answers:
            self._preparation.start(number, record.planned)
        elif number < len(self.transcript.questions):
            self._preparation.start(number + 1, self.transcript.questions[number].planned)

    def _take_prepared(self, number: int, *, wait: bool) -> None:
        planned = self._preparation.take(number, wait=wait)
        if planned is not None:
            self._journal.commit(ev.Prepared(number=number, planned=planned))


def start_interview(  # noqa: PLR0913 - an interview is all of these; two have defaults
    log: InterviewLog,
    plan: Plan,
    *,
    lang: Language,
    mode: Mode,
    grader: Grader,
    clock: Clock,
    new_id: Callable[[], str],
    offline: Grader | None = None,
    prepare: Prepare | None = None,
) -> Interview:
    """Keep a new interview and return it; nothing is asked yet.

    ``new_id`` is asked again while its ids are taken.
    """
    for _ in range(_ID_TRIES):
        interview_id, plan_json = new_id(), kept_json(plan)
        if log.create(
            interview_id, lang=lang, mode=mode, grader=grader.name, started_at=clock(), plan=plan_json
        ):
            journal = open_journal(log, interview_id, clock)
            return Interview(journal, grader, offline=offline, prepare=prepare)
    raise AssertionError("every new id is taken")


def resume_interview(
    log: InterviewLog,
    interview_id: str | None,
    *,
    grader: Grader,
    clock: Clock,
    offline: Grader | None = None,
    prepare: Prepare | None = None,
    on_point: PointSeen | None = None,
) -> Interview:
    """``take_up_interview``, and grade its last answer if that has no grade."""
    interview = take_up_interview(
        log, interview_id, grader=grader, clock=clock, offline=offline, prepare=prepare
    )
    interview.grade_what_is_left(on_point)
    return interview


def take_up_interview(
    log: InterviewLog,
    interview_id: str | None,
    *,
    grader: Grader,
    clock: Clock,
    offline: Grader | None = None,
    prepare: Prepare | None = None,
) -> Interview:
    """Go on with an interview; None: with the one of the latest that is not finished.

    ``grade_what_is_left`` is then to be called: the last answer may have no grade
    (killed while grading, or the model was away). Raises InputError if there is
    no such interview, if it is finished, or if what is kept of it is damaged.
    """
    wanted = interview_id or log.latest_unfinished()
    if wanted is None:
        raise InputError("there is no interview to resume", why="all are finished", mend="jobcoach interview")
    journal = open_journal(log, wanted, clock)
    if journal.transcript.status == "finished":
        raise InputError(f"the interview {wanted} is finished", mend="jobcoach interview")
    journal.commit(ev.Resumed())  # from here on a process that still holds it is told so
    return Interview(journal, grader, offline=offline, prepare=prepare)


def clean_answer(text: str) -> str:
    """The answer as it is kept: NFC, lone surrogates replaced. Raises InputError if it is too long."""
    if len(text) > MAX_ANSWER_CHARACTERS:
        raise InputError(
            "the answer is too long",
            why=f"it has {len(text)} characters, and {MAX_ANSWER_CHARACTERS} are the most",
        )
    return nfc(without_surrogates(text))

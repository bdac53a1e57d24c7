"""Any order of what a candidate may do, against a real database."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from interview_parts import START, Scripted, planned, point, three_questions, ticking

from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.session.conduct import Interview, resume_interview, start_interview
from jobcoach.interview.session.events import EVENTS
from jobcoach.interview.session.follow_ups import MAX_FOLLOW_UPS
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.replay import EventRefused, apply, open_turn
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.interview.summary import summarise
from jobcoach.store import Store

PLAN = Plan(questions=(*three_questions().questions, planned("last", point("x"), point("y"), point("z"))))
ANSWERS = st.lists(
    st.sampled_from(["+a", "!a", "~a", "+b", "!b", "+c", "+d", "+x", "~y", "!z", "AWAY", "모르겠어요", ""]),
    max_size=4,
).map(" ".join)


class Conduct(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "jobcoach.db")
        self.clock = ticking()
        self.said: list[str] = []
        self.interview: Interview = start_interview(
            self.store.interviews,
            PLAN,
            lang="ko",
            mode="exam",
            grader=Scripted(),
            clock=self.clock,
            new_id=lambda: "domipazu",
            offline=Scripted("offline"),
        )

    @property
    def is_over(self) -> bool:
        return self.interview.transcript.status == "finished"

    @precondition(lambda self: not self.is_over)
    @rule(text=ANSWERS)
    def answer(self, text: str) -> None:
        if self.interview.current() is not None:
            outcome = self.interview.answer(text)
            self.said.append(text)
            assert outcome.question_done == (outcome.follow_up is None)
            assert (outcome.ungraded is None) == (self.last().graded_answers == len(self.last().answers))
            if outcome.follow_up is not None:
                assert self.interview.current() == outcome.follow_up

    @precondition(lambda self: not self.is_over)
    @rule()
    def skip(self) -> None:
        if self.interview.current() is not None:
            self.interview.skip()

    @precondition(lambda self: not self.is_over)
    @rule()
    def hint(self) -> None:
        asked = self.interview.current()
        if asked is not None:
            assert self.interview.hint() == asked.hint

    @precondition(lambda self: not self.is_over)
    @rule(is_paused=st.booleans(), has_reopened=st.booleans())
    def resume(self, is_paused: bool, has_reopened: bool) -> None:
        before = self.interview.transcript
        if is_paused:
            self.interview.pause()
        if has_reopened:
            path = self.store.path
            self.store.close()
            self.store = Store.open(path)
        self.interview = resume_interview(
            self.store.interviews, None, grader=Scripted(), clock=self.clock, offline=Scripted("offline")
        )
        turns = [record.turns for record in self.interview.transcript.questions]
        assert turns == [record.turns for record in before.questions]

    @precondition(lambda self: self.said and not self.is_over)
    @rule()
    def grade_offline(self) -> None:
        assert self.interview.grade_offline().grader in ("offline", "scripted")

    @precondition(lambda self: not self.is_over)
    @rule()
    def go_offline(self) -> None:
        self.interview.go_offline()

    @precondition(lambda self: not self.is_over and len(self.said) > 5)
    @rule()
    def finish(self) -> None:
        self.interview.finish()

    @precondition(lambda self: self.is_over)
    @rule()
    def nothing_follows_the_end(self) -> None:
        assert self.interview.current() is None or self.interview.transcript.status == "finished"
        for go_on in (self.interview.pause, self.interview.finish, self.interview.go_offline):
            with pytest.raises(EventRefused):
                go_on()

    def last(self) -> QuestionRecord:
        return [record for record in self.interview.transcript.questions if record.answers][-1]

    @invariant()
    def nothing_said_is_lost(self) -> None:
        kept = [text for record in self.interview.transcript.questions for text in record.answers]
        assert kept == self.said

    @invariant()
    def follow_ups_are_few_and_about_different_points(self) -> None:
        for record in self.interview.transcript.questions:
            points = [turn.point_id for turn in record.turns if turn.kind == "follow_up"]
            assert len(points) <= MAX_FOLLOW_UPS
            assert len(set(points)) == len(points)
            assert set(points) <= {each.id for each in record.planned.rubric.key_points if each.probe}

    @invariant()
    def quotes_are_the_candidates_words(self) -> None:
        for missed in summarise(self.interview.transcript).missed:
            record = next(
                r for r in self.interview.transcript.questions if r.planned.id == missed.question_id
            )
            assert all(quote in "\n\n".join(record.answers) for quote in missed.quotes)

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        assert read_transcript(self.store.interviews, "domipazu") == self.interview.transcript
        transcript = Transcript(
            id="domipazu",
            lang="ko",
            mode="exam",
            grader="scripted",
            status="open",
            started_at=START,
            questions=tuple(QuestionRecord(planned=each) for each in PLAN.questions),
        )
        for row in self.store.interviews.events("domipazu"):
            transcript = apply(transcript, EVENTS[row.kind].model_validate_json(row.payload), row.at)
            Transcript.model_validate(transcript.model_dump())
            open_turn(transcript)
            counts = summarise(transcript)
            total = counts.graded + counts.ungraded + counts.skipped + counts.unanswered
            assert total == len(PLAN.questions)
        assert transcript == self.interview.transcript
        self.store.close()
        self.folder.cleanup()


Conduct.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestConduct = Conduct.TestCase

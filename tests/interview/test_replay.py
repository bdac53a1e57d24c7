"""Logs that no interview wrote are refused with the name of the interview, never with a crash."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from interview_parts import START, Scripted, three_questions, ticking

from jobcoach.errors import InputError
from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.history import read_history
from jobcoach.interview.session import events as ev
from jobcoach.interview.session.conduct import start_interview
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.replay import EventRefused, apply, replay
from jobcoach.interview.session.transcript import QuestionRecord, Transcript
from jobcoach.store import EventRecord, InterviewRecord, Store

PLAN = three_questions()
BLANK = Transcript(
    id="domipazu",
    lang="en",
    mode="study",
    grader="scripted",
    status="open",
    started_at=START,
    questions=tuple(QuestionRecord(planned=each) for each in PLAN.questions),
)
GRADE = Grade(status="graded", grader="scripted", score=50)
ASKED = ev.Asked(number=1, turn="main", text="?")
ANSWERED = ev.Answered(number=1, text="!")
NUMBERS = st.integers(-1, 5)
ANY_EVENT = st.one_of(
    st.builds(
        ev.Asked, number=NUMBERS, turn=st.sampled_from(["main", "follow_up"]), text=st.text(max_size=3)
    ),
    st.builds(ev.Answered, number=NUMBERS, text=st.text(max_size=3)),
    st.builds(ev.Hinted, number=NUMBERS),
    st.builds(ev.Skipped, number=NUMBERS),
    st.builds(ev.Graded, number=NUMBERS, grade=st.just(GRADE)),
    st.builds(ev.Regraded, number=NUMBERS, grade=st.just(GRADE)),
    st.builds(ev.Prepared, number=NUMBERS, planned=st.sampled_from(PLAN.questions)),
    st.builds(ev.GraderChanged, grader=st.just("offline")),
    st.sampled_from([ev.Paused(), ev.Resumed(), ev.Finished()]),
)


@pytest.mark.parametrize(
    "happened",
    [
        [ev.Asked(number=2, turn="main", text="?")],
        [ev.Asked(number=0, turn="main", text="?")],
        [ev.Asked(number=1, turn="follow_up", text="?")],
        [ASKED, ASKED],
        [ASKED, ev.Asked(number=2, turn="main", text="?")],
        [ANSWERED],
        [ev.Hinted(number=1)],
        [ASKED, ev.Answered(number=2, text="!")],
        [ASKED, ANSWERED, ANSWERED],
        [ASKED, ev.Skipped(number=1), ANSWERED],
        [ASKED, ev.Graded(number=1, grade=GRADE)],
        [ev.Graded(number=4, grade=GRADE)],
        [ASKED, ev.Paused(), ANSWERED],
        [ev.Finished(), ev.Resumed()],
        [ev.Finished(), ASKED],
        [ev.Prepared(number=1, planned=PLAN.questions[1])],
    ],
)
def test_what_cannot_follow_is_refused(happened: list[ev.Event]) -> None:
    with pytest.raises(EventRefused):
        replay(BLANK, [(START, event) for event in happened])


@given(st.lists(ANY_EVENT, max_size=30))
def test_any_order_of_events_is_either_applied_or_refused(happened: list[ev.Event]) -> None:
    transcript = BLANK
    for event in happened:
        try:
            transcript = apply(transcript, event, START)
        except EventRefused:
            continue
        Transcript.model_validate(transcript.model_dump())
        assert len(transcript.questions) == len(PLAN.questions)
        assert all(0 <= each.graded_answers <= len(each.answers) for each in transcript.questions)


class Kept:
    """A log of one interview that holds whatever it is given."""

    def __init__(self, plan: str, events: list[tuple[str, str]]) -> None:
        self._record = InterviewRecord("domipazu", "en", "study", "scripted", START, plan, "open", START)
        self._events = [EventRecord(seq, START, *event) for seq, event in enumerate(events, 1)]

    def get(self, interview_id: str) -> InterviewRecord:
        return self._record

    def events(self, interview_id: str) -> list[EventRecord]:
        return self._events


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["number", "text", "turn", "grade", "status", "score", "x"]), inner, max_size=4
        )
    ),
    max_leaves=8,
).map(json.dumps)


@given(
    st.lists(st.tuples(st.sampled_from([*ev.EVENTS, "", "unknown"]), JSON | st.text(max_size=20)), max_size=4)
)
def test_garbled_events_name_the_interview(events: list[tuple[str, str]]) -> None:
    try:
        read_transcript(Kept(PLAN.model_dump_json(), events), "domipazu")
    except InputError as error:
        assert "domipazu" in str(error)
        assert "event" in error.why


@given(JSON | st.text(max_size=20))
def test_a_garbled_plan_names_the_interview(plan: str) -> None:
    with pytest.raises(InputError, match="domipazu"):
        read_transcript(Kept(plan, []), "domipazu")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jobcoach.db") as opened:
        yield opened


DAMAGES = {
    "payload cut": "UPDATE interview_events SET payload = substr(payload, 1, 9) WHERE seq = 2 AND {here}",
    "payload rotten": "UPDATE interview_events SET payload = CAST(x'7bff' AS TEXT) WHERE seq = 2 AND {here}",
    "payload of another": "UPDATE interview_events SET payload = '[]' WHERE seq = 2 AND {here}",
    "event lost": "DELETE FROM interview_events WHERE seq = 2 AND {here}",
    "kind unknown": "UPDATE interview_events SET kind = 'danced' WHERE seq = 2 AND {here}",
    "kind rotten": "UPDATE interview_events SET kind = CAST(x'ff' AS TEXT) WHERE seq = 2 AND {here}",
    "time rotten": "UPDATE interview_events SET at = CAST(x'ff' AS TEXT) WHERE seq = 2 AND {here}",
    "plan cut": "UPDATE interviews SET plan = '{{' WHERE id = 'babababa' AND '{here}' <> ''",
    "mode unknown": "UPDATE interviews SET mode = 'party' WHERE id = 'babababa' AND '{here}' <> ''",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_interview_is_told_and_others_are_usable(store: Store, damage: str) -> None:
    for name in ("babababa", "dadadada"):
        interview = start_interview(
            store.interviews,
            PLAN,
            lang="en",
            mode="study",
            grader=Scripted(),
            clock=ticking(),
            new_id=lambda name=name: name,
        )
        interview.answer("+a +b")
    damaged = sqlite3.connect(store.path)
    damaged.execute("DROP TRIGGER interview_events_stay")
    here = "interview_id = 'babababa'" if "events" in DAMAGES[damage] else "x"
    damaged.execute(DAMAGES[damage].format(here=here))
    damaged.commit()
    damaged.close()
    with pytest.raises(InputError, match="babababa") as raised:
        read_transcript(store.interviews, "babababa")
    assert raised.value.why
    if damage == "event lost":
        assert raised.value.why == "event 2 is missing"
    assert read_transcript(store.interviews, "dadadada").questions[0].answers == ("+a +b",)
    history = read_history(store.interviews)
    assert [each.question_id for each in history.asked] == ["os.heap"]
    assert ["babababa" in str(error) for error in history.unreadable] == [True]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(count=st.integers(0, 8))
def test_every_prefix_of_a_log_is_an_interview(store: Store, count: int) -> None:
    name = f"prefix{count}"
    if store.interviews.get(name) is None:
        interview = start_interview(
            store.interviews,
            PLAN,
            lang="en",
            mode="study",
            grader=Scripted(),
            clock=ticking(),
            new_id=lambda: name,
        )
        interview.answer("+a")
        interview.answer("+c")
        interview.skip()
        interview.pause()
    rows = store.interviews.events(name)
    events = [(row.at, ev.EVENTS[row.kind].model_validate_json(row.payload)) for row in rows]
    prefix = replay(BLANK, events[:count])
    assert replay(prefix, events[count:]) == replay(BLANK, events)

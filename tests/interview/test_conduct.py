import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from interview_parts import Scripted, planned, point, three_questions, ticking

from jobcoach.errors import InputError
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.session.conduct import (
    MAX_ANSWER_CHARACTERS,
    Interview,
    resume_interview,
    start_interview,
)
from jobcoach.interview.session.grade_again import grade_again, grade_all_again
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.preparation import Prepare
from jobcoach.interview.session.replay import EventRefused
from jobcoach.interview.session.speakable_id import speakable_id
from jobcoach.interview.session.transcript import PlannedQuestion
from jobcoach.store import Store
from jobcoach.words import LANGUAGES, Language


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jobcoach.db") as opened:
        yield opened


def start(
    store: Store, plan: Plan | None = None, grader: Scripted | None = None, prepare: Prepare | None = None
) -> Interview:
    return start_interview(
        store.interviews,
        plan or three_questions(),
        lang="en",
        mode="study",
        grader=grader or Scripted(),
        clock=ticking(),
        new_id=lambda: "domipazu",
        offline=Scripted("offline"),
        prepare=prepare,
    )


def resume(store: Store, interview_id: str | None = None, grader: Scripted | None = None) -> Interview:
    return resume_interview(
        store.interviews,
        interview_id,
        grader=grader or Scripted(),
        clock=ticking(),
        offline=Scripted("offline"),
    )


def point_asked(interview: Interview) -> str | None:
    asked = interview.current()
    assert asked is not None
    return asked.point_id


def test_a_whole_interview(store: Store) -> None:
    interview = start(store)
    asked = interview.current()
    assert asked is not None
    assert (asked.number, asked.total, asked.kind, asked.text) == (1, 3, "main", "What is heap?")
    assert interview.current() == asked
    outcome = interview.answer("+a +b")
    assert outcome.grade.score == 60.0  # c must be there
    assert outcome.follow_up is not None
    assert (outcome.follow_up.point_id, outcome.follow_up.text) == ("c", "And c?")
    assert not outcome.question_done
    assert interview.current() == outcome.follow_up
    outcome = interview.answer("+c")
    assert outcome.question_done
    assert [each.verdict for each in outcome.grade.points] == ["full", "full", "full", "none"]
    interview.skip()
    asked = interview.current()
    assert asked is not None
    assert asked.question_id == "os.plain"
    assert interview.answer("no idea what is asked").ungraded == "no_rubric"
    assert interview.current() is None
    interview.finish()
    transcript = read_transcript(store.interviews, "domipazu")
    assert transcript == interview.transcript
    assert transcript.status == "finished"
    assert [record.skipped for record in transcript.questions] == [False, True, False]
    assert transcript.questions[0].answers == ("+a +b", "+c")


def test_follow_ups_ask_for_must_points_then_heavy_ones_and_at_most_twice(store: Store) -> None:
    interview = start(store)
    interview.answer("~a")
    assert point_asked(interview) == "c"
    interview.answer("still nothing")
    assert point_asked(interview) == "b"
    outcome = interview.answer("nothing again")
    assert outcome.question_done
    assert point_asked(interview) is None


def test_a_contradicted_point_is_asked_for(store: Store) -> None:
    interview = start(store)
    interview.answer("+a !b +c +d")
    assert point_asked(interview) == "b"


@pytest.mark.parametrize("answer", ["", "   \n", "I don't know"])
def test_who_knows_nothing_is_asked_once_more(store: Store, answer: str) -> None:
    interview = start(store)
    assert interview.answer(answer).follow_up is not None
    assert interview.answer(answer).follow_up is None


def test_a_point_without_a_probe_is_not_asked_for(store: Store) -> None:
    interview = start(store)
    assert interview.answer("+a +b +c").question_done


def test_a_skipped_follow_up_ends_the_question_and_keeps_its_grade(store: Store) -> None:
    interview = start(store)
    grade = interview.answer("+a").grade
    interview.current()
    interview.skip()
    asked = interview.current()
    assert asked is not None
    assert asked.number == 2
    record = interview.transcript.questions[0]
    assert (record.skipped, record.grade, record.graded_answers) == (False, grade, 1)


def test_a_follow_up_takes_nothing_back_that_it_does_not_contradict(store: Store) -> None:
    interview = start(store)
    interview.answer("+a +b")
    outcome = interview.answer("~a !b +c")
    assert [each.verdict for each in outcome.grade.points] == ["full", "contradicted", "full", "none"]
    assert outcome.grade.points[0].quotes == ("+a",)
    assert outcome.grade.score == pytest.approx(100 * (1 - 1.5 + 1) / 6, abs=0.01)


def test_what_another_grader_found_full_is_not_kept(store: Store) -> None:
    interview = start(store)
    interview.answer("+a +b")
    interview.go_offline()
    assert interview.answer("~a +c").grade.points[0].verdict == "partial"


def test_each_answer_costs_one_call(store: Store) -> None:
    grader = Scripted()
    interview = start(store, grader=grader)
    for calls, answer in enumerate(["+a", "+c", "+b", "+a +b"], 1):
        interview.answer(answer)
        interview.current()
        assert grader.calls == calls


def test_points_are_told_as_they_are_graded(store: Store) -> None:
    seen: list[str] = []
    start(store).answer("+a", lambda grade: seen.append(grade.id))
    assert seen == ["a", "b", "c", "d"]


def test_a_model_that_stays_away_costs_no_answer(store: Store) -> None:
    interview = start(store)
    outcome = interview.answer("+a AWAY")
    assert (outcome.ungraded, outcome.follow_up, outcome.grade.status) == (
        "model_unavailable",
        None,
        "ungraded",
    )
    grade = interview.grade_offline()
    assert (grade.grader, grade.status) == ("offline", "graded")
    assert point_asked(interview) == "c"
    interview.go_offline()
    assert interview.answer("+c AWAY").ungraded is None
    assert interview.transcript.grader == "offline"


def test_a_finished_grade_is_not_lost_when_the_model_goes_away(store: Store) -> None:
    interview = start(store)
    first = interview.answer("+a").grade
    outcome = interview.answer("+c AWAY")
    assert (outcome.ungraded, outcome.grade) == ("model_unavailable", first)
    record = interview.transcript.questions[0]
    assert (record.grade, record.graded_answers, len(record.answers)) == (first, 1, 2)
    assert point_asked(interview) is None  # the next question: no follow-up rests on half a grade


def test_a_pause_is_resumed_with_the_same_question(store: Store) -> None:
    interview = start(store)
    asked = interview.current()
    interview.pause()
    with pytest.raises(EventRefused):
        interview.answer("too late")
    again = resume(store)
    assert again.id == "domipazu"
    assert again.current() == asked
    assert again.resumed_outcome is None


def test_an_answer_that_was_being_graded_is_graded_when_resumed(store: Store) -> None:
    class Killed(Scripted):
        def grade(self, *args, **kwargs):
            raise KeyboardInterrupt

    interview = start(store, grader=Killed())
    with pytest.raises(KeyboardInterrupt):
        interview.answer("+a")
    again = resume(store)
    assert again.resumed_outcome is not None
    assert again.resumed_outcome.grade.status == "graded"
    assert again.transcript.questions[0].answers == ("+a",)
    assert point_asked(again) == "c"


def test_who_resumes_takes_over_and_the_other_is_told(store: Store) -> None:
    first = start(store)
    first.current()
    second = resume(store)
    with pytest.raises(InputError, match="another window"):
        first.answer("from the first")
    second.answer("+a from the second")
    with pytest.raises(InputError, match="another window"):
        first.answer("from the first")
    assert read_transcript(store.interviews, "domipazu").questions[0].answers == ("+a from the second",)


@pytest.mark.parametrize("is_kept", [False, True])
def test_an_interrupt_while_an_answer_is_kept_leaves_an_interview_that_goes_on(
    store: Store, is_kept: bool
) -> None:
    class Interrupted:
        """The store's log; Ctrl-C is pressed once, before or after an answer is kept."""

        is_pressed = False

        def __getattr__(self, name):
            return getattr(store.interviews, name)

        def append(self, *args, **kwargs):
            pressed = kwargs["kind"] == "answered" and not self.is_pressed
            if is_kept or not pressed:
                store.interviews.append(*args, **kwargs)
            if pressed:
                self.is_pressed = True
                raise KeyboardInterrupt

    interview = start_interview(
        Interrupted(),
        three_questions(),
        lang="en",
        mode="study",
        grader=Scripted(),
        clock=ticking(),
        new_id=lambda: "domipazu",
    )
    with pytest.raises(KeyboardInterrupt):
        interview.answer("+a")
    assert interview.transcript.questions[0].answers == (("+a",) if is_kept else ())
    interview.pause()
    assert resume(store).transcript.questions[0].graded_answers == int(is_kept)


def test_what_cannot_be_resumed_is_told(store: Store) -> None:
    with pytest.raises(InputError, match="no interview to resume"):
        resume(store)
    with pytest.raises(InputError, match="no interview nothere"):
        resume(store, "nothere")
    start(store).pause()
    with pytest.raises(InputError, match="did you mean domipazu"):
        resume(store, "domipazo")
    with pytest.raises(InputError, match="there is no interview"):
        resume(store, "a\x00b\ud800")
    resume(store).finish()
    with pytest.raises(InputError, match="finished"):
        resume(store, "domipazu")


def test_answers_are_kept_in_nfc_and_without_lone_surrogates(store: Store) -> None:
    interview = start(store)
    interview.answer("\u1112\u1161\u11ab +a \ud800 \U0001f600 \x00\x1b")
    assert interview.transcript.questions[0].answers == ("한 +a \ufffd \U0001f600 \x00\x1b",)
    assert read_transcript(store.interviews, "domipazu") == interview.transcript


def test_lone_surrogates_of_a_model_or_a_file_name_are_replaced(store: Store) -> None:
    class Odd(Scripted):
        def grade(self, rubric, answer, on_point=None):
            grade = super().grade(rubric, answer, on_point)
            points = tuple(each.model_copy(update={"reasoning": "\udcff 좋아요"}) for each in grade.points)
            return grade.model_copy(update={"points": points})

    odd = planned("heap", point("a")).model_copy(update={"evidence": ("\udce9.py:1",)})
    interview = start(store, Plan(questions=(odd,)), Odd())
    assert interview.answer("+a").grade.points[0].reasoning == "\ufffd 좋아요"
    assert interview.transcript.questions[0].planned.evidence == ("\ufffd.py:1",)
    assert read_transcript(store.interviews, "domipazu") == interview.transcript


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_interview_with_the_offline_grader(store: Store, lang: Language) -> None:
    bank = {question.id: question for question in load_bank(None).questions}
    question = bank["os.process-vs-thread"]
    assert question.reference
    planned_question = PlannedQuestion(
        id=question.id, topic="os", level="junior", rubric=question.rubric(lang)
    )
    interview = start_interview(
        store.interviews,
        Plan(questions=(planned_question,)),
        lang=lang,
        mode="study",
        grader=OfflineGrader(),
        clock=ticking(),
        new_id=lambda: "domipazu",
    )
    statements = {point.id: point.statement for point in planned_question.rubric.key_points}
    scores = [interview.answer(statements["cheap-switch"]).grade.score or 0.0]
    while (asked := interview.current()) is not None:
        assert asked.point_id is not None
        scores.append(interview.answer(statements[asked.point_id]).grade.score or 0.0)
    assert len(scores) == 3
    assert scores == sorted(set(scores))
    record = interview.transcript.questions[0]
    assert record.grade
    quotes = [quote for each in record.grade.points for quote in each.quotes]
    assert quotes
    assert all(quote in "\n\n".join(record.answers) for quote in quotes)


def test_a_huge_answer_is_refused_and_the_question_stays_open(store: Store) -> None:
    interview = start(store)
    asked = interview.current()
    events = store.interviews.events("domipazu")
    with pytest.raises(InputError, match="too long"):
        interview.answer("x" * (1 << 20))
    assert interview.current() == asked
    assert store.interviews.events("domipazu") == events
    interview.answer("x" * MAX_ANSWER_CHARACTERS)


def test_a_hint_is_given_and_kept(store: Store) -> None:
    interview = start(store)
    assert interview.hint() == "think of heap"
    assert interview.transcript.questions[0].turns[0].hinted
    interview.skip()
    interview.skip()
    assert interview.hint() == ""
    assert not interview.transcript.questions[2].turns[0].hinted


def test_ids_that_are_taken_are_not_used_twice(store: Store) -> None:
    ids = iter(["domipazu", "domipazu", "zipaduko"])
    started = [
        start_interview(
            store.interviews,
            three_questions(),
            lang="ko",
            mode="exam",
            grader=Scripted(),
            clock=ticking(),
            new_id=lambda: next(ids),
        ).id
        for _ in range(2)
    ]
    assert started == ["domipazu", "zipaduko"]


def test_ids_can_be_said_aloud() -> None:
    ids = {speakable_id(random.Random(seed)) for seed in range(500)}
    assert len(ids) == 500
    assert all(len(name) == 8 and name.isalpha() and set(name[1::2]) <= set("aeiou") for name in ids)


def test_the_next_question_is_prepared_while_an_answer_is_graded(store: Store) -> None:
    main, threads, graded = threading.get_ident(), [], threading.Event()

    def prepare(question: PlannedQuestion) -> PlannedQuestion:
        threads.append(threading.get_ident())
        graded.set()
        rubric = question.rubric.model_copy(update={"key_points": (point("x"),), "question": "Changed!"})
        return question.model_copy(update={"rubric": rubric, "id": "other"})

    class Waiting(Scripted):
        def grade(self, *args, **kwargs):
            assert graded.wait(20), "nothing was prepared meanwhile"
            return super().grade(*args, **kwargs)

    plan = Plan(questions=(planned("heap", point("a")), planned("plain", reference="")))
    interview = start(store, plan, Waiting(), prepare)
    interview.answer("+a")
    asked = interview.current()
    assert asked is not None
    assert asked.text == "What is plain?"
    assert interview.answer("+x").grade.score == 100
    assert threads
    assert threads[0] != main
    kinds = [event.kind for event in store.interviews.events("domipazu")]
    assert kinds.count("prepared") == 1
    assert read_transcript(store.interviews, "domipazu") == interview.transcript


def test_a_quick_answer_waits_for_the_key_points_that_are_being_found(store: Store) -> None:
    answered = threading.Event()

    def prepare(question: PlannedQuestion) -> PlannedQuestion:
        assert answered.wait(20)
        rubric = question.rubric.model_copy(update={"key_points": (point("x"),)})
        return question.model_copy(update={"rubric": rubric})

    interview = start(store, Plan(questions=(planned("plain", reference=""),)), prepare=prepare)
    interview.current()
    threading.Timer(0.2, answered.set).start()
    assert interview.answer("+x").grade.score == 100


def test_a_question_with_a_reference_alone_gets_key_points_and_keeps_it(store: Store) -> None:
    def prepare(question: PlannedQuestion) -> PlannedQuestion:
        rubric = question.rubric.model_copy(update={"key_points": (point("x"),), "reference": "other"})
        return question.model_copy(update={"rubric": rubric})

    interview = start(store, Plan(questions=(planned("heap"),)), prepare=prepare)
    assert interview.answer("nothing").follow_up is not None
    assert interview.transcript.questions[0].planned.rubric.reference == "what is right"


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_question_without_key_points_gets_them_when_the_interview_is_resumed(
    store: Store, is_answered: bool
) -> None:
    def prepare(question: PlannedQuestion) -> PlannedQuestion:
        rubric = question.rubric.model_copy(update={"key_points": (point("x"),)})
        return question.model_copy(update={"rubric": rubric})

    interview = start(store, Plan(questions=(planned("plain", reference=""),)))
    if is_answered:
        assert interview.answer("+x").ungraded == "no_rubric"
    else:
        interview.current()
    again = resume_interview(store.interviews, None, grader=Scripted(), clock=ticking(), prepare=prepare)
    outcome = again.resumed_outcome if is_answered else again.answer("+x")
    assert outcome is not None
    assert outcome.grade.score == 100


@pytest.mark.parametrize("number", [1, 2])
def test_a_preparation_that_fails_costs_the_grade_only(store: Store, number: int) -> None:
    def prepare(_question: PlannedQuestion) -> PlannedQuestion:
        raise RuntimeError("no model")

    plain = planned("plain", reference="")
    plan = Plan(questions=(plain, planned("heap", point("a")))[:: 1 if number == 1 else -1])
    interview = start(store, plan, prepare=prepare)
    outcomes = [interview.answer("+a") for _ in range(2)]
    assert outcomes[number - 1].ungraded == "no_rubric"
    assert outcomes[2 - number].grade.score == 100


def test_ungraded_answers_are_graded_later(store: Store) -> None:
    interview = start(store)
    interview.answer("+a +b +c AWAY")
    interview.answer("+a AWAY")
    interview.grade_offline()
    interview.finish()
    told: list[tuple[int, str]] = []
    again = grade_again(
        store.interviews,
        "domipazu",
        Later(),
        clock=ticking(),
        on_grade=lambda number, grade: told.append((number, grade.status)),
    )
    assert told == [(1, "graded"), (2, "graded")]
    assert [record.grade and record.grade.grader for record in again.questions] == ["later", "later", None]
    assert again.status == "finished"
    assert read_transcript(store.interviews, "domipazu") == again
    later = Later()
    assert grade_again(store.interviews, "domipazu", later, clock=ticking()) == again
    assert later.calls == 0
    all_again = grade_all_again(store.interviews, "domipazu", Scripted("offline"), clock=ticking())
    assert [record.grade and record.grade.grader for record in all_again.questions] == [
        "offline",
        "offline",
        None,
    ]


def test_grading_later_stops_when_the_model_is_away_and_changes_nothing(store: Store) -> None:
    interview = start(store)
    interview.answer("AWAY one")
    interview.answer("AWAY two")
    before = interview.transcript
    grader = Scripted()
    assert grade_again(store.interviews, "domipazu", grader, clock=ticking()) == before
    assert grader.calls == 1


class Later(Scripted):
    """A model that is there again."""

    def __init__(self) -> None:
        super().__init__("later")

    def grade(self, rubric, answer, on_point=None):
        return super().grade(rubric, answer.replace("AWAY", ""), on_point)

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.bank.question import LocalText, Question
from jobcoach.interview.bank.skills import load_skills
from jobcoach.interview.planning.find_skills import read_posting
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.planning.planner import ReviewQuestion, plan_interview
from jobcoach.interview.planning.schedule import PastQuestion, due
from jobcoach.words import LANGUAGES

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LEVELS = ("junior", "mid", "senior")


def question(topic: str, name: str, level: str = "mid", skills: Sequence[str] = ()) -> Question:
    return Question(
        id=f"{topic}.{name}",
        topic=topic,
        level=level,
        skills=tuple(skills),
        question=LocalText(ko=f"{name}은 무엇인가요?", en=f"What is {name}?"),
        reference=LocalText(ko="답", en="answer"),
    )


BANK = tuple(
    question(topic, f"{level}-{number}", level)
    for topic in ("os", "network", "database")
    for level in LEVELS
    for number in range(3)
)


def plan(bank: Sequence[Question] = BANK, count: int = 6, **wanted) -> Plan:
    return plan_interview(bank, count=count, **{"lang": "en", "now": NOW, **wanted})


def ids(made: Plan) -> list[str]:
    return [each.id for each in made.questions]


def past(question_id: str, score: float | None = 50, days: float = 0) -> PastQuestion:
    return PastQuestion(question_id, score, NOW - timedelta(days=days))


def test_topics_get_the_same_share() -> None:
    topics = Counter(each.topic for each in plan(count=6).questions)
    assert topics == {"os": 2, "network": 2, "database": 2}


def test_a_level_is_kept_to_while_it_lasts_and_the_reason_says_where_it_is_not() -> None:
    made = plan(count=12, level="senior", topics=["os", "network"]).questions
    assert Counter(each.level for each in made) == {"senior": 6, "mid": 6}
    for each in made:
        assert ("too few senior" in each.reason) == (each.level == "mid")


def test_only_the_chosen_topics_are_asked_and_a_shortage_is_told() -> None:
    made = plan(count=20, topics=["os"])
    assert {each.topic for each in made.questions} == {"os"}
    assert made.notes == ("only 9 questions fit what you asked for, not 20",)
    assert made.questions[0].reason == "you chose Operating systems"
    assert plan(count=9, topics=["운영체제"]).notes == ()


def test_an_unknown_topic_is_told_with_the_closest_ones() -> None:
    with pytest.raises(InputError, match="netwrok") as raised:
        plan(topics=["netwrok"])
    assert "network" in raised.value.why


@pytest.mark.parametrize("count", [0, -1, 51, 10**9])
def test_a_count_that_cannot_be_is_refused(count: int) -> None:
    with pytest.raises(InputError, match="cannot ask"):
        plan(count=count)


def test_an_empty_bank_or_topic_is_told() -> None:
    with pytest.raises(InputError, match="no question fits"):
        plan(bank=())
    with pytest.raises(InputError, match="no question fits"):
        plan(topics=["react"])


def test_nothing_is_asked_again_while_fresh_questions_remain() -> None:
    asked: list[PastQuestion] = []
    seen: set[str] = set()
    for session in range(4):
        made = plan(count=6, history=asked, seed=session)
        assert not seen & set(ids(made))
        seen |= set(ids(made))
        asked += [past(each) for each in ids(made)]
    made = plan(count=6, history=asked)
    assert len(seen & set(ids(made))) == 3
    assert sum("asked before" in each.reason for each in made.questions) == 3


def test_what_is_due_takes_half_and_says_when_and_how_it_went() -> None:
    history = [past(each.id, 30, days=40) for each in BANK[:9]]
    made = plan(count=6, history=history)
    again = [each for each in made.questions if each.reason.startswith("30 of 100 on 2026-01-21")]
    assert len(again) == 3
    assert {each.id for each in again} <= {each.question_id for each in history}


def test_one_question_is_a_fresh_one() -> None:
    history = [past(each.id, 0, days=40) for each in BANK[1:]]
    assert ids(plan(count=1, history=history)) == [BANK[0].id]


def test_what_a_posting_asks_for_is_asked_first_and_the_reason_cites_it() -> None:
    bank = (
        *BANK,
        question("caching", "ttl", skills=["redis"]),
        question("spring", "bean", skills=["spring"]),
    )
    posting = read_posting("자격요건\n- Redis를 써 보신 분\n우대사항\n- MySQL", load_skills())
    made = plan(bank, count=4, posting_skills=posting.skills).questions
    reasons = {each.id: each.reason for each in made}
    assert reasons["caching.ttl"] == "the posting asks for Redis (line 2)"
    assert all("MySQL (line 4)" in reason for key, reason in reasons.items() if key != "caching.ttl")
    assert {each.topic for each in made} == {"caching", "database"}


def test_the_posting_goes_before_the_level() -> None:
    bank = (question("os", "plain", "junior"), question("caching", "ttl", "senior", skills=["redis"]))
    posting = read_posting("Redis", load_skills())
    made = plan(bank, count=1, level="junior", posting_skills=posting.skills).questions
    assert [each.id for each in made] == ["caching.ttl"]
    assert (
        made[0].reason
        == "the posting asks for Redis (line 1); senior, as there were too few junior questions"
    )


def test_a_technology_that_the_posting_does_not_name_is_not_asked_for_its_tools() -> None:
    bank = (question("spring", "cache", skills=["redis"]), question("fastapi", "cache", skills=["redis"]))
    posting = read_posting("Spring, Redis", load_skills())
    assert ids(plan(bank, count=1, posting_skills=posting.skills)) == ["spring.cache"]


def test_review_questions_are_half_with_their_evidence_and_are_asked_in_turn() -> None:
    review = [ReviewQuestion(f"Why {number}?", (f"app.py:{number}",)) for number in range(4)]
    made = plan(count=4, review_questions=review, lang="ko")
    first, second = made.questions[:2]
    assert (first.topic, first.evidence, first.rubric.question) == ("portfolio", ("app.py:0",), "Why 0?")
    assert first.reason == "저장소 리뷰에서 나온 질문: app.py:0"
    assert [each.topic for each in made.questions].count("portfolio") == 2
    asked = [past(first.id, None), past(second.id, None)]
    again = plan(count=4, review_questions=review, history=asked)
    assert [each.rubric.question for each in again.questions[:2]] == ["Why 2?", "Why 3?"]


def test_a_review_alone_makes_an_interview() -> None:
    made = plan(
        (), count=3, review_questions=[ReviewQuestion("Why?"), ReviewQuestion("Why?"), ReviewQuestion(" ")]
    )
    assert [each.rubric.question for each in made.questions] == ["Why?"]
    assert len(made.notes) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_shipped_bank_makes_an_interview_in_each_language(lang) -> None:
    bank = load_bank(None).questions
    made = plan(bank, count=10, lang=lang, level="junior")
    assert len(made.questions) == 10
    assert all(each.reason and each.rubric.lang == lang and each.rubric.key_points for each in made.questions)


@given(
    count=st.integers(1, 30),
    level=st.none() | st.sampled_from(LEVELS),
    topics=st.sets(st.sampled_from(["os", "network", "database"])),
    seed=st.integers(0, 5),
    asked=st.lists(
        st.tuples(st.sampled_from(BANK), st.none() | st.floats(0, 100), st.floats(0, 90)), max_size=30
    ),
)
def test_any_plan(count, level, topics, seed, asked) -> None:
    history = [past(each.id, score, days) for each, score, days in asked]
    wanted = {"count": count, "level": level, "topics": topics, "seed": seed, "history": history}
    made = plan(**wanted)
    assert plan(**wanted) == made
    assert plan(BANK[::-1], **wanted) == made
    chosen, possible = ids(made), [each.id for each in BANK if not topics or each.topic in topics]
    assert len(set(chosen)) == len(chosen) == min(count, len(possible))
    assert set(chosen) <= set(possible)
    assert bool(made.notes) == (len(chosen) < count)
    seen = {each.question_id for each in history}
    repeated = set(chosen) & seen
    if set(possible) - seen - set(chosen):
        assert repeated <= set(due(history, NOW))
        assert len(repeated) <= count // 2
    assert all(each.reason for each in made.questions)

import pytest

from jobcoach.errors import InputError
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.bank.skills import load_skills, skills_named
from jobcoach.interview.bank.topics import all_topics, choose_topics, topic_name

FUNDAMENTALS = ("data-structures", "algorithms", "os", "network", "database")


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        ("os", ("os",)),
        ("운영체제", ("os",)),
        ("운영 체제", ("os",)),
        ("Data Structures", ("data-structures",)),
        ("fundamentals", FUNDAMENTALS),
        ("CS 기초", FUNDAMENTALS),
        ("스프링 부트", ("spring",)),
        ("jpa", ("spring", "transactions")),
        ("my-topic", ("my-topic",)),
    ],
)
def test_a_topic_is_known_by_slug_name_group_and_technology(wanted: str, slugs: tuple[str, ...]) -> None:
    assert choose_topics(wanted, own={"my-topic"}) == slugs


def test_an_unknown_topic_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"known are data-structures, .*, observability, mine"):
        choose_topics("zzz", own={"mine", "os"})
    with pytest.raises(InputError, match=r"did you mean network"):
        choose_topics("netwrok")
    with pytest.raises(InputError):
        choose_topics("  ")


def test_topics_have_names_and_a_known_group() -> None:
    assert topic_name("os", "ko") == "운영체제"
    assert topic_name("mine", "ko") == "mine"
    for topic in all_topics():
        assert topic.ko
        assert topic.en
        assert topic.slug in choose_topics(topic.group)


def test_skills_are_many_unlike_each_other_and_of_known_topics() -> None:
    skills = load_skills()
    assert 80 <= len(skills) <= 140
    slugs = {topic.slug for topic in all_topics()}
    seen: dict[str, str] = {}
    for skill in skills:
        assert set(skill.topics) <= slugs, skill.id
        assert skill.names
        for name in skill.names:
            assert name == name.strip()
            assert seen.setdefault(name.casefold(), skill.id) == skill.id, name


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("k8s", "kubernetes"),
        ("쿠버네티스", "kubernetes"),
        ("스프링부트", "spring-boot"),
        ("C++", "cpp"),
        ("node.js", "nodejs"),
    ],
)
def test_a_skill_is_known_by_its_names(name: str, skill: str) -> None:
    assert [each.id for each in skills_named(name)] == [skill]


def test_no_name_no_skill() -> None:
    assert skills_named(" ") == ()
    assert skills_named("C") == skills_named("c")


def test_the_skills_that_questions_name_are_known() -> None:
    known = {skill.id for skill in load_skills()}
    unknown = {
        slug: question.id
        for question in load_bank(None).questions
        for slug in question.skills
        if slug not in known
    }
    assert unknown == {}

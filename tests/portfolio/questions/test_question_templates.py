"""The tables of the questions: complete, bound to names, and of the bank's topics."""

import re
import tomllib
from pathlib import Path

import pytest

import jobcoach
from jobcoach.portfolio.questions.code_template import CodeTemplate, code_templates
from jobcoach.portfolio.questions.texts import table
from jobcoach.portfolio.rules.registry import all_rules

_TOPICS = tomllib.loads(
    (Path(jobcoach.__file__).parent / "interview" / "bank" / "topics.toml").read_text(encoding="utf-8")
)
_SLOT = re.compile(r"\{(\w+)\}")
_PARTICLES_OF_BOTH = re.compile(r"\((?:이|을|은|와|으)\)|[은는]\([은는]\)")


@pytest.mark.parametrize("template", code_templates(), ids=lambda template: template.id)
def test_a_template_is_of_a_topic_and_says_the_same_in_both_languages(template: CodeTemplate):
    assert template.topic in _TOPICS
    assert 0 < template.weight <= 10
    assert set(_SLOT.findall(template.ko)) - {"line"} == set(_SLOT.findall(template.en)) - {"line"}
    assert re.search("[가-힣]", template.ko)
    assert not re.search("[가-힣]", template.en)
    assert not _PARTICLES_OF_BOTH.search(template.ko)


def test_every_text_from_facts_has_both_languages_and_the_same_names():
    for key, row in table("texts").items():
        assert set(_SLOT.findall(row["ko"])) == set(_SLOT.findall(row["en"])), key
        if "topic" in row:
            assert row["topic"] in _TOPICS
            assert _SLOT.search(row["ko"]), key


def test_the_topics_of_rules_are_the_banks():
    topics = table("topics")
    named = [*topics["rule"].values(), *topics["suffix"].values(), *topics["category"].values()]
    assert set(named) <= _TOPICS.keys()


def test_only_rules_that_exist_have_a_topic():
    assert table("topics")["rule"].keys() <= {rule.id for rule in all_rules()}

"""Every shipped question is whole in both languages, and the bank covers all topics."""

from pathlib import Path

import pytest

from jobcoach.interview.bank.load import load_bank, question_files
from jobcoach.interview.bank.question import LocalText, LocalTexts
from jobcoach.interview.bank.question_file import read_question
from jobcoach.interview.bank.shipped import SHIPPED_FOLDER
from jobcoach.interview.bank.topics import all_topics
from jobcoach.text import nfc, printable
from jobcoach.words import LANGUAGES

FILES = question_files(SHIPPED_FOLDER)
HANGUL = range(0xAC00, 0xD7A4)


def hangul(text: str) -> int:
    return sum(ord(char) in HANGUL for char in text)


def assert_in_both(text: LocalText | None, place: str) -> None:
    assert text is not None, place
    assert text.ko, f"{place}.ko"
    assert text.en, f"{place}.en"
    assert hangul(text.ko) > 1, f"{place}.ko is not Korean"
    assert not hangul(text.en), f"{place}.en has Hangul"


def assert_several(texts: LocalTexts, least: int, place: str) -> None:
    for lang in LANGUAGES:
        listed = getattr(texts, lang)
        assert len(listed) >= least, f"{place}.{lang}"
        assert len({text.casefold() for text in listed}) == len(listed), f"{place}.{lang} repeats itself"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_question_is_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == nfc(printable(text))
    question = read_question(path)
    assert question.id == f"{path.parent.name}.{path.stem}"
    for name in ("question", "hint", "reference", "paraphrase"):
        assert_in_both(getattr(question, name), name)
    assert question.reference != question.paraphrase
    assert 3 <= len(question.key_points) <= 7
    assert any(point.must for point in question.key_points)
    assert not all(point.must for point in question.key_points)
    for point in question.key_points:
        assert_in_both(point.statement, point.id)
        assert_in_both(point.probe, f"{point.id}.probe")
        assert_several(point.aliases, 2, f"{point.id}.aliases")
        assert_several(point.misconceptions, 1, f"{point.id}.misconceptions")
    for lang in LANGUAGES:
        statements = [getattr(point.statement, lang) for point in question.key_points]
        assert len(set(statements)) == len(statements)
        assert getattr(question.reference, lang) != getattr(question.paraphrase, lang)


def test_the_bank_covers_all_topics_and_levels() -> None:
    questions = load_bank(None).questions
    assert len(questions) >= 120
    assert {question.topic for question in questions} == {topic.slug for topic in all_topics()}
    assert {question.level for question in questions} == {"junior", "mid", "senior"}
    asked = [question.question.best(lang) for question in questions for lang in LANGUAGES]
    assert len(set(asked)) == len(asked)

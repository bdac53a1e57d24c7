"""The grader on the shipped bank, in both languages: right, half right, wrong."""

import re
import tomllib
from pathlib import Path
from statistics import fmean

import pytest

import jobcoach.interview
from jobcoach.interview.bank.question import Question
from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.words import LANGUAGES, Language

FILES = sorted((Path(jobcoach.interview.__file__).parent / "questions").glob("*/*.toml"))
# Every second question is enough to notice a change.
QUESTIONS = [Question.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))) for file in FILES[::2]]
ENOUGH = 30


def grade(rubric: Rubric, answer: str) -> Grade:
    return OfflineGrader().grade(rubric, answer)


def score(rubric: Rubric, answer: str) -> float:
    found = grade(rubric, answer).score
    assert found is not None
    return found


def halved(text: str) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text.strip())
    return " ".join(sentences[: len(sentences) // 2])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_references_paraphrases_and_halves_come_in_that_order(lang: Language) -> None:
    assert len(QUESTIONS) >= ENOUGH
    rubrics = [question.rubric(lang) for question in QUESTIONS]
    references = [score(rubric, rubric.reference) for rubric in rubrics]
    paraphrases = [
        score(rubric, question.paraphrase.best(lang))
        for rubric, question in zip(rubrics, QUESTIONS, strict=True)
        if question.paraphrase
    ]
    halves = [score(rubric, halved(rubric.reference)) for rubric in rubrics]
    strangers = [
        score(rubric, other.reference)
        for rubric, other in zip(rubrics, [*rubrics[9:], *rubrics[:9]], strict=True)
    ]
    assert min(references) >= 90
    assert fmean(paraphrases) >= 70
    assert fmean(strangers) <= 30 < fmean(halves) < fmean(references) - 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_misconception_alone_never_earns_its_point(lang: Language) -> None:
    believed, asked = [], 0
    for question in QUESTIONS:
        rubric = question.rubric(lang)
        for point in rubric.key_points:
            for misconception in point.misconceptions:
                asked += 1
                found = grade(rubric, misconception)
                verdict = next(graded.verdict for graded in found.points if graded.id == point.id)
                if verdict in ("full", "partial") or (found.score or 0) > 30:
                    believed.append((question.id, misconception))
    assert len(believed) <= asked // 200, believed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_right_answers_are_rarely_called_wrong(lang: Language) -> None:
    points = [
        point.verdict
        for question in QUESTIONS
        if question.paraphrase and question.reference
        for answer in (question.paraphrase.best(lang), question.reference.best(lang))
        for point in grade(question.rubric(lang), answer).points
    ]
    assert points.count("contradicted") <= len(points) // 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_telegram_style_is_worth_something_and_names_alone_are_not_all(lang: Language) -> None:
    for question in QUESTIONS:
        rubric = question.rubric(lang)
        names = [point.aliases[0] for point in rubric.key_points if point.aliases]
        assert score(rubric, ", ".join(names)) >= 20, question.id

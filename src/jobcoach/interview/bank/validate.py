"""What could be better about a question that can be used: hints for whoever writes it."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jobcoach.interview.bank.question import BankPoint, LocalText, Question
from jobcoach.interview.bank.skills import load_skills
from jobcoach.interview.bank.topics import all_topics
from jobcoach.interview.grading.grade import Grader
from jobcoach.words import LANGUAGES, Language

REFERENCE_SCORE_MIN = 90.0
PARAPHRASE_SCORE_MIN = 70.0
_WORDS = Path(__file__).parent / "common_words.toml"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. ``code`` is a text of ``words/*/interview_bank.toml``, table ``problem``."""

    code: str
    place: str
    values: dict[str, object] = field(default_factory=dict)


def languages_of(question: Question) -> tuple[Language, ...]:
    """The languages in which the question itself is asked."""
    return tuple(lang for lang in LANGUAGES if getattr(question.question, lang))


def problems_of(question: Question, languages: Sequence[Language], grader: Grader) -> list[Problem]:
    """The problems of a question that is to serve candidates of these languages.

    ``grader`` is what answers to it will be graded by: it must know the
    question's own reference and paraphrase for good answers.
    """
    found = [*_names(question), *_texts(question, languages), *_points(question, languages)]
    if not any(problem.code == "language_missing" for problem in found):
        found += [problem for lang in languages for problem in _grades(question, lang, grader)]
    return found


def _names(question: Question) -> Iterator[Problem]:
    if question.topic not in {topic.slug for topic in all_topics()}:
        yield Problem("topic_unknown", "topic", {"topic": question.topic})
    known = {skill.id for skill in load_skills()}
    for slug in question.skills:
        if slug not in known:
            yield Problem("skill_unknown", "skills", {"skill": slug})


def _texts(question: Question, languages: Sequence[Language]) -> Iterator[Problem]:
    for name in ("question", "hint", "reference", "paraphrase"):
        yield from _missing(name, getattr(question, name), languages)
    if question.reference is None:
        yield Problem("ask_only", "reference")


def _missing(place: str, text: LocalText | None, languages: Sequence[Language]) -> Iterator[Problem]:
    for lang in languages:
        if text is not None and not getattr(text, lang):
            yield Problem("language_missing", f"{place}.{lang}")


def _points(question: Question, languages: Sequence[Language]) -> Iterator[Problem]:
    seen: dict[tuple[Language, str], str] = {}
    for point in question.key_points:
        yield from _missing(f"{point.id}.statement", point.statement, languages)
        if point.probe is None:
            yield Problem("no_probe", point.id)
        else:
            yield from _missing(f"{point.id}.probe", point.probe, languages)
        for lang in languages:
            key = (lang, _key(getattr(point.statement, lang) or point.id))
            if key in seen:
                yield Problem("same_statement", f"{point.id}.statement.{lang}", {"other": seen[key]})
            seen[key] = point.id
        yield from _aliases(point)


def _aliases(point: BankPoint) -> Iterator[Problem]:
    for lang in LANGUAGES:
        for alias in getattr(point.aliases, lang):
            if _key(alias) in _common_words():
                yield Problem("alias_common", f"{point.id}.aliases.{lang}", {"alias": alias})


def _grades(question: Question, lang: Language, grader: Grader) -> Iterator[Problem]:
    """What the grader makes of the reference and the paraphrase; an ungraded answer tells nothing."""
    bars = (("reference", REFERENCE_SCORE_MIN), ("paraphrase", PARAPHRASE_SCORE_MIN))
    rubric = question.rubric(lang)
    for name, least in bars:
        text: LocalText | None = getattr(question, name)
        if text is None:
            continue
        grade = grader.grade(rubric, text.best(lang))
        if grade.score is not None and grade.score < least:
            yield Problem("graded_low", f"{name}.{lang}", {"score": int(grade.score), "least": int(least)})
        if name == "reference":
            for point in grade.points:
                if point.verdict in ("none", "contradicted"):
                    yield Problem("not_in_reference", f"{point.id}.statement.{lang}")


@cache
def _common_words() -> frozenset[str]:
    table = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return frozenset(_key(word) for lang in LANGUAGES for word in table[lang])


def _key(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

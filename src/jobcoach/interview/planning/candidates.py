"""The questions a plan may choose from, each with what speaks for it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import get_args

from jobcoach.interview.bank.question import Level, Question
from jobcoach.interview.bank.topics import all_topics
from jobcoach.interview.planning.posting import PostingSkill
from jobcoach.interview.planning.schedule import PastQuestion, due

_LEVELS: tuple[Level, ...] = get_args(Level)
_TECHNOLOGY_GROUPS = ("language", "framework")
_BY_TOPIC_ONLY = 0.5  # a question that names the skill itself goes before one of the skill's topic


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question of the bank.

    ``skill`` is what the posting asks for and this question is about, and
    ``weight`` how much of it, 0 for nothing. ``levels_off`` is how far its
    level is from the wanted one. ``last`` is when it was asked last, None for
    a fresh one; ``is_due`` says that it is time to ask it again.
    """

    question: Question
    levels_off: int = 0
    skill: PostingSkill | None = None
    weight: float = 0.0
    last: PastQuestion | None = None
    is_due: bool = False

    @property
    def share(self) -> str:
        """What an interview is spread over: the skills of the posting, else the topics."""
        return self.skill.id if self.skill else self.question.topic


def candidates(
    bank: Sequence[Question],
    *,
    topics: Collection[str],
    level: Level | None,
    skills: Sequence[PostingSkill],
    history: Sequence[PastQuestion],
    now: datetime,
) -> Iterator[Candidate]:
    """The bank's questions of those topics (none: of all), by id."""
    last = {past.question_id: past for past in sorted(history, key=lambda each: each.at)}
    due_ids = set(due(history, now))
    for question in sorted(bank, key=lambda each: each.id):
        if topics and question.topic not in topics:
            continue
        weight, skill = _asked_for(question, skills)
        yield Candidate(
            question,
            levels_off=_levels_off(question.level, level),
            skill=skill,
            weight=weight,
            last=last.get(question.id),
            is_due=question.id in due_ids,
        )


def share_weights(found: Sequence[Candidate]) -> Mapping[str, float]:
    """How much of an interview each share should get: what the posting asks for, else all the same."""
    weights: dict[str, float] = {}
    for candidate in found:
        weights[candidate.share] = max(weights.get(candidate.share, 0.0), candidate.weight)
    if not any(weights.values()):
        return dict.fromkeys(weights, 1.0)
    return weights


def _asked_for(question: Question, skills: Sequence[PostingSkill]) -> tuple[float, PostingSkill | None]:
    if question.topic in _technologies() and not any(question.topic in skill.topics for skill in skills):
        return 0.0, None  # Redis is asked about within FastAPI too, but who posts for Spring does not
    weighed = [(_weight(question, skill), question.topic in skill.topics, skill) for skill in skills]
    best = max(weighed, key=lambda each: each[:2], default=(0.0, False, None))
    return (best[0], best[2]) if best[0] > 0 else (0.0, None)


def _weight(question: Question, skill: PostingSkill) -> float:
    if skill.id in question.skills:
        return skill.weight
    return skill.weight * _BY_TOPIC_ONLY if question.topic in skill.topics else 0.0


@cache
def _technologies() -> frozenset[str]:
    return frozenset(topic.slug for topic in all_topics() if topic.group in _TECHNOLOGY_GROUPS)


def _levels_off(level: Level, wanted: Level | None) -> int:
    return abs(_LEVELS.index(level) - _LEVELS.index(wanted)) if wanted else 0

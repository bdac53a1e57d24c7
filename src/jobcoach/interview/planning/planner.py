"""Choose what an interview asks, and say why. Deterministic by its seed.

Up to half of the questions come from the review, if there is one (more where the bank
lacks them), and up to half of the rest are ones that are due again. All others are fresh
as long as there are fresh ones: of what the posting asks for first, of the wanted level
before the level beside it.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from jobcoach.errors import InputError
from jobcoach.interview.bank.question import Level, Question
from jobcoach.interview.bank.topics import choose_topics
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.interview.planning.candidates import Candidate, candidates, share_weights
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.planning.plan_reasons import bank_reason, fewer_note, review_reason
from jobcoach.interview.planning.posting import PostingSkill
from jobcoach.interview.planning.schedule import PastQuestion
from jobcoach.interview.session.transcript import PlannedQuestion
from jobcoach.words import Language, Words

MAX_QUESTIONS = 50
REVIEW_TOPIC = "portfolio"
_LEAST_WEIGHT = 1e-3  # what the posting does not ask for comes after all that it does


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A question that a review of the candidate's repository raised, with the lines it is about.

    Without ``key_points`` only a model can grade it.
    """

    question: str
    evidence: tuple[str, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()

    @property
    def id(self) -> str:
        """The same whenever the question is the same, whatever review it is from."""
        return "review." + hashlib.sha256(self.question.encode("utf-8", "replace")).hexdigest()[:12]


def plan_interview(  # noqa: PLR0913 - each is one choice of the candidate's, and all have a default but two
    bank: Sequence[Question],
    *,
    topics: Collection[str] = (),
    level: Level | None = None,
    count: int,
    lang: Language,
    posting_skills: Sequence[PostingSkill] = (),
    review_questions: Sequence[ReviewQuestion] = (),
    history: Sequence[PastQuestion] = (),
    now: datetime,
    seed: int = 0,
) -> Plan:
    """The questions in the order in which they are asked, fewer than ``count`` if there are not enough.

    ``topics`` are words as ``choose_topics`` takes them; none stands for all.
    Raises InputError for an unknown topic, with the closest ones, for a
    ``count`` outside 1 to ``MAX_QUESTIONS`` (or to as many as there are, if these are more),
    and if no question fits.
    """
    most = max(MAX_QUESTIONS, len(bank) + len(review_questions))
    if not 1 <= count <= most:
        raise InputError(f"cannot ask {count} questions", why=f"it must be 1 to {most}")
    own = {question.topic for question in bank}
    wanted = {slug for topic in topics for slug in choose_topics(topic, own)}
    found = list(
        candidates(bank, topics=wanted, level=level, skills=posting_skills, history=history, now=now)
    )
    words, chance = Words(lang), random.Random(seed)  # noqa: S311 - a shuffle guards no secret
    reviews = _reviews(review_questions, history, max((count + 1) // 2, count - len(found)))
    chosen = _choose(found, count - len(reviews), chance)
    if not reviews and not chosen:
        raise InputError(
            "no question fits what you asked for",
            why="the bank has none on these topics",
            mend="to see all: jobcoach interview bank list",
        )
    questions = (
        *(_from_review(each, level or "mid", lang, words) for each in reviews),
        *(_from_bank(each, lang, bank_reason(each, level, bool(wanted), words)) for each in chosen),
    )
    return Plan(questions=questions, notes=fewer_note(len(questions), count, words))


def _reviews(
    questions: Iterable[ReviewQuestion], history: Iterable[PastQuestion], most: int
) -> list[ReviewQuestion]:
    """Fresh ones first, as a review is asked about more than once."""
    distinct = {each.id: each for each in questions if each.question.strip()}
    times = Counter(past.question_id for past in history)
    return [distinct[key] for key in sorted(distinct, key=lambda key: times[key])[:most]]


def _choose(found: Sequence[Candidate], count: int, chance: random.Random) -> list[Candidate]:
    shares = _Shares(found, chance)
    chosen = shares.spread([each for each in found if each.is_due and not each.levels_off], count // 2)
    again = {each.question.id for each in chosen}
    rest = sorted((each for each in found if each.question.id not in again), key=_rank)
    for _, same in groupby(rest, key=_rank):
        chosen += shares.spread(list(same), count - len(chosen))
    chance.shuffle(chosen)
    return chosen


def _rank(candidate: Candidate) -> tuple[int, bool, int]:
    """What is asked before what: fresh, due, seen; what the posting asks for; the wanted level."""
    seen = 0 if candidate.last is None else 1 if candidate.is_due else 2
    return seen, candidate.weight == 0, candidate.levels_off


class _Shares:
    """How much each topic, or skill of the posting, has got of the interview so far."""

    def __init__(self, found: Sequence[Candidate], chance: random.Random) -> None:
        weights = share_weights(found)
        self._shares = sorted(weights)
        chance.shuffle(self._shares)
        self._weights = {share: max(weights[share], _LEAST_WEIGHT) for share in weights}
        self._order = {candidate.question.id: chance.random() for candidate in found}
        self._taken: Counter[str] = Counter()

    def spread(self, found: Sequence[Candidate], count: int) -> list[Candidate]:
        """Up to ``count`` of them, over the shares by D'Hondt's method."""
        best_last = sorted(found, key=lambda each: (each.weight, self._order[each.question.id]))
        left = {share: [each for each in best_last if each.share == share] for share in self._shares}
        chosen: list[Candidate] = []
        while len(chosen) < min(count, len(found)):
            share = max((share for share in self._shares if left[share]), key=self._claim)
            self._taken[share] += 1
            chosen.append(left[share].pop())
        return chosen

    def _claim(self, share: str) -> float:
        return self._weights[share] / (self._taken[share] + 1)


def _from_bank(candidate: Candidate, lang: Language, reason: str) -> PlannedQuestion:
    question = candidate.question
    return PlannedQuestion(
        id=question.id,
        topic=question.topic,
        level=question.level,
        rubric=question.rubric(lang),
        hint=question.hint.best(lang) if question.hint else "",
        reason=reason,
    )


def _from_review(question: ReviewQuestion, level: Level, lang: Language, words: Words) -> PlannedQuestion:
    return PlannedQuestion(
        id=question.id,
        topic=REVIEW_TOPIC,
        level=level,
        rubric=Rubric(question=question.question, reference="", key_points=question.key_points, lang=lang),
        reason=review_reason(question.evidence, words),
        evidence=question.evidence,
    )

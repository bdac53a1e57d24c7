"""What an interview will ask: from the bank, a posting, a review, and what was asked before."""

import random
from collections.abc import Collection
from datetime import UTC, datetime

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import in_words
from jobcoach.cli.interview.bank.usable import usable_bank
from jobcoach.cli.interview.request import InterviewRequest
from jobcoach.cli.interview.text import read_text, source_name
from jobcoach.interview.bank.load import Bank
from jobcoach.interview.bank.question import Question
from jobcoach.interview.history import read_history
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.planning.planner import ReviewQuestion, plan_interview
from jobcoach.interview.planning.posting import ModelReader, PostingSkill
from jobcoach.interview.planning.schedule import PastQuestion
from jobcoach.store import Store
from jobcoach.text import printable

_SEEDS = 1 << 31
_QUESTIONS = 5


def make_plan(
    app: AppContext,
    request: InterviewRequest,
    store: Store,
    answered: Collection[str],
    by_model: ModelReader | None,
) -> Plan:
    """Choose the questions; ``answered`` are the IDs of those that answers were given for beforehand.

    Then these are asked, all unless the request says how many.
    Raises InputError for an unknown topic or ID, or a file that cannot be used.
    """
    reviewed = _reviewed(store, request.from_review) if request.from_review is not None else ()
    skills = _skills(app, request.posting, by_model) if request.posting is not None else ()
    history = _history(app, store) if request.seed is None else ()  # --seed chooses the same ones again
    bank = usable_bank(app, app.locations.cache)
    questions, count = bank.questions, request.questions or _QUESTIONS
    if answered:
        questions, reviewed = _answered(answered, bank, reviewed)
        count = min(request.questions or len(answered), len(answered))
    return plan_interview(
        questions,
        topics=request.topics,
        level=request.level,
        count=count,
        lang=app.lang,
        posting_skills=skills,
        review_questions=reviewed,
        history=history,
        now=datetime.now(UTC),
        seed=request.seed if request.seed is not None else random.SystemRandom().randrange(_SEEDS),
    )


def _history(app: AppContext, store: Store) -> tuple[PastQuestion, ...]:
    past = read_history(store.interviews)
    for error in past.unreadable:
        app.remark(printable(str(error)))
    return past.asked


def _reviewed(store: Store, review_id: str) -> tuple[ReviewQuestion, ...]:
    from jobcoach.cli.interview.from_review import review_questions  # 40 ms: the models of a review

    return review_questions(store, review_id)


def _answered(
    answered: Collection[str], bank: Bank, reviewed: tuple[ReviewQuestion, ...]
) -> tuple[tuple[Question, ...], tuple[ReviewQuestion, ...]]:
    """Of the bank and of the review those of these IDs. Raises InputError for an ID of neither."""
    of_review = {each.id: each for each in reviewed if each.id in answered}
    questions = tuple(bank.get(each) for each in sorted(answered) if each not in of_review)
    return questions, tuple(of_review.values())


def _skills(app: AppContext, source: str, by_model: ModelReader | None) -> tuple[PostingSkill, ...]:
    from jobcoach.interview.bank.skills import load_skills  # 20 ms
    from jobcoach.interview.planning.find_skills import read_posting

    posting = read_posting(read_text(source), load_skills(), by_model)
    if posting.left_out_characters:
        app.remark(app.words("interview.posting.cut", count=posting.left_out_characters))
    if posting.skills:
        names = ", ".join(skill.name for skill in posting.skills)
        app.remark(printable(app.words("interview.posting.skills", names=names)))
    else:
        name = printable(in_words(source_name(source), app.words))
        app.remark(app.words("interview.posting.none", name=name))
    return posting.skills

"""What an interview will ask: from the bank, a posting, a review, and what was asked before."""

import random
from collections.abc import Collection
from datetime import UTC, datetime

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import in_words
from jobcoach.cli.interview.request import InterviewRequest
from jobcoach.cli.interview.text import read_text, source_name
from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.history import read_history
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.planning.planner import ReviewQuestion, plan_interview
from jobcoach.interview.planning.posting import ModelReader, PostingSkill
from jobcoach.store import Store
from jobcoach.text import printable

_SEEDS = 1 << 31


def make_plan(
    app: AppContext,
    request: InterviewRequest,
    store: Store,
    answered: Collection[str],
    by_model: ModelReader | None,
) -> Plan:
    """Choose the questions; ``answered`` are the IDs of those that answers were given for beforehand.

    Raises InputError for an unknown topic, or a file that cannot be used.
    """
    reviewed = _reviewed(store, request.from_review) if request.from_review is not None else ()
    skills = _skills(app, request.posting, by_model) if request.posting is not None else ()
    past = read_history(store.interviews)
    for error in past.unreadable:
        app.remark(printable(str(error)))
    bank = load_bank(app.locations.questions, app.locations.cache).questions
    known = tuple(question for question in bank if question.id in answered)
    return plan_interview(
        known or bank,
        topics=request.topics,
        level=request.level,
        count=min(request.questions, len(known)) if known else request.questions,
        lang=app.lang,
        posting_skills=skills,
        review_questions=reviewed,
        history=past.asked if request.seed is None else (),  # --seed chooses the same ones again
        now=datetime.now(UTC),
        seed=request.seed if request.seed is not None else random.SystemRandom().randrange(_SEEDS),
    )


def _reviewed(store: Store, review_id: str) -> tuple[ReviewQuestion, ...]:
    from jobcoach.cli.interview.from_review import review_questions  # 40 ms: the models of a review

    return review_questions(store, review_id)


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

"""``interview bank list`` and ``show``."""

from jobcoach.cli.context import AppContext
from jobcoach.cli.interview.bank.usable import usable_bank
from jobcoach.interview.bank.load import Bank
from jobcoach.interview.bank.question import Level, Question
from jobcoach.interview.bank.topics import all_topics, choose_topics
from jobcoach.reports.bank_json import list_document, question_document
from jobcoach.reports.bank_terminal import list_lines, question_lines


def list_questions(app: AppContext, topics: list[str], level: Level | None) -> None:
    """Print the questions of these topics and this level. Raises InputError for no such topic."""
    bank = usable_bank(app)
    wanted = {slug for topic in topics for slug in choose_topics(topic, bank.topics())}
    found = [
        question
        for question in _in_order(bank)
        if (not wanted or question.topic in wanted) and level in (None, question.level)
    ]
    if app.json:
        app.document(list_document(found, bank.own))
        return
    for line in list_lines(found, bank.own, app.words, app.style):
        app.result(line)
    words = app.words
    app.remark(words("interview_bank.count", count=len(found)) if found else words("interview_bank.none"))


def show_question(app: AppContext, question_id: str) -> None:
    """Print a question with all that it is graded by. Raises InputError for no such question."""
    bank = usable_bank(app)
    question = bank.get(question_id)
    if app.json:
        app.document(question_document(question, bank.own.get(question.id)))
        return
    for line in question_lines(question, app.words, app.style):
        app.result(line)


def _in_order(bank: Bank) -> list[Question]:
    """By topic in the order of the topics' table, own topics last."""
    order = {topic.slug: number for number, topic in enumerate(all_topics())}
    return sorted(
        bank.questions,
        key=lambda question: (order.get(question.topic, len(order)), question.topic, question.id),
    )

"""Questions of the bank on a terminal: a list by topic, and one in full."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from jobcoach.interview.bank.question import BankPoint, Question
from jobcoach.interview.bank.topics import topic_name
from jobcoach.reports.style import Style
from jobcoach.text import cut, one_line, pad, printable, width, wrap
from jobcoach.words import LANGUAGES, Words

_ID_COLUMNS_MAX = 44
_GAP = "  "


def list_lines(
    questions: Sequence[Question], own: Mapping[str, Path], words: Words, style: Style
) -> Iterator[str]:
    """A block a topic: ID, level, the question; an asterisk marks the user's own."""
    ids = min(max((width(question.id) for question in questions), default=0), _ID_COLUMNS_MAX)
    levels = max(
        (width(words(f"interview_bank.level.{question.level}")) for question in questions), default=0
    )
    for index, (topic, group) in enumerate(groupby(questions, key=lambda question: question.topic)):
        if index:
            yield ""
        yield style.bold(topic_name(topic, words.language))
        for question in group:
            mark = "*" if question.id in own else " "
            left = f"{mark} {pad(cut(question.id, ids), ids)}{_GAP}"
            level = pad(words(f"interview_bank.level.{question.level}"), levels)
            room = max(style.columns - width(left) - levels - len(_GAP), 20)
            text = cut(one_line(question.question.best(words.language)), room)
            yield f"{left}{style.dim(level)}{_GAP}{text}"


def question_lines(question: Question, words: Words, style: Style) -> Iterator[str]:
    """What is asked, what a good answer says, and each key point with what it is known by."""
    lang = words.language
    head = [question.id, topic_name(question.topic, lang), words(f"interview_bank.level.{question.level}")]
    yield style.dim(" · ".join([*head, *question.skills]))
    yield from _wrapped(style.bold, question.question.best(lang), style.columns)
    for name in ("hint", "reference"):
        text = getattr(question, name)
        if text is not None:
            yield ""
            yield style.bold(words(f"interview_bank.part.{name}"))
            yield from _wrapped(None, text.best(lang), style.columns)
    if question.reference is None:
        yield ""
        yield words("interview_bank.problem.ask_only")
    if question.key_points:
        yield ""
        yield style.bold(words("interview_bank.part.key_points"))
    for point in question.key_points:
        yield from _point(point, words, style)


def _point(point: BankPoint, words: Words, style: Style) -> Iterator[str]:
    marks = [f"x{point.weight:g}"] + ([words("interview_bank.part.must")] if point.must else [])
    yield f"- {style.bold(point.id)} {style.dim(', '.join(marks))}"
    yield from _indented(point.statement.best(words.language), style.columns)
    for name in ("aliases", "misconceptions"):
        texts = [one_line(text) for lang in LANGUAGES for text in getattr(getattr(point, name), lang)]
        if texts:
            yield from _indented(
                f"{words(f'interview_bank.part.{name}')}: {' / '.join(texts)}", style.columns
            )
    if point.probe is not None:
        yield from _indented(
            f"{words('interview_bank.part.probe')}: {point.probe.best(words.language)}", style.columns
        )


def _indented(text: str, columns: int) -> Iterator[str]:
    for line in wrap(one_line(text), columns - 2):
        yield f"  {line}"


def _wrapped(dress: object, text: str, columns: int) -> Iterator[str]:
    for paragraph in printable(text).split("\n"):
        for line in wrap(paragraph, columns) or [""]:
            yield dress(line) if callable(dress) else line

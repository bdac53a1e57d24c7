"""Answers that are given all at once: a file or a pipe in place of a person at a terminal.

Three forms are read, each with one entry a question, in the order of the plan:

- a JSON list; an entry is a text, a list (the answer, then those to its
  follow-ups), or null for a question that is skipped;
- a JSON object with such entries by question ID;
- plain text with a line ``---`` between two questions and a line ``+++`` before
  the answer to a follow-up; an entry ``/skip`` skips the question.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jobcoach.cli.interview.text import clean_input, read_text, source_name
from jobcoach.errors import InputError
from jobcoach.interview.session.conduct import MAX_ANSWER_CHARACTERS
from jobcoach.text import nfc

_NEXT_QUESTION = re.compile(r"^---[ \t]*$", re.MULTILINE)
_FOLLOW_UP = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_SKIP = "/skip"

Entry = tuple[str, ...] | None
"""The answers to one question, follow-ups included; None when it is to be skipped."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers: in the order of the questions, or by question ID."""

    in_order: tuple[Entry, ...] = ()
    by_id: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, question_id: str, number: int) -> Entry:
        """The answers to a question, the ``number``-th of the plan (1-based); () if there are none."""
        if question_id in self.by_id:
            return self.by_id[question_id]
        return self.in_order[number - 1] if number <= len(self.in_order) else ()

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Each entry with its number or question ID."""
        yield from ((str(number), entry) for number, entry in enumerate(self.in_order, 1))
        yield from self.by_id.items()


def read_answers(source: str) -> Answers:
    """The answers of a file, ``-`` for standard input. Raises InputError."""
    return parse_answers(read_text(source), source_name(source))


def parse_answers(text: str, name: str) -> Answers:
    """The answers of a text; ``name`` is where it is from. Raises InputError."""
    text = clean_input(text)
    if not text.strip():
        raise InputError(
            f"there are no answers in {name}",
            why="it is empty",
            mend="answer in a terminal, or give a file: jobcoach interview --answers FILE",
        )
    answers = _parse_json(text, name) if text.lstrip()[0] in "[{" else _parse_plain(text)
    for where, entry in answers.entries():
        for answer in entry or ():
            if len(answer) > MAX_ANSWER_CHARACTERS:
                raise InputError(
                    f"the answers in {name} cannot be used",
                    why=f"answer {where} is longer than {MAX_ANSWER_CHARACTERS} characters",
                )
    return answers


def _parse_plain(text: str) -> Answers:
    parts = _NEXT_QUESTION.split(text)
    if not parts[0].strip():  # a line --- at the top divides nothing
        parts = parts[1:]
    if parts and not parts[-1].strip():  # nor does one at the end
        parts = parts[:-1]
    return Answers(in_order=tuple(_plain_entry(part) for part in parts))


def _plain_entry(part: str) -> Entry:
    if part.strip() == _SKIP:
        return None
    return tuple(piece.strip() for piece in _FOLLOW_UP.split(part))


def _parse_json(text: str, name: str) -> Answers:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"the answers in {name} are not valid JSON",
            why=_reason(error),
            mend="an answer that itself begins with a bracket is plain text below a line ---",
        ) from error
    if isinstance(value, dict):
        return Answers(by_id={nfc(key): _json_entry(entry, name, key) for key, entry in value.items()})
    if not isinstance(value, list):
        raise InputError(
            f"the answers in {name} cannot be used",
            why="it must be a list of texts, or an object with such lists by question ID",
        )
    return Answers(
        in_order=tuple(_json_entry(entry, name, str(index)) for index, entry in enumerate(value, 1))
    )


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _json_entry(value: object, name: str, where: str) -> Entry:
    if value is None:
        return None
    texts: list[str] = []
    for text in value if isinstance(value, list) else [value]:
        if not isinstance(text, str):
            raise InputError(
                f"the answers in {name} cannot be used",
                why=f"entry {where} is no text",
            )
        texts.append(clean_input(text).strip())
    return tuple(texts)

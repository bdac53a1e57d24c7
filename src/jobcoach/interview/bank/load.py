"""The bank: the shipped questions and the user's own, which go before shipped ones of the same id."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.interview.bank.question import Question
from jobcoach.interview.bank.question_file import read_question, unusable
from jobcoach.interview.bank.shipped import shipped_questions

_FILES_MAX = 10_000


@dataclass(frozen=True)
class Bank:
    """All questions, sorted by id. ``own`` are the files of those that are the user's."""

    questions: tuple[Question, ...]
    own: dict[str, Path] = field(default_factory=dict)

    def get(self, question_id: str) -> Question:
        """The question of that id. Raises InputError that tells the closest ones."""
        by_id = {question.id: question for question in self.questions}
        if question_id in by_id:
            return by_id[question_id]
        close = get_close_matches(question_id, by_id, n=3, cutoff=0.5)
        raise InputError(
            f"There is no question {question_id!r}",
            why=f"did you mean {', '.join(close)}?" if close else "",
            mend="to see all: jobcoach interview bank list",
        )

    def topics(self) -> tuple[str, ...]:
        """The topics of its questions, sorted."""
        return tuple(sorted({question.topic for question in self.questions}))


def load_bank(user_folder: Path | None, cache_folder: Path | None = None) -> Bank:
    """Read all questions; ``user_folder`` may not exist. ``cache_folder`` makes the next time quicker.

    Raises InputError that names the file, the field and the reason if one of
    the files cannot be used, or if two of the user's have the same id.
    """
    questions = {question.id: question for question in shipped_questions(cache_folder)}
    own: dict[str, Path] = {}
    for path in question_files(user_folder) if user_folder is not None else ():
        question = read_question(path)
        if question.id in own:
            raise unusable(str(path), f"{own[question.id]} has the same id, {question.id}")
        own[question.id] = path
        questions[question.id] = question
    return Bank(tuple(questions[key] for key in sorted(questions)), own)


def question_files(folder: Path) -> list[Path]:
    """The TOML files below a folder, sorted. Hidden ones are passed over; no link to a folder is followed."""
    files = sorted(_toml_files(folder))
    if len(files) > _FILES_MAX:
        raise InputError(f"cannot read {folder}", why=f"it holds more than {_FILES_MAX} questions")
    return files


def _toml_files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            Path(place, name) for name in names if name.endswith(".toml") and not name.startswith(".")
        )

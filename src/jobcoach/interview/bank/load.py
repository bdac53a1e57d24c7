"""The bank: the shipped questions and the user's own, which go before shipped ones of the same id."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.interview.bank.question import Question
from jobcoach.interview.bank.question_file import FILE_BYTES_MAX, read_question, read_text, unusable
from jobcoach.interview.bank.shipped import shipped_questions

_FILES_MAX = 10_000
_ID = re.compile(r"""^\s*id\s*=\s*["']([^"']+)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A file of the user's that cannot be used, and why; ``id`` is what its question would be called."""

    path: Path
    id: str
    error: InputError


@dataclass(frozen=True)
class Bank:
    """All questions, sorted by id. ``own`` are the files of those that are the user's."""

    questions: tuple[Question, ...]
    own: dict[str, Path] = field(default_factory=dict)
    broken: tuple[BrokenFile, ...] = ()

    @property
    def own_files(self) -> dict[str, Path]:
        """The user's files by the id of their question, those that cannot be used among them."""
        return {each.id: each.path for each in self.broken} | self.own

    def get(self, question_id: str) -> Question:
        """The question of that id.

        Raises InputError: that of its own file if this is broken, else one that tells the closest ids.
        """
        for each in self.broken:
            if each.id == question_id and question_id not in self.own:
                raise each.error
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
    bank = load_usable_bank(user_folder, cache_folder)
    if bank.broken:
        raise bank.broken[0].error
    return bank


def load_usable_bank(user_folder: Path | None, cache_folder: Path | None = None) -> Bank:
    """``load_bank``, but the user's files that cannot be used are left out and told in ``broken``."""
    questions = {question.id: question for question in shipped_questions(cache_folder)}
    own: dict[str, Path] = {}
    broken: list[BrokenFile] = []
    for path in question_files(user_folder) if user_folder is not None else ():
        try:
            question = read_question(path)
            if question.id in own:
                raise unusable(str(path), f"{own[question.id]} has the same id, {question.id}")
        except InputError as error:
            broken.append(BrokenFile(path, _broken_id(path), error))
            continue
        own[question.id] = path
        questions[question.id] = question
    return Bank(tuple(questions[key] for key in sorted(questions)), own, tuple(broken))


def _broken_id(path: Path) -> str:
    """The id that the file gives its question, else the one that its place tells."""
    try:
        head, *_ = read_text(path, FILE_BYTES_MAX).partition("\n[")
    except InputError:
        head = ""
    written = _ID.search(head)
    return written[1] if written else f"{path.parent.name}.{path.stem}"


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

"""A CSV of answers that people have scored: the gold that a grader is measured against."""

import csv
import hashlib
import io
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from jobcoach.errors import InputError
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.text import nfc
from jobcoach.words import Language

REQUIRED = ("question_id", "question", "reference", "answer", "score", "max_score")
OPTIONAL = ("score2", "key_points", "paraphrase")
GOLD_BYTES_MAX = 256 << 20
_FIELD_CHARS_MAX = 4 << 20
_KEY_POINTS = TypeAdapter(tuple[KeyPoint, ...])
_HANGUL = re.compile("[\u3131-\u318e\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """One answer with the scores that people gave it, 0 to ``max_score``."""

    question_id: str
    rubric: Rubric
    answer: str
    score: float
    score2: float | None
    max_score: float
    paraphrase: str = ""

    @property
    def human(self) -> float:
        """What people made of it: the mean where two have scored it."""
        return self.score if self.score2 is None else (self.score + self.score2) / 2


@dataclass(frozen=True, slots=True)
class Gold:
    """The answers of a file in their order. ``max_score`` is the highest of its rows: the file's scale."""

    name: str
    answers: tuple[GoldAnswer, ...]

    @property
    def max_score(self) -> float:
        """The top of the scale on which all figures are given."""
        return max(answer.max_score for answer in self.answers)

    @property
    def question_ids(self) -> tuple[str, ...]:
        """Each question once, in the order in which they come."""
        return tuple(dict.fromkeys(answer.question_id for answer in self.answers))

    @property
    def digest(self) -> str:
        """SHA-256 of all that the figures rest on."""
        digest = hashlib.sha256()
        for each in self.answers:
            row = (
                each.question_id,
                each.rubric.model_dump(),
                each.answer,
                each.score,
                each.score2,
                each.max_score,
            )
            digest.update(json.dumps(row, ensure_ascii=True, sort_keys=True).encode())
        return digest.hexdigest()

    def limited(self, questions: int) -> "Gold":
        """At most so many whole questions, spread evenly over the file."""
        ids = self.question_ids
        if questions >= len(ids):
            return self
        chosen = {ids[index * len(ids) // questions] for index in range(questions)}
        return Gold(self.name, tuple(each for each in self.answers if each.question_id in chosen))


def read_gold(path: Path) -> Gold:
    """Read a CSV with the columns of ``REQUIRED``, those of ``OPTIONAL`` and any others.

    UTF-8 with or without a mark, or CP949. Raises InputError that names the
    line and the reason.
    """
    try:
        with path.open("rb") as file:
            content = file.read(GOLD_BYTES_MAX + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {path}", why=getattr(error, "strerror", None) or str(error)) from error
    return parse_gold(content, path)


def parse_gold(content: bytes, path: Path) -> Gold:
    """``read_gold`` of what has been read already. Raises InputError that calls it ``path``."""
    csv.field_size_limit(_FIELD_CHARS_MAX)
    reader = csv.reader(io.StringIO(_decoded(content, path), newline=""), strict=True)
    try:
        header = _header(path, next(reader, []))
        answers = tuple(_answers(path, reader, header))
    except csv.Error as error:
        raise _unusable(path, f"line {reader.line_num}: {error}") from error
    if not answers:
        raise _unusable(path, "it has no rows")
    return Gold(path.name, answers)


def _decoded(content: bytes, path: Path) -> str:
    if len(content) > GOLD_BYTES_MAX:
        raise _unusable(path, f"it is larger than {GOLD_BYTES_MAX >> 20} MiB")
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unusable(path, "it is neither UTF-8 nor CP949")


def _header(path: Path, row: Sequence[str]) -> list[str]:
    names = [name.strip() for name in row]
    if not any(names):
        raise _unusable(path, "it is empty")
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise _unusable(path, f"line 1: the column {twice[0]} stands there twice")
    if missing := [name for name in REQUIRED if name not in names]:
        raise _unusable(path, f"line 1: columns are missing: {', '.join(missing)}")
    return names


def _answers(path: Path, reader: Iterator[list[str]], header: list[str]) -> Iterator[GoldAnswer]:
    line = 1
    for row in reader:
        line, last = line + 1, getattr(reader, "line_num", line)
        if any(cell.strip() for cell in row):
            if len(row) != len(header):
                raise _unusable(path, f"line {line}: it has {len(row)} fields, the header {len(header)}")
            try:
                yield _answer(dict(zip(header, row, strict=True)))
            except ValueError as error:
                raise _unusable(path, f"line {line}: {error}") from error
        line = last


def _answer(cells: dict[str, str]) -> GoldAnswer:
    """One row. Raises ValueError with the reason."""
    max_score = _number("max_score", cells["max_score"])
    if max_score <= 0:
        raise ValueError("max_score must be more than 0")
    texts = {name: _text(cells.get(name, "")) for name in ("question", "reference", "answer", "paraphrase")}
    points = _key_points(cells.get("key_points", ""))
    question_id = _text(cells["question_id"]).strip()
    if not question_id:
        raise ValueError("question_id is empty")
    if not texts["reference"].strip() and not points:
        raise ValueError("reference is empty")
    second = cells.get("score2", "").strip()
    return GoldAnswer(
        question_id=question_id,
        rubric=Rubric(
            question=texts["question"],
            reference=texts["reference"],
            key_points=points,
            lang=language_of(texts["question"] + texts["reference"]),
        ),
        answer=texts["answer"],
        score=_score("score", cells["score"], max_score),
        score2=_score("score2", second, max_score) if second else None,
        max_score=max_score,
        paraphrase=texts["paraphrase"].strip(),
    )


def language_of(text: str) -> Language:
    """Korean if every tenth letter is Hangul: Korean texts are full of English terms."""
    letters = sum(char.isalpha() for char in text)
    return "ko" if letters and len(_HANGUL.findall(text)) * 10 >= letters else "en"


def _key_points(cell: str) -> tuple[KeyPoint, ...]:
    if not cell.strip():
        return ()
    try:
        points = _KEY_POINTS.validate_json(_text(cell))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise ValueError(f"key_points{f'.{where}' if where else ''}: {first['msg']}") from error
    if len({point.id for point in points}) < len(points):
        raise ValueError("key_points: two have the same id")
    return points


def _score(name: str, text: str, max_score: float) -> float:
    value = _number(name, text)
    if not 0 <= value <= max_score:
        raise ValueError(f"the number {value:g} of {name} is outside of 0 to {max_score:g}")
    return value


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"no number stands in {name}: {text.strip()[:40]!r}")
    return value


def _text(text: str) -> str:
    return nfc(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def _unusable(path: Path, why: str) -> InputError:
    return InputError(
        f"{path} cannot be calibrated on", why=why, mend="jobcoach calibrate --help tells its columns"
    )

"""A file of somebody's interview questions, in whichever shape, as questions of the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.interview.bank.importers.build import Defaults, build_question
from jobcoach.interview.bank.importers.fold import read_document
from jobcoach.interview.bank.importers.shapes import Found, detect_shape, read_shape, shape_names
from jobcoach.interview.bank.importers.topic_guess import guess_topic
from jobcoach.interview.bank.question import Level, Question
from jobcoach.interview.bank.question_file import read_text
from jobcoach.words import Language

FILE_BYTES_MAX = 4 << 20
UNKNOWN_TOPIC = "general"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """``topic`` and ``shape`` are found out where they are None."""

    lang: Language
    level: Level = "junior"
    topic: str | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The questions of a file, its shape, and how many stood there twice."""

    path: Path
    shape: str
    questions: tuple[Question, ...]
    repeated: int


def import_file(path: Path, options: ImportOptions) -> Imported:
    """Read a file's questions.

    Those whose topic nothing tells get ``UNKNOWN_TOPIC``. Raises InputError if the
    file cannot be read or holds none, or if there is no such shape.
    """
    document = read_document(read_text(path, FILE_BYTES_MAX).replace("\r", "\n"))
    if options.shape is not None and options.shape not in shape_names():
        close = get_close_matches(options.shape, shape_names(), n=1)
        why = f"did you mean {close[0]}?" if close else f"known are {', '.join(shape_names())}"
        raise InputError(f"There is no shape {options.shape!r}", why=why)
    if options.shape is None:
        shape, found = detect_shape(document)
    else:
        shape, found = options.shape, read_shape(document, options.shape)
    if not found:
        tried = options.shape or ", ".join(shape_names())
        raise InputError(
            f"no question was found in {path}",
            why=f"none of these shapes fits: {tried}",
            mend="put each question into a heading, with its answer below",
        )
    topic_of = _Topics(path, found, options.topic)
    defaults = Defaults(options.level, options.lang, topic_of)
    built = [question for each in found if (question := build_question(each, defaults))]
    unlike = {question.id: question for question in built}
    return Imported(path, shape, tuple(unlike.values()), len(built) - len(unlike))


class _Topics:
    """The topic of each question: what was asked for, else what its chapter, file or title names.

    A title that names none takes the topic of at least half of the others.
    """

    def __init__(self, path: Path, found: Sequence[Found], wanted: str | None) -> None:
        self._wanted = wanted
        self._of_file = guess_topic([path.stem, path.parent.name])
        guesses = [topic for each in found if (topic := self._guess(each))]
        usual = max(sorted(set(guesses)), key=guesses.count, default=UNKNOWN_TOPIC)
        self._otherwise = usual if 2 * guesses.count(usual) >= len(found) else UNKNOWN_TOPIC

    def __call__(self, found: Found) -> str:
        return self._guess(found) or self._otherwise

    def _guess(self, found: Found) -> str | None:
        return self._wanted or guess_topic(found.sections) or self._of_file or guess_topic([found.title])

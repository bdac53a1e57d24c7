"""The user's own questions as files: one a question, ``<topic>/<slug>.toml``."""

from collections.abc import Mapping
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.interview.bank.question import Question
from jobcoach.whole_file import whole_file

TEMPLATE_FILE = Path(__file__).with_name("template.toml")


def keep_question(folder: Path, question: Question, text: str, known: Mapping[str, Path]) -> Path:
    """Write a question's file, in the place of the one it is in ``known`` under its id; returns it.

    Raises OSError, InputError if another question's file stands where it is to go.
    """
    path = known.get(question.id) or folder / question.topic / f"{question.id.partition('.')[2]}.toml"
    if question.id not in known and path.exists():
        raise InputError(f"{path} exists already", why="it holds a question of another id")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))
    return path

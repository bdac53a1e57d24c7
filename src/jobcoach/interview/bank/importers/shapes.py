"""The shapes in which repositories hold interview questions, and which one a file has."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules

from jobcoach.interview.bank.importers import shape
from jobcoach.interview.bank.importers.markdown import Document
from jobcoach.interview.bank.importers.wording import is_question


@dataclass(frozen=True, slots=True)
class Found:
    """A question as it stands in a file.

    ``title`` is the line that asks, ``more`` what belongs to the question below
    it, ``answer`` Markdown. ``sections`` are the headings above, nearest first;
    ``line`` counts from 1.
    """

    title: str
    line: int
    answer: str = ""
    more: str = ""
    sections: tuple[str, ...] = ()


_QUESTIONS_MAX = 5000
Reader = Callable[[Document], Iterable[Found]]
_READERS: dict[str, tuple[int, Reader]] = {}


def reads(name: str, order: int) -> Callable[[Reader], Reader]:
    """Register a shape; of two that find as many questions the one of lower order is taken."""

    def register(reader: Reader) -> Reader:
        _READERS[name] = (order, reader)
        return reader

    return register


def shape_names() -> tuple[str, ...]:
    """The names of all shapes."""
    return tuple(sorted(_load(), key=lambda name: _load()[name][0]))


def read_shape(document: Document, name: str) -> list[Found]:
    """What a shape finds, up to 5,000 questions. Raises KeyError for an unknown one."""
    return list(islice(_load()[name][1](document), _QUESTIONS_MAX))


def detect_shape(document: Document) -> tuple[str, list[Found]]:
    """The shape that finds most that is worded as a question or has an answer."""
    found = {name: read_shape(document, name) for name in shape_names()}
    best = max(found, key=lambda name: _worth(found[name]))
    return best, found[best]


def _worth(found: list[Found]) -> int:
    return sum(2 * is_question(each.title) + bool(each.answer.strip()) for each in found)


def _load() -> dict[str, tuple[int, Reader]]:
    if not _READERS:
        for module in iter_modules(shape.__path__, f"{shape.__name__}."):
            import_module(module.name)
    return _READERS

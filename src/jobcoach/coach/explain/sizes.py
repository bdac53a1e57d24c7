"""How large the tests' inputs are: counted, never looked into."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jobcoach.coach.explain.facts import Size
from jobcoach.judge.package.model import TestCase, TestGroup

_BLOCK_BYTES = 1 << 20
# From here on a word is no number any more: what is long are the words themselves.
_LONG_WORD_BYTES = 20
_TINY_BYTES = 200


@dataclass(frozen=True, slots=True)
class InputSizes:
    """Sizes by a test's name, all in the same measure; none for inputs that cannot be read."""

    by_name: Mapping[str, Size]

    def of(self, name: str) -> Size | None:
        """The size of that test's input."""
        return self.by_name.get(name)


def input_sizes(tests: Iterable[TestCase]) -> InputSizes:
    """Values where inputs are made of them, bytes where one word may be all of an input."""
    counted: dict[str, tuple[int, int]] = {}
    for test in tests:
        try:
            counted[test.name] = _count(test.input_path)
        except OSError:
            continue
    largest_bytes, its_words = max(counted.values(), default=(0, 1))
    in_bytes = largest_bytes > _TINY_BYTES and largest_bytes > _LONG_WORD_BYTES * max(its_words, 1)
    return InputSizes(
        {
            name: Size(size_bytes, "bytes") if in_bytes else Size(words, "values")
            for name, (size_bytes, words) in counted.items()
        }
    )


def all_tests(group: TestGroup) -> Iterable[TestCase]:
    """All tests below a group, samples first, as they are judged."""
    yield from group.tests
    for below in group.groups:
        yield from all_tests(below)


def _count(file: Path) -> tuple[int, int]:
    """(bytes, words)."""
    size_bytes = words = 0
    within_word = False
    with file.open("rb") as source:
        while block := source.read(_BLOCK_BYTES):
            size_bytes += len(block)
            words += len(block.split()) - (within_word and not block[:1].isspace())
            within_word = not block[-1:].isspace()
    return size_bytes, words

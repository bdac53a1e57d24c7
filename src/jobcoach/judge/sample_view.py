"""What is kept of a sample test to be shown next to each other."""

from pathlib import Path

from jobcoach.judge.package.model import TestCase
from jobcoach.judge.results import SampleView

MOST_SHOWN_BYTES = 16 << 10


class SampleRecorder:
    """Keeps the beginning of the output of a sample test, and of no other."""

    def __init__(self, test: TestCase, call: str = "") -> None:
        self._test = test
        self._call = call  # what a function is called with, in place of the input
        self._given = bytearray()

    def feed(self, piece: bytes) -> None:
        """Takes the next piece of output."""
        if self._test.is_sample and len(self._given) <= MOST_SHOWN_BYTES:
            self._given += piece[: MOST_SHOWN_BYTES + 1]

    def view(self, difference: str) -> SampleView | None:
        """The three texts side by side; None for a secret test."""
        if not self._test.is_sample:
            return None
        return SampleView(
            _cut(self._call.encode("utf-8", "replace")) or _beginning(self._test.input_path),
            _beginning(self._test.answer_path),
            _cut(bytes(self._given)),
            difference,
        )


def _beginning(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as source:
        return _cut(source.read(MOST_SHOWN_BYTES + 1))


def _cut(content: bytes) -> str:
    text = content[:MOST_SHOWN_BYTES].decode("utf-8", "replace")
    return text + " …" if len(content) > MOST_SHOWN_BYTES else text

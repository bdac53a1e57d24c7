"""A part of a repository, ready to be put into a prompt."""

from dataclasses import dataclass

from jobcoach.llm.prices import estimated_tokens
from jobcoach.portfolio.pack.shares import ShareName

Span = tuple[int, int]

_NOTHING = estimated_tokens([""])


@dataclass(frozen=True, slots=True)
class PackedFile:
    """Lines of one file. ``spans`` are first and last lines, from 1; ``text`` is what is sent of it.

    ``tokens`` are an estimate with a fifth in hand.
    """

    path: str
    share: ShareName
    spans: tuple[Span, ...]
    lines: int
    text: str
    tokens: float


@dataclass(frozen=True, slots=True)
class Packed:
    """What is sent in one request; ``folders`` are none for what gives an overview of the whole."""

    files: tuple[PackedFile, ...]
    folders: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(file.text for file in self.files)

    @property
    def tokens(self) -> float:
        """An estimate with a fifth in hand."""
        return sum(file.tokens for file in self.files)


def tokens_of(text: str) -> float:
    """Tokens that a text adds to a message: those of two texts together are the sum of theirs."""
    return estimated_tokens([text]) - _NOTHING

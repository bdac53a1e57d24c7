"""What a job posting asks for: skills by name, with the lines that name them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["required", "mentioned", "preferred"]


@dataclass(frozen=True, slots=True)
class PostingLine:
    """A line of the posting; ``number`` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class PostingSkill:
    """A skill that the posting names, in the strongest ``kind`` of place that it is named in.

    ``weight`` sums up the kinds of the lines, ``count`` is how often it is named.
    ``lines`` are where, the strongest first, at most five of them.
    """

    id: str
    name: str
    topics: tuple[str, ...]
    kind: Kind
    weight: float
    count: int
    lines: tuple[PostingLine, ...]


@dataclass(frozen=True, slots=True)
class ModelSkill:
    """A skill as a model read it, with the words of the posting that ask for it."""

    name: str
    quote: str
    required: bool


@dataclass(frozen=True, slots=True)
class Posting:
    """Skills, the heaviest first. ``left_out_characters`` of a huge posting were not read."""

    skills: tuple[PostingSkill, ...]
    left_out_characters: int = 0


ModelReader = Callable[[str], Iterable[ModelSkill]]

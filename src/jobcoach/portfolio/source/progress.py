"""How far a fetch is, told to whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Part = Literal["refs", "contents", "history"]


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """``percent`` of a part of the fetch, 0 to 100; None while it is not known."""

    part: Part
    percent: int | None


Progress = Callable[[FetchProgress], None]


def no_progress(step: FetchProgress) -> None:
    """For who does not want to know."""

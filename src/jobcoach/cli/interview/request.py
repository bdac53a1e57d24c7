"""What the command line asks of an interview."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from jobcoach.cli.model import ModelFlags
from jobcoach.errors import InputError

LATEST = "latest"
"""In place of an ID: the interview that something happened in last."""

WhenModelFails = Literal["ask", "offline", "pause"]


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """Who is to grade, and how often each answer."""

    offline: bool = False
    samples: int = 1
    flags: ModelFlags = field(default_factory=ModelFlags)

    def check(self) -> None:
        """Raise InputError for options that exclude each other."""
        if self.offline and self.flags.model is not None:
            raise InputError("--offline and --model exclude each other", mend="leave one of them out")
        self.flags.caching()


@dataclass(frozen=True, slots=True)
class InterviewRequest:
    """The options of ``jobcoach interview``, as given; ``questions`` is None where no number is asked for."""

    topics: tuple[str, ...] = ()
    level: Literal["junior", "mid", "senior"] | None = None
    questions: int | None = None
    posting: str | None = None
    from_review: str | None = None
    mode: Literal["study", "exam"] = "study"
    resume: str | None = None
    answers: str | None = None
    markdown: Path | None = None
    seconds_per_question: int | None = None
    seed: int | None = None
    when_model_fails: WhenModelFails | None = None
    model: ModelRequest = field(default_factory=ModelRequest)

    def check(self) -> None:
        """Raise InputError for options that exclude each other."""
        self.model.check()
        if self.posting == "-" and self.answers == "-":
            raise InputError(
                "--posting and --answers cannot both be standard input", mend="save one of them as a file"
            )
        planned = {
            "--topic": self.topics,
            "--level": self.level,
            "--posting": self.posting,
            "--from-review": self.from_review,
            "--seed": self.seed,
        }
        given = next((name for name, value in planned.items() if value not in ((), None)), None)
        if self.resume is not None and given is not None:
            raise InputError(
                f"{given} cannot be combined with --resume",
                why="the questions of a session are fixed when it begins",
                mend="jobcoach interview --resume",
            )

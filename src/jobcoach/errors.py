"""The errors a user may see: what happened, why, and the command that mends it.

Each class carries the exit code of the command line: 2 for wrong usage or
unusable input, 3 for something missing from the environment.
"""

from typing import ClassVar


class JobcoachError(Exception):
    """An expected failure, told in one or two lines and without a traceback."""

    exit_code: ClassVar[int] = 2

    def __init__(self, what: str, *, why: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.what}: {self.why}" if self.why else self.what


class InputError(JobcoachError):
    """Wrong usage, or input that cannot be used."""

    exit_code = 2


class EnvironmentMissing(JobcoachError):
    """Docker, a model, git or another part of the environment is missing."""

    exit_code = 3

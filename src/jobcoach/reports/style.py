"""Colour and width of what goes to a terminal, without rich: its import alone takes 60 ms."""

import re
from dataclasses import dataclass

from jobcoach.judge.verdicts import Verdict

_SGR = re.compile("\x1b\\[[0-9;]*m")
# SGR parameters (ECMA-48 8.3.117).
_BOLD, _DIM = "1", "2"
_RED, _GREEN, _YELLOW, _MAGENTA, _CYAN = "31", "32", "33", "35", "36"
_OF_VERDICT = {
    Verdict.AC: _GREEN,
    Verdict.WA: _RED,
    Verdict.TLE: _YELLOW,
    Verdict.MLE: _MAGENTA,
    Verdict.OLE: _MAGENTA,
    Verdict.RTE: _RED,
    Verdict.CE: _CYAN,
    Verdict.JE: "7",  # reversed: it is not about the submission
}


def unstyled(text: str) -> str:
    """The text as it is without colour: what its width is measured on."""
    return _SGR.sub("", text)


@dataclass(frozen=True, slots=True)
class Style:
    """How wide lines may be, and whether escape sequences may stand in them."""

    columns: int = 80
    colour: bool = False

    def verdict(self, verdict: Verdict, text: str) -> str:
        """The text in the verdict's colour."""
        return self._sgr(f"{_BOLD};{_OF_VERDICT[verdict]}", text)

    def bold(self, text: str) -> str:
        """The text standing out."""
        return self._sgr(_BOLD, text)

    def dim(self, text: str) -> str:
        """The text standing back."""
        return self._sgr(_DIM, text)

    def good(self, text: str) -> str:
        """The text in the colour of success."""
        return self._sgr(_GREEN, text)

    def bad(self, text: str) -> str:
        """The text in the colour of failure."""
        return self._sgr(_RED, text)

    def warn(self, text: str) -> str:
        """The text in the colour of a warning."""
        return self._sgr(_YELLOW, text)

    def _sgr(self, parameters: str, text: str) -> str:
        return f"\x1b[{parameters}m{text}\x1b[0m" if self.colour and text else text

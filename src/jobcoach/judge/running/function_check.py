"""Checking what a function gave back: its JSON becomes text, and that is compared as ever."""

from dataclasses import dataclass

from jobcoach.judge.function_style.layout import read_arguments
from jobcoach.judge.function_style.signature import Function
from jobcoach.judge.function_style.values import WrongResult, arguments_json, call_text, result_text
from jobcoach.judge.package.model import TestCase
from jobcoach.judge.running.checks import Check, Checked
from jobcoach.judge.sandbox.box import OutputSink
from jobcoach.judge.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Call:
    """One test as a function gets it: what the harness reads, and the call as it is shown."""

    stdin: bytes
    shown: str

    @classmethod
    def of_test(cls, function: Function, test: TestCase) -> "Call":
        """Raises OSError, LayoutMismatch (a fault of the package)."""
        text = test.input_path.read_text(encoding="utf-8", errors="replace")
        arguments = read_arguments(function, text)
        return cls(arguments_json(arguments), call_text(function, arguments) if test.is_sample else "")


class FunctionCheck:
    """Collects the reply, which the box's output limit bounds; ``shown`` gets the text of it."""

    def __init__(self, function: Function, inner: Check, shown: OutputSink) -> None:
        self._function = function
        self._inner = inner
        self._shown = shown
        self._reply = bytearray()

    def feed(self, piece: bytes) -> None:
        self._reply += piece

    def finish(self) -> Checked:
        try:
            text = result_text(self._function, bytes(self._reply)).encode("utf-8", "replace")
        except WrongResult as wrong:
            self._shown(bytes(self._reply))
            return Checked(Verdict.WA, message=str(wrong))
        self._shown(text)
        self._inner.feed(text)
        return self._inner.finish()

    def close(self) -> None:
        self._inner.close()

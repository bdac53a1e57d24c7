"""A real terminal's two ends: the command sits at one, the test types and reads at the other."""

import fcntl
import os
import re
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from test_main import START, child_environ

_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-Z\\-_=>])")
_WHERE_IS_THE_CURSOR = b"\x1b[6n"
_PATIENCE_SECONDS = 30.0

ENTER, NEW_LINE, CTRL_C, CTRL_D, CTRL_U, TAB = "\r", "\x1b\r", "\x03", "\x04", "\x15", "\t"
BACKSPACE, UP = "\x7f", "\x1b[A"


def pasted(text: str) -> str:
    """The text as a terminal with bracketed paste sends it: with carriage returns."""
    return "\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~"


class Terminal:
    """``jobcoach`` in a terminal. ``expect`` reads on from where the last expected text ended."""

    def __init__(self, *argv: str, columns: int = 80, environ: Mapping[str, str] | None = None) -> None:
        self._leader, follower = os.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        settings = {"TERM": "xterm", **(environ or {})}
        child = child_environ(**settings)
        child.pop("COLUMNS", None)
        self.process = subprocess.Popen(
            [*START, *argv],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=child,
            start_new_session=True,
        )
        os.close(follower)
        self._said = b""
        self._read_to = 0
        self._news = threading.Condition()
        self._ended = False
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def text(self) -> str:
        """All that was written so far, without escape sequences."""
        return _ESCAPES.sub("", self._said.decode("utf-8", "replace"))

    def press(self, keys: str) -> None:
        """Send keys as a person would, in pieces that the terminal's line can hold."""
        content = keys.encode("utf-8", "surrogateescape")
        for start in range(0, len(content), 512):
            os.write(self._leader, content[start : start + 512])
            time.sleep(0.002)

    def burst(self, content: bytes) -> None:
        """Send everything at once, as a terminal sends a paste that it does not mark."""
        os.write(self._leader, content)

    def expect(self, text: str) -> str:
        """Wait for the text; returns what was written before it."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        with self._news:
            while (found := self.text.find(text, self._read_to)) < 0:
                left = deadline - time.monotonic()
                assert left > 0 and not self._ended, (
                    f"{text!r} did not come after {self.text[self._read_to :]!r}"
                )
                self._news.wait(left)
            before = self.text[self._read_to : found]
            self._read_to = found + len(text)
            return before

    def answer(self, text: str, *, ready: str = "/help") -> None:
        """Wait until an answer can be typed, type it and send it."""
        self.expect(ready)
        self.press(text)
        time.sleep(0.15)  # nobody presses Enter in the same instant: that is how a paste is known
        self.press(ENTER)

    def resize(self, columns: int) -> None:
        """Make the terminal that wide."""
        fcntl.ioctl(self._leader, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def end(self) -> int:
        """Wait for the command's end; returns its exit code."""
        code = self.process.wait(timeout=_PATIENCE_SECONDS)
        with self._news:
            self._news.wait_for(lambda: self._ended, timeout=_PATIENCE_SECONDS)
        return code

    def _listen(self) -> None:
        while True:
            try:
                piece = os.read(self._leader, 65536)
            except OSError:  # the other end is closed
                piece = b""
            for _ in range(piece.count(_WHERE_IS_THE_CURSOR)):
                os.write(self._leader, b"\x1b[12;1R")
            with self._news:
                self._said += piece
                self._ended = not piece
                self._news.notify_all()
            if not piece:
                return

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._leader)


def executable_script(file: Path, body: str) -> str:
    """A shell script that can be run, for $EDITOR."""
    file.write_text("#!/bin/sh\n" + body, encoding="utf-8")
    file.chmod(0o700)
    return str(file)

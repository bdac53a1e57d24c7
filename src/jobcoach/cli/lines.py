"""Lines that stay and one line that moves, on a terminal or in a pipe."""

from threading import RLock
from typing import TextIO

from jobcoach.text import cut


class StatusLine:
    """One line on a terminal that is written over; shows nothing elsewhere."""

    def __init__(self, stream: TextIO, columns: int, *, shown: bool) -> None:
        self._stream = stream
        self._columns = columns
        self._shown = shown
        self._visible = False

    def show(self, text: str) -> None:
        """Put this text in the place of the last."""
        if self._shown:
            self._stream.write(f"\r\x1b[K{cut(text, self._columns - 1)}")
            self._stream.flush()
            self._visible = True

    def clear(self) -> None:
        """Leave the line empty, for a line that stays."""
        if self._visible:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._visible = False


class Lines:
    """Lines that stay, above the status line; safe to use from several threads."""

    def __init__(self, out: TextIO, status: StatusLine) -> None:
        self._out = out
        self._status = status
        self.lock = RLock()

    def write(self, *lines: str) -> None:
        """Print lines of the result at once, so that a pipe sees them too."""
        with self.lock:
            self._status.clear()
            self._out.write("".join(f"{line}\n" for line in lines))
            self._out.flush()

    def status(self, text: str) -> None:
        """Show what is going on."""
        with self.lock:
            self._status.show(text)

    def clear(self) -> None:
        """Remove the status."""
        with self.lock:
            self._status.clear()

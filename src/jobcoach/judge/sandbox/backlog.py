"""What one program has said and the other has not yet read, in bounded memory."""

import os
import tempfile
import threading
from collections.abc import Iterator
from typing import IO

from jobcoach.judge.sandbox import protocol

MOST_IN_MEMORY_BYTES = 4 << 20


class Backlog:
    """Bytes in, frames out, in order; thread-safe.

    It never makes the writer wait: two programs that both write and do not read
    must still reach their limits. So one that floods is bounded by its output
    limit alone, and what goes beyond 4 MiB waits on disk. The pieces are joined:
    kept one by one, those of a program that writes single bytes would take
    hundreds of times their size.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._memory = bytearray()  # older than all that is in the file
        self._file: IO[bytes] | None = None
        self._read_to = self._written_to = 0  # places in the file
        self._is_taken = False
        self._closed = False

    def add(self, piece: bytes) -> bool:
        """Keeps ``piece``; whether somebody must now take ``frames``. Raises OSError on a full disk."""
        with self._lock:
            if self._closed:
                return False
            if self._file is None and len(self._memory) + len(piece) <= MOST_IN_MEMORY_BYTES:
                self._memory += piece
            else:
                self._append(piece)
            needed, self._is_taken = not self._is_taken, True
            return needed

    def frames(self) -> Iterator[bytes]:
        """DATA frames, until nothing waits any more."""
        while piece := self._take():
            yield protocol.frame("D", piece)

    def close(self) -> None:
        """Drops what waits and all that may still come."""
        with self._lock:
            self._closed = True
            self._memory.clear()
            self._drop_file()

    def _append(self, piece: bytes) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="jobcoach-relay-", buffering=0)  # noqa: SIM115 - closed when it is read
        done = 0
        while done < len(piece):
            done += os.pwrite(self._file.fileno(), piece[done:], self._written_to + done)
        self._written_to += len(piece)

    def _take(self) -> bytes:
        with self._lock:
            if not self._memory and self._file is not None:
                size = min(MOST_IN_MEMORY_BYTES, self._written_to - self._read_to)
                self._memory += os.pread(self._file.fileno(), size, self._read_to)
                self._read_to += size
                if self._read_to == self._written_to:
                    self._drop_file()
            piece = bytes(self._memory[: protocol.FRAME_MAX])
            del self._memory[: protocol.FRAME_MAX]
            self._is_taken = bool(piece)
            return piece

    def _drop_file(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._read_to, self._written_to = None, 0, 0

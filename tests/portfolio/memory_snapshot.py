"""A snapshot whose files are given by the test."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from jobcoach.portfolio.source.snapshot import Entry, History, Mode, Source


class MemorySnapshot:
    """Files by path; ``reads`` counts the contents that were asked for."""

    def __init__(self, files: Mapping[str, str | bytes], modes: Mapping[str, Mode] | None = None) -> None:
        self.source = Source("folder", "memory", None, None)
        self.notes: tuple[str, ...] = ()
        self.history_key = ""
        self.reads = 0
        self._contents = {path: _bytes(content) for path, content in files.items()}
        self.entries: Sequence[Entry] = [
            Entry(path, path.encode(), (modes or {}).get(path, "file"), _blob(content), len(content))
            for path, content in self._contents.items()
        ]

    def read(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, bytes]]:
        for entry in entries:
            self.reads += 1
            yield entry, self._contents[entry.path]

    def history(self) -> History | None:
        return None

    def close(self) -> None:
        return None


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()

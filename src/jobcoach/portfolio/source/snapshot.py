"""A repository at one commit, as everything after the source sees it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Mode = Literal["file", "executable", "symlink", "submodule"]
Kind = Literal["local", "folder", "remote"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One path of the tree.

    ``path`` is NFC text with ``/``, bytes that are no UTF-8 as surrogate
    escapes: it is never opened by itself and goes through ``text.printable``
    before it is shown. ``raw_path`` are its bytes. ``blob`` is git's object id
    of the content (for a plain folder computed the same way), so equal content
    has equal ``blob``.
    """

    path: str
    raw_path: bytes
    mode: Mode
    blob: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where the snapshot is from.

    ``location`` holds no credentials. ``commit`` is None for a folder without
    git. ``ref`` is the branch or tag that was read, None where HEAD is detached.
    """

    kind: Kind
    location: str
    commit: str | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of the repository and how far it is ahead of the one that was read."""

    name: str
    commits_ahead: int | None


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the history. ``seconds`` is the author's time (Unix)."""

    id: str
    author_name: str
    author_email: str
    seconds: int
    subject: str
    parents: int
    files_changed: tuple[str, ...] | None = None
    lines_added: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The commits, newest first. ``complete`` is False where the clone or our own fetch cut it off."""

    commits: tuple[Commit, ...]
    complete: bool
    branches: tuple[Branch, ...] = ()


class Snapshot(Protocol):
    """A repository at one commit."""

    source: Source
    entries: Sequence[Entry]
    notes: Sequence[str]
    """Keys of ``review.note.*``, what the reader should know: shallow, bare … A value follows a colon."""

    @property
    def history_key(self) -> str:
        """What the history depends on, in short: equal keys, equal histories. "" without git."""
        ...

    def read(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, bytes]]:
        """The contents, in the order asked, one at a time in memory; what cannot be read is left out."""
        ...

    def history(self) -> History | None:
        """The history, None without git."""
        ...

    def close(self) -> None:
        """Remove what was made for reading."""
        ...

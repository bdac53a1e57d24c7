"""A folder as it lies there: without git, or with the work that is not committed yet.

No symlink is followed, ``.gitignore`` is respected, and what is no regular file is left out.
"""

import hashlib
import os
import stat
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from jobcoach.portfolio.source.beneath import folder_beneath, opened_folder, read_beneath, read_file_in
from jobcoach.portfolio.source.git_snapshot import GitSnapshot
from jobcoach.portfolio.source.ignore import Pattern, Steps, is_ignored, read_patterns
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.snapshot import Entry, History, Mode, Source
from jobcoach.portfolio.source.tree import entry_path, gather, path_note

_MOST_IGNORE_BYTES = 1 << 20
_NEVER_ENTERED = (b".git", b".hg", b".svn")


class FolderSnapshot:
    """The files of a folder. ``committed`` is the same repository at its commit, where there is one."""

    def __init__(
        self,
        folder: Path,
        source: Source,
        notes: Sequence[str],
        *,
        committed: GitSnapshot | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        self.source = source
        self._committed = committed
        self._limits = limits
        self._opened = ExitStack()
        self._root = self._opened.enter_context(opened_folder(folder))
        tracked = {entry.raw_path for entry in committed.entries} if committed else set()
        listing = gather(_walk(self._root, tracked, limits), limits)
        self.entries: Sequence[Entry] = listing.entries
        self.notes: Sequence[str] = tuple(dict.fromkeys((*notes, *listing.notes)))

    def read(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, bytes]]:
        for entry in entries:
            if entry.mode not in ("file", "executable") or not entry.blob:
                continue
            content = read_beneath(self._root, entry.raw_path.split(b"/"), self._limits.file_bytes)
            if content is not None:
                yield entry, content

    @property
    def history_key(self) -> str:
        return self._committed.history_key if self._committed else ""

    def history(self) -> History | None:
        return self._committed.history() if self._committed else None

    def close(self) -> None:
        self._opened.close()
        if self._committed:
            self._committed.close()


def _walk(root: int, tracked: Collection[bytes], limits: Limits) -> Iterator[Entry | str]:
    """Depth first, in the order of the names. A note for what is left out."""
    folders = _with_folders(tracked)
    steps = Steps()
    waiting: list[tuple[tuple[bytes, ...], tuple[tuple[Pattern, ...], ...]]] = [((), ())]
    while waiting:
        parts, outer = waiting.pop()
        try:
            with folder_beneath(root, parts) as folder:
                levels = (*outer, _patterns_of(folder))
                found = sorted(
                    ((os.fsencode(child.name), child) for child in os.scandir(folder)), reverse=True
                )
                below: list[tuple[bytes, ...]] = []
                for name, child in found:
                    path = (*parts, name)
                    is_folder = child.is_dir(follow_symlinks=False)
                    if name in _NEVER_ENTERED or (
                        is_ignored(levels, path, steps, is_folder=is_folder)
                        and b"/".join(path) not in folders
                    ):
                        continue
                    if note := path_note(b"/".join(path), limits):
                        yield note
                    elif is_folder:
                        below.append(path)
                    else:
                        yield _entry(folder, path, limits)
                waiting += [(path, levels) for path in below]
        except OSError:
            yield "unreadable_files"
    if steps.left < 0:
        yield "ignoring_given_up"


def _with_folders(paths: Collection[bytes]) -> set[bytes]:
    """The paths, and every folder above them."""
    found: set[bytes] = set(paths)
    for path in paths:
        while (path := path.rpartition(b"/")[0]) and path not in found:
            found.add(path)
    return found


def _patterns_of(folder: int) -> tuple[Pattern, ...]:
    try:
        return read_patterns(read_file_in(folder, b".gitignore", _MOST_IGNORE_BYTES))
    except OSError:
        return ()


def _entry(folder: int, path: Sequence[bytes], limits: Limits) -> Entry | str:
    name, raw_path = path[-1], b"/".join(path)
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if stat.S_ISLNK(found.st_mode):
            target = os.readlink(name, dir_fd=folder)
            return Entry(entry_path(raw_path), raw_path, "symlink", _blob(target), len(target))
        if not stat.S_ISREG(found.st_mode):
            return "special_files"
        mode: Mode = "executable" if found.st_mode & stat.S_IXUSR else "file"
        if found.st_size >= limits.file_bytes:
            return Entry(entry_path(raw_path), raw_path, mode, "", found.st_size)
        content = read_file_in(folder, name, limits.file_bytes)
    except OSError:
        return "unreadable_files"
    return Entry(entry_path(raw_path), raw_path, mode, _blob(content), len(content))


def _blob(content: bytes) -> str:
    """git's id of a content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()

"""Opening what lies beneath a folder, and nothing else: no component of a path may be a symlink."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# Without O_NONBLOCK a named pipe would wait for its writer for ever.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


@contextlib.contextmanager
def opened_folder(folder: Path) -> Iterator[int]:
    """A descriptor of a folder that the user named: what they named may well be a symlink. Raises OSError."""
    descriptor = os.open(folder, _DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def folder_beneath(root: int, parts: Sequence[bytes]) -> Iterator[int]:
    """A descriptor of the folder ``parts`` beneath ``root``. Raises OSError, for symlinks too."""
    descriptor = os.dup(root)
    try:
        for part in parts:
            _refuse_upwards(part)
            below = os.open(part, _DIRECTORY | os.O_NOFOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
        yield descriptor
    finally:
        os.close(descriptor)


def read_file_in(folder: int, name: bytes, most_bytes: int) -> bytes:
    """The first ``most_bytes`` of a regular file in ``folder``. Raises OSError for anything else."""
    _refuse_upwards(name)
    descriptor = os.open(name, _FILE, dir_fd=folder)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        pieces: list[bytes] = []
        left = most_bytes
        while left > 0 and (piece := os.read(descriptor, left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)


def read_beneath(root: int, parts: Sequence[bytes], most_bytes: int) -> bytes | None:
    """``read_file_in`` by its path beneath ``root``; None for what cannot be read."""
    try:
        with folder_beneath(root, parts[:-1]) as folder:
            return read_file_in(folder, parts[-1], most_bytes)
    except (OSError, IndexError):
        return None


def _refuse_upwards(part: bytes) -> None:
    if part in (b"", b".", b"..") or b"/" in part or b"\0" in part:
        raise OSError(errno.EINVAL, "not the name of a file")

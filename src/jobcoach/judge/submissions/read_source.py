"""Reading a found submission's sources, as bytes and never beyond a limit."""

import os
import stat
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import Found
from jobcoach.judge.submissions.submission import SourceFile, Submission

# Enough for twenty long lines of comment.
_HEAD_BYTES = 4096
# A compiler's call takes 512 words of 64 KiB in all (the runner's protocol.h).
_MOST_FILES = 400
_MOST_NAME_BYTES = 400
_MOST_NAMES_BYTES = 48 << 10
_WHITE_SPACE = b" \t\r\n\f\v\xef\xbb\xbf"


def read_submission(found: Found, *, limit_bytes: int) -> Submission:
    """The submission with its sources, which stay below ``limit_bytes`` in all.

    Raises InputError if a file cannot be read, all are empty, or there is too much.
    """
    _check_names(found)
    files: list[SourceFile] = []
    left = limit_bytes
    for name in found.files:
        content = _read(found, name, left + 1)
        left -= len(content)
        if left < 0:
            raise InputError(
                f"{found.path} is too long",
                why=f"the problem takes {limit_bytes // 1024} KiB of source at most",
            )
        files.append(SourceFile(name.as_posix(), content))
    if not any(file.content.strip(_WHITE_SPACE) for file in files):
        raise InputError(f"{found.path} is empty", why="there is nothing to judge in it")
    return Submission(found.path, found.language, tuple(sorted(files, key=lambda file: file.name)))


def _check_names(found: Found) -> None:
    sizes = [len(os.fsencode(name)) for name in found.files]
    if len(sizes) > _MOST_FILES:
        raise InputError(f"{found.path} is too long", why=f"it has more than {_MOST_FILES} files")
    if max(sizes, default=0) > _MOST_NAME_BYTES or sum(sizes) > _MOST_NAMES_BYTES:
        raise InputError(f"{found.path} is too long", why="the names of its files are")


def read_heads(found: Found) -> list[bytes]:
    """The first 4 KiB of each source, the main file's first. Raises InputError."""
    names = sorted(found.files, key=lambda name: (name.stem.lower() != "main", name))
    return [_read(found, name, _HEAD_BYTES) for name in names]


def _read(found: Found, name: Path, at_most: int) -> bytes:
    if found.content is not None:
        return found.content[:at_most]
    # A link or pipe may have taken the file's place since the folder was searched.
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | (0 if found.named else os.O_NOFOLLOW)
    try:
        descriptor = os.open(found.base / name, flags)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputError(f"cannot read {found.path}", why=f"{name} is not a plain file")
            return file.read(at_most)
    except OSError as error:
        raise InputError(f"cannot read {found.path}", why=f"{name}: {error.strerror or error}") from error

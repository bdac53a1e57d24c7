"""One report file: known to be writable before the work begins, written whole or not at all."""

import os
import re
import sys
import tempfile
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.whole_file import whole_file

_OWN_STREAM = re.compile(r"/dev/(stdout|stderr)")


def check_writable(path: Path) -> None:
    """Raise InputError if ``path`` is a folder, or its folder is missing or not writable."""
    folder = path.parent
    if path.is_dir():
        raise InputError(f"cannot write {path}", why="it is a folder")
    if not folder.is_dir():
        raise InputError(
            f"cannot write {path}", why=f"there is no folder {folder}", mend=f"mkdir -p {folder}"
        )
    if _is_written_in_place(path):
        if not os.access(path, os.W_OK):
            raise InputError(f"cannot write {path}", why="permission denied")
        return
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(f"cannot write {path}", why=error.strerror or str(error)) from error


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file by ``content`` at once, so that no reader sees half of it.

    Raises OSError that names ``path``.
    """
    try:
        _write_whole(path, content)
    except OSError as error:  # of a write it names no file, else our temporary one
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_whole(path: Path, content: bytes) -> None:
    if stream := _OWN_STREAM.fullmatch(str(path)):
        # Opened by its name, a log that it is redirected to would be emptied or replaced.
        sys.stdout.flush()
        with open({"stdout": 1, "stderr": 2}[stream[1]], "wb", closefd=False) as file:
            file.write(content)
        return
    if _is_written_in_place(path):
        path.write_bytes(content)
        return
    with whole_file(path, _mode(path)) as file:
        file.write(content)


def _is_written_in_place(path: Path) -> bool:
    """Pipes and devices (``/dev/stdout``) cannot be replaced."""
    return bool(_OWN_STREAM.fullmatch(str(path))) or (path.exists() and not path.is_file())


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the user's umask leaves."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

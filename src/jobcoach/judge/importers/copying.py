"""Copying a folder someone else made: regular files only, links within it."""

import os
import shutil
import stat
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.junk import is_junk

_MAX_FILES = 50_000
_MAX_BYTES = 2 << 30


def copy_folder(source: Path, target: Path) -> None:
    """Copy what is in ``source`` into the folder ``target``; links become what they point to.

    Raises:
        InputError: something in it is no file, leads out of it, or it is too large.
    """
    root = os.path.realpath(source)
    files, total_bytes = 0, 0
    for folder, _, names in os.walk(source):
        for name in sorted(names):
            path = Path(folder, name)
            relative = path.relative_to(source)
            if is_junk(relative):
                continue
            if not os.path.realpath(path).startswith(root + os.sep):
                raise InputError(f"{path} cannot be imported", why="it is a link out of the folder")
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise InputError(f"{path} cannot be imported", why="it is not a regular file")
            files, total_bytes = files + 1, total_bytes + status.st_size
            if files > _MAX_FILES or total_bytes > _MAX_BYTES:
                raise InputError(f"{source} cannot be imported", why="it holds too many or too large files")
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / relative)

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
    """Copy what is in ``source`` into the folder ``target``.

    A link to a file becomes that file; one to a folder stays a link.

    Raises:
        InputError: something in it is no file, leads out of it, or it is too large.
    """
    root = os.path.realpath(source)
    files, total_bytes = 0, 0
    for folder, folders, names in os.walk(source):
        for name in folders:
            if Path(folder, name).is_symlink() and not is_junk(Path(folder, name).relative_to(source)):
                _copy_link(source, Path(folder, name), target)
        for name in sorted(names):
            path = Path(folder, name)
            relative = path.relative_to(source)
            if is_junk(relative):
                continue
            _check_inside(root, path)
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise InputError(f"{path} cannot be imported", why="it is not a regular file")
            files, total_bytes = files + 1, total_bytes + status.st_size
            if files > _MAX_FILES or total_bytes > _MAX_BYTES:
                raise InputError(f"{source} cannot be imported", why="it holds too many or too large files")
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target / relative)


def _check_inside(root: str, path: Path) -> None:
    if not os.path.realpath(path).startswith(root + os.sep):
        raise InputError(f"{path} cannot be imported", why="it is a link out of the folder")


def _copy_link(source: Path, link: Path, target: Path) -> None:
    """Make the same link to a folder, relative, so that it leads into the copy."""
    _check_inside(os.path.realpath(source), link)
    made = target / link.relative_to(source)
    made.parent.mkdir(parents=True, exist_ok=True)
    made.symlink_to(os.path.relpath(os.path.realpath(link), os.path.realpath(link.parent)))

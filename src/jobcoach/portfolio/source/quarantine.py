"""A repository of our own that only borrows objects: nothing else of theirs is read, nothing written.

    own.git/            HEAD, config, refs, shallow: ours
    borrowed-0/         stands in for their objects folder
        pack/           links to their packs and indexes, those that are regular files
        00 … ff         links to their folders of loose objects

Their objects folder itself is not named to git, since ``info/alternates`` in it may
lead anywhere, and ``info/commit-graph`` may lie about the history.
"""

import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Sequence
from pathlib import Path

from jobcoach.portfolio.source.git import make_git_dir
from jobcoach.portfolio.source.git_environment import reading_environment

_PACK = re.compile(r"pack-[0-9a-f]{40,64}\.(?:pack|idx)")
_LOOSE_FOLDER = re.compile(r"[0-9a-f]{2}")
_MOST_PACK_FILES = 10_000


class Quarantine:
    """Reads objects of ``object_folders``; ``environment`` is what git runs in. Close it in the end."""

    def __init__(
        self, object_folders: Sequence[Path], *, object_format: str = "sha1", shallow: Iterable[str] = ()
    ) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="jobcoach-"))
        # Also for who is interrupted before closing it: at the latest when Python ends.
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self.git_dir = make_git_dir(self._folder / "own.git", object_format)
        self.environment = reading_environment(self.git_dir)
        self.is_borrowing_elsewhere = False
        self.shallow = frozenset(shallow)
        self.borrow(object_folders)

    def borrow(self, object_folders: Sequence[Path]) -> None:
        """Reads objects of these folders from now on."""
        borrowed = [self._folder / f"borrowed-{index}" for index in range(len(object_folders))]
        for theirs, ours in zip(object_folders, borrowed, strict=True):
            _borrow(theirs, ours)
        self.is_borrowing_elsewhere = any(_has_alternates(folder) for folder in object_folders)
        self.environment = reading_environment(self.git_dir, borrowed)
        if self.shallow:
            (self.git_dir / "shallow").write_text("".join(f"{commit}\n" for commit in sorted(self.shallow)))

    def close(self) -> None:
        """Removes what was made; links are removed, never followed."""
        self._remove()


def _borrow(theirs: Path, ours: Path) -> None:
    shutil.rmtree(ours, ignore_errors=True)
    (ours / "pack").mkdir(parents=True)
    for child in _children(theirs):
        if not child.is_dir(follow_symlinks=False):
            continue
        if child.name == "pack":
            _link_files(Path(child.path), ours / "pack", _PACK)
        elif _LOOSE_FOLDER.fullmatch(child.name):
            _link_loose(Path(child.path), ours / child.name)


def _link_loose(theirs: Path, ours: Path) -> None:
    if all(child.is_file(follow_symlinks=False) for child in _children(theirs)):
        ours.symlink_to(theirs)
    else:
        ours.mkdir()
        _link_files(theirs, ours, re.compile("[0-9a-f]+"))


def _link_files(theirs: Path, ours: Path, fitting: re.Pattern[str]) -> None:
    files = [
        child
        for child in _children(theirs)
        if fitting.fullmatch(child.name) and child.is_file(follow_symlinks=False)
    ]
    for child in files[:_MOST_PACK_FILES]:
        (ours / child.name).symlink_to(child.path)


def _children(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as children:
            return sorted(children, key=lambda child: child.name)
    except OSError:
        return []


def _has_alternates(object_folder: Path) -> bool:
    return any((object_folder / "info" / name).exists() for name in ("alternates", "http-alternates"))

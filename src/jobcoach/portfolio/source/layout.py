"""Where a folder's git data is: its ``.git``, itself if it is bare, or a linked worktree's repository.

A ``.git`` file names a folder elsewhere, and whoever wrote the file may name any
repository of the user. It is followed only if that repository names this folder too.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from jobcoach.portfolio.source.beneath import opened_folder, read_beneath
from jobcoach.portfolio.source.git import value_in_config

_SMALL_FILE = 1 << 16


@dataclass(frozen=True, slots=True)
class GitFolder:
    """``common_dir`` holds objects and refs, ``git_dir`` the HEAD: two folders in a linked worktree."""

    git_dir: Path
    common_dir: Path
    is_bare: bool


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """There is a ``.git``, but it leads elsewhere and nothing there leads back."""


def find_git_folder(folder: Path, own_git_dir: Path) -> GitFolder | NotFollowed | None:
    """The git data of ``folder``, None where there is none. ``own_git_dir`` is where git may run."""
    dot_git = folder / ".git"
    if dot_git.is_symlink():
        return NotFollowed()
    if dot_git.is_dir():
        return GitFolder(dot_git, dot_git, is_bare=False) if _holds_git_data(dot_git) else None
    if dot_git.is_file():
        return _linked(folder, dot_git, own_git_dir) or NotFollowed()
    return GitFolder(folder, folder, is_bare=True) if _holds_git_data(folder) else None


def _holds_git_data(folder: Path) -> bool:
    return (
        (folder / "HEAD").is_file()
        and _is_real_folder(folder / "objects")
        and (_is_real_folder(folder / "refs") or (folder / "packed-refs").is_file())
    )


def _is_real_folder(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()


def _linked(folder: Path, dot_git: Path, own_git_dir: Path) -> GitFolder | None:
    named = _line(folder, ".git").partition("gitdir: ")[2]
    if not named:
        return None
    git_dir = Path(os.path.realpath(folder / named))
    if git_dir.parent.name == "worktrees":
        common = git_dir.parent.parent
        leads_back = Path(os.path.realpath(git_dir / (_line(git_dir, "gitdir") or "."))) == dot_git.resolve()
    else:
        common = git_dir
        leads_back = _work_tree(git_dir, own_git_dir) == folder.resolve()
    return GitFolder(git_dir, common, is_bare=False) if leads_back and _holds_git_data(common) else None


def _work_tree(git_dir: Path, own_git_dir: Path) -> Path | None:
    """What a submodule's repository names as its work tree."""
    config = _content(git_dir, "config")
    named = value_in_config(config, "core.worktree", own_git_dir) if config else None
    return Path(os.path.realpath(git_dir / named)) if named else None


def _line(folder: Path, name: str) -> str:
    text = os.fsdecode(_content(folder, name) or b"").rstrip("\n")
    return "" if "\0" in text else text


def _content(folder: Path, name: str) -> bytes | None:
    try:
        with opened_folder(folder) as root:
            return read_beneath(root, [name.encode()], _SMALL_FILE)
    except OSError:
        return None

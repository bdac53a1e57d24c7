"""Which submissions differ from a commit: what a pull request, a push or one's own work has changed.

Names never go through a shell or a list of lines: git ends each with a zero byte,
and what it may name is only compared with what was found.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.judge.submissions.discover import STANDARD_INPUT, Found, Unusable

_FULL_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SECONDS = 120.0
# Nothing that the repository or the user has configured is run, and no index is written.
_ALL_COMMANDS = ("git", "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false")
_DIFF = ("diff", "--name-only", "-z", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv")


def find_base(ref: str) -> str | None:
    """The commit that ``ref`` and the present one come from, else that of ``ref`` itself.

    None where a CI system has nothing to compare with: an empty name or zeros, of a new
    branch, or the ID of a commit that this clone lacks, after a forced push or in a
    shallow clone. Raises InputError for an unknown name, EnvironmentMissing without git.
    """
    if not ref.strip("0"):
        return None
    known = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if known.returncode:
        _top()  # a folder that is no repository is worth telling first
        if _FULL_ID.fullmatch(ref):
            return None
        raise InputError(f"there is no commit {ref}", mend="to see all branches: git branch --all")
    commit = os.fsdecode(known.stdout).strip()
    common = _git("merge-base", commit, "HEAD")
    return commit if common.returncode else os.fsdecode(common.stdout).split()[0]


def changed_files(base: str) -> frozenset[Path]:
    """All files that differ from the commit ``base``, removed and not yet committed ones among them."""
    top = _top()
    differing = _names(top, *_DIFF, base, "--")
    added = _names(top, "ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(top / name for name in differing | added)


def only_changed(found: Sequence[Found | Unusable], changed: frozenset[Path]) -> list[Found | Unusable]:
    """What was found, without submissions of which nothing has changed.

    A folder that is one submission has changed with anything in it. A path that is
    no file stays: that it cannot be used has no other way to be told.
    Raises InputError for standard input.
    """
    if any(item.path == STANDARD_INPUT for item in found):
        raise InputError("--changed-since cannot be combined with standard input")
    return [item for item in found if _has_changed(item, changed)]


def _has_changed(item: Found | Unusable, changed: frozenset[Path]) -> bool:
    if isinstance(item, Unusable):
        place = Path(item.path)
        return not place.is_file() or _places(place) & changed != frozenset()
    if len(item.files) > 1:
        folder = item.base.resolve()
        return any(file.is_relative_to(folder) for file in changed)
    return bool(_places(item.base / item.files[0]) & changed)


def _places(file: Path) -> frozenset[Path]:
    """Where the name is, and where what it leads to is: a change of either counts."""
    return frozenset({file.parent.resolve() / file.name, file.resolve()})


def _top() -> Path:
    found = _git("rev-parse", "--show-toplevel")
    if found.returncode:
        raise InputError("--changed-since needs a git repository", why=_last_line(found.stderr))
    return Path(os.fsdecode(found.stdout.removesuffix(b"\n")))


def _names(top: Path, *arguments: str) -> set[str]:
    done = _git("-C", str(top), *arguments)
    if done.returncode:
        raise InputError("git cannot tell what has changed", why=_last_line(done.stderr))
    return {os.fsdecode(name) for name in done.stdout.split(b"\0") if name}


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [*_ALL_COMMANDS, *arguments],
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise EnvironmentMissing(
            "git was not found", mend="install it: https://git-scm.com/downloads"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise InputError("git cannot tell what has changed", why="no answer came in time") from error


def _last_line(text: bytes) -> str:
    lines = os.fsdecode(text).strip().splitlines()
    return lines[-1] if lines else ""

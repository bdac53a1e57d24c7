"""Any location that a user may name, opened as a snapshot."""

import tempfile
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.portfolio.source.folder import FolderSnapshot
from jobcoach.portfolio.source.git import make_git_dir
from jobcoach.portfolio.source.layout import GitFolder, NotFollowed, find_git_folder
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.local import open_local
from jobcoach.portfolio.source.location import LocalPlace, check_ref, parse_location
from jobcoach.portfolio.source.progress import Progress, no_progress
from jobcoach.portfolio.source.snapshot import Snapshot, Source


def open_snapshot(
    location: str,
    *,
    ref: str | None,
    worktree: bool,
    cache_folder: Path,
    progress: Progress = no_progress,
    attended: bool = False,
    limits: Limits = LIMITS,
) -> Snapshot:
    """The repository at ``location``: at ``ref``, at its default branch, or its files as they lie there.

    Close it in the end. ``worktree``: uncommitted work is read too. ``attended``: somebody
    is there to type a password. Raises
    InputError for what cannot be read, EnvironmentMissing for network, credentials or git.
    """
    place = parse_location(location)
    wanted = None if ref is None else check_ref(ref)
    if isinstance(place, LocalPlace):
        return _open_folder(place, wanted, worktree=worktree, limits=limits)
    if worktree:
        raise InputError(f"{place.shown}: --worktree is for a folder of this machine")
    from jobcoach.portfolio.source.fetch import open_remote

    return open_remote(place, wanted or place.ref, cache_folder, progress, attended=attended, limits=limits)


def _open_folder(place: LocalPlace, ref: str | None, *, worktree: bool, limits: Limits) -> Snapshot:
    if not place.path.is_dir():
        raise InputError(f"{place.shown}: not a repository", why="it is a file")
    if worktree and ref is not None:
        raise InputError("--worktree reads the files as they are, so it cannot be used with --ref")
    try:
        git = _git_folder(place.path)
        if isinstance(git, GitFolder) and not worktree:
            return open_local(git, place.shown, ref, limits)
        if ref is not None:
            raise InputError(f"{place.shown}: not a git repository", why="--ref names a commit of one")
        return _open_files(place, git, limits)
    except OSError as error:
        raise InputError(f"{place.shown}: cannot be read", why=error.strerror or "") from error


def _git_folder(folder: Path) -> GitFolder | NotFollowed | None:
    with tempfile.TemporaryDirectory(prefix="jobcoach-") as scratch:
        return find_git_folder(folder, make_git_dir(Path(scratch) / "own.git"))


def _open_files(place: LocalPlace, git: GitFolder | NotFollowed | None, limits: Limits) -> Snapshot:
    if not isinstance(git, GitFolder):
        note = "git_link_ignored" if isinstance(git, NotFollowed) else "no_git"
        return FolderSnapshot(place.path, Source("folder", place.shown, None, None), [note], limits=limits)
    if git.is_bare:
        raise InputError(f"{place.shown}: a bare repository has no files", mend="leave --worktree out")
    try:
        committed = open_local(git, place.shown, None, limits)
    except InputError:  # nothing committed yet: the files are all there is
        return FolderSnapshot(
            place.path, Source("local", place.shown, None, None), ["worktree"], limits=limits
        )
    try:
        return FolderSnapshot(
            place.path,
            committed.source,
            ["worktree", *_about_history(committed)],
            committed=committed,
            limits=limits,
        )
    except BaseException:
        committed.close()
        raise


def _about_history(committed: Snapshot) -> list[str]:
    return [note for note in committed.notes if note in ("shallow", "detached", "alternates_ignored")]

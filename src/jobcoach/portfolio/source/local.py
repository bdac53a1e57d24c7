"""A repository of this machine, read at a commit without asking git about the repository itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobcoach.errors import InputError
from jobcoach.portfolio.source.git import GitFailed, git_output
from jobcoach.portfolio.source.git_snapshot import GitSnapshot
from jobcoach.portfolio.source.history import newest_first
from jobcoach.portfolio.source.layout import GitFolder
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.quarantine import Quarantine
from jobcoach.portfolio.source.refs import Refs, branches, find_ref, read_refs, short_name
from jobcoach.portfolio.source.snapshot import Source
from jobcoach.text import one_line

_MOST_NAMES_TOLD = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """The commit that is read, the branch or tag it was found by, and what there is to note about that."""

    commit: str
    ref: str | None
    notes: tuple[str, ...] = ()


def open_local(git: GitFolder, location: str, ref: str | None, limits: Limits = LIMITS) -> GitSnapshot:
    """The repository at ``ref``, else at HEAD. Raises InputError if there is no such commit."""
    refs = read_refs(git)
    objects = git.common_dir / "objects"
    quarantine = Quarantine([objects], object_format=object_format(refs), shallow=refs.shallow)
    try:
        chosen = _choose(refs, ref, quarantine, location)
        notes = (
            *chosen.notes,
            *(["bare"] if git.is_bare else []),
            *(["shallow"] if refs.shallow else []),
            *(["alternates_ignored"] if quarantine.is_borrowing_elsewhere else []),
        )
        source = Source("local", location, chosen.commit, chosen.ref)
        return GitSnapshot(source, quarantine, branches(refs.ids), notes, limits=limits)
    except BaseException:
        quarantine.close()
        raise


def object_format(refs: Refs) -> str:
    """By the length of the ids, so that no config need be believed."""
    return (
        "sha256" if any(len(commit) == 64 for commit in (refs.head_id or "", *refs.ids.values())) else "sha1"
    )


def _choose(refs: Refs, ref: str | None, quarantine: Quarantine, location: str) -> Chosen:
    if ref is None or ref == "HEAD":
        chosen = _head(refs, quarantine)
        if chosen is None:
            raise _nothing_there(refs, location)
    elif name := find_ref(ref, refs.ids):
        chosen = Chosen(refs.ids[name], short_name(name))
    else:
        chosen = Chosen(ref, None)
    commit = peeled(chosen.commit, quarantine.environment)
    if commit is not None:
        return Chosen(commit, chosen.ref, chosen.notes)
    if quarantine.is_borrowing_elsewhere:
        raise InputError(
            f"{location}: its commits are kept in another repository",
            why="objects/info/alternates is not followed",
            mend="copy them into this one: git repack -a -d && rm .git/objects/info/alternates",
        )
    if ref is None or chosen.ref is not None:
        raise InputError(
            f"{location}: the repository is damaged", why="the commit cannot be read", mend="git fsck"
        )
    raise no_such_ref(location, ref, list(branches(refs.ids)))


def _head(refs: Refs, quarantine: Quarantine) -> Chosen | None:
    if refs.head_id is not None:
        name = refs.head_name
        return Chosen(refs.head_id, short_name(name) if name else None, () if name else ("detached",))
    return with_the_work(branches(refs.ids), quarantine.environment)


def with_the_work(found: Mapping[str, str], environment: Mapping[str, str]) -> Chosen | None:
    """The branch of the newest commit, for a repository whose default branch has none."""
    newest = newest_first(set(found.values()), environment, 1)
    for name in sorted(found):
        if found[name] in newest:
            return Chosen(found[name], name, (f"default_branch_empty:{one_line(name)}",))
    return None


def peeled(name: str, environment: Mapping[str, str]) -> str | None:
    """The commit that an object id, the beginning of one, or a tag's id names."""
    if not 4 <= len(name) <= 64 or set(name) - set("0123456789abcdef"):
        return None
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        found = git_output(arguments, environment, seconds=30).decode().strip()
    except GitFailed:
        return None
    return found or None


def no_such_ref(location: str, ref: str, names: list[str]) -> InputError:
    """That a repository has no such branch, tag or commit, and which branches it has."""
    told = ", ".join(one_line(name) for name in names[:_MOST_NAMES_TOLD])
    more = " …" if len(names) > _MOST_NAMES_TOLD else ""
    why = f"its branches are {told}{more}" if told else ""
    return InputError(f"{location}: no branch, tag or commit {one_line(ref)}", why=why)


def _nothing_there(refs: Refs, location: str) -> InputError:
    if refs.head_name == "refs/heads/.invalid":
        return InputError(
            f"{location}: its references are in a format that cannot be read",
            why="it is reftable",
            mend="git refs migrate --ref-format=files",
        )
    return empty_repository(location)


def empty_repository(location: str) -> InputError:
    """That nothing was ever committed."""
    return InputError(
        f"{location}: the repository is empty",
        why="it has no commit",
        mend="commit your work, or read the files as they are with --worktree",
    )

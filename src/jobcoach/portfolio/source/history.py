"""The history of a commit: ``git log`` in a format that no name, subject or path can forge.

Fields end in NUL, which none of them can hold, and there is a fixed number of them. Changed files
follow as ``--raw`` or ``--numstat`` records, which begin unlike an object id.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from jobcoach.portfolio.source.fields import nul_fields
from jobcoach.portfolio.source.git import GitFailed, GitProcess, git_output
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.snapshot import Branch, Commit, History
from jobcoach.portfolio.source.tree import entry_path
from jobcoach.text import nfc

_FORMAT = "--format=%H%x00%an%x00%ae%x00%at%x00%P%x00%s"
_FIELDS = 6
_OBJECT_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ADDED = re.compile(rb"\n?(?P<added>\d+|-)\t(?:\d+|-)\t")
_SECONDS = re.compile(rb"\d{1,11}")
_BROKEN_OFF = b"!"
_LONGEST_FIELD = 4 << 20
_NAME_KEPT, _SUBJECT_KEPT = 200, 500
_MOST_PATHS = 200_000
_MOST_AHEAD = 10_000


def read_history(
    commit: str,
    environment: Mapping[str, str],
    shallow: Collection[str],
    branches: tuple[Branch, ...] = (),
    limits: Limits = LIMITS,
) -> History:
    """The commits that ``commit`` stands on, newest first.

    The newest ``limits.detailed_commits`` have their changed files, and as far as
    the contents are there and their files are not too many, the lines they added.
    """
    arguments = ("log", "-z", _FORMAT, f"--max-count={limits.commits + 1}", commit)
    commits: list[Commit] = []
    whole = True
    with GitProcess(arguments, environment, seconds=limits.read_seconds) as process:
        fields = nul_fields(process.stdout, _LONGEST_FIELD)
        commits = list(islice(_commits(fields), limits.commits + 1))
        if len(commits) <= limits.commits:
            try:
                process.finish()
            except GitFailed:
                whole = False
    complete = whole and len(commits) <= limits.commits and not any(entry.id in shallow for entry in commits)
    detailed = _with_changes(commits[: limits.commits], commit, environment, limits)
    return History(tuple(detailed), complete, branches)


def commits_ahead(branch: str, commit: str, environment: Mapping[str, str]) -> int | None:
    """How many commits ``branch`` has that ``commit`` does not, both ids; None if that cannot be known."""
    arguments = ("rev-list", "--count", f"--max-count={_MOST_AHEAD}", branch, f"^{commit}")
    try:
        return int(git_output(arguments, environment, seconds=10))
    except GitFailed:
        return None


def newest_first(commits: Collection[str], environment: Mapping[str, str], most: int) -> list[str]:
    """The newest of these commits, by the time of the commit; those that are not there are left out."""
    arguments = ("rev-list", "--ignore-missing", "--no-walk=sorted", f"--max-count={most}", "--stdin")
    try:
        given = "".join(f"{commit}\n" for commit in sorted(commits)).encode()
        return git_output(arguments, environment, given=given, seconds=30).decode().split()
    except GitFailed:
        return []


def _commits(fields: Iterator[bytes]) -> Iterator[Commit]:
    while len(found := tuple(islice(fields, _FIELDS))) == _FIELDS:
        commit, name, email, seconds, parents, subject = found
        if not _OBJECT_ID.fullmatch(commit):
            return
        yield Commit(
            commit.decode(),
            _text(name)[:_NAME_KEPT],
            _text(email)[:_NAME_KEPT],
            int(seconds) if _SECONDS.fullmatch(seconds) else 0,
            _text(subject)[:_SUBJECT_KEPT],
            len(parents.split()),
        )


def _with_changes(
    commits: list[Commit], commit: str, environment: Mapping[str, str], limits: Limits
) -> Iterator[Commit]:
    paths = _changed_paths(commit, environment, limits)
    counted = _few_enough(commits, paths, limits)
    lines = _added_lines(commit, environment, counted, limits) if counted else {}
    for entry in commits:
        if entry.parents <= 1 and entry.id in paths:
            yield replace(entry, files_changed=paths[entry.id], lines_added=lines.get(entry.id))
        else:
            yield entry


def _few_enough(commits: list[Commit], paths: Mapping[str, tuple[str, ...]], limits: Limits) -> int:
    """How many of the newest commits have few enough changed files together that their lines are counted."""
    files = 0
    for index, entry in enumerate(commits[: limits.detailed_commits]):
        files += len(paths.get(entry.id, ()))
        if files > limits.lines_counted_files or (entry.parents <= 1 and entry.id not in paths):
            return index
    return min(len(commits), limits.detailed_commits)


def _changed_paths(commit: str, environment: Mapping[str, str], limits: Limits) -> dict[str, tuple[str, ...]]:
    """Changed paths by commit, as far as git can tell; those of merges are not asked for."""
    found: dict[str, list[str]] = {}
    seen = 0
    current = ""
    for field in _log_fields(("--raw",), limits.detailed_commits, commit, environment, limits):
        if field.startswith((b":", b"\n:")):
            continue
        if field == _BROKEN_OFF:
            found.pop(current, None)
        elif field.startswith(b"P"):
            seen += 1
            if seen > _MOST_PATHS:
                found.pop(current, None)
                break
            found[current].append(entry_path(field[1:]))
        else:
            current = field.decode()
            found[current] = []
    return {name: tuple(paths) for name, paths in found.items()}


def _added_lines(commit: str, environment: Mapping[str, str], count: int, limits: Limits) -> dict[str, int]:
    """Added lines by commit; the last one is left out if git could not end it."""
    lines: dict[str, int] = {}
    current = ""
    for field in _log_fields(("--numstat",), count, commit, environment, limits):
        if added := _ADDED.match(field):
            lines[current] += int(added["added"]) if added["added"] != b"-" else 0
        elif field == _BROKEN_OFF:
            lines.pop(current, None)
        else:
            current = field.decode()
            lines[current] = 0
    return lines


def _log_fields(
    kind: tuple[str, ...], count: int, commit: str, environment: Mapping[str, str], limits: Limits
) -> Iterator[bytes]:
    """Object ids and the records behind each; a path after a ``--raw`` record with a ``P`` before it.

    ``_BROKEN_OFF`` at the end if git broke off in the middle of a commit.
    """
    arguments = (
        "log", "-z", *kind, "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules",
        "--format=%H", f"--max-count={count}", commit,
    )  # fmt: skip
    with GitProcess(
        arguments, environment, seconds=limits.read_seconds, memory_bytes=limits.read_memory_bytes
    ) as process:
        fields = nul_fields(process.stdout, _LONGEST_FIELD)
        for field in fields:
            if field.startswith((b":", b"\n:")):
                yield field
                yield b"P" + next(fields, b"")
            elif _OBJECT_ID.fullmatch(field) or _ADDED.match(field):
                yield field
            elif field.strip():
                break
        try:
            process.finish()
        except GitFailed:
            yield _BROKEN_OFF


def _text(raw: bytes) -> str:
    """Commits of old Korean tools are in cp949 and do not say so."""
    for encoding in ("utf-8", "cp949"):
        try:
            return nfc(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return nfc(raw.decode("utf-8", "replace"))

"""Repositories for tests, made by real git that knows no settings of the machine."""

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from jobcoach.portfolio.source.open import open_snapshot

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "김개발",
    "GIT_AUTHOR_EMAIL": "kim@example.com",
    "GIT_COMMITTER_NAME": "kim",
    "GIT_COMMITTER_EMAIL": "kim@example.com",
    "GIT_AUTHOR_DATE": "1700000000 +0900",
    "GIT_COMMITTER_DATE": "1700000000 +0900",
    "GIT_ALLOW_PROTOCOL": "file",
}


def git(folder: Path, *arguments: str, given: bytes | None = None, **variables: str) -> str:
    """Runs git in ``folder`` and returns what it wrote."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        input=given if given is not None else b"",
        env=ENVIRONMENT | variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def make_repository(folder: Path, files: Mapping[str, str | bytes] | None = None, *options: str) -> Path:
    """A repository with a branch ``main``, and one commit if there are files."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    if files:
        commit(folder, files)
    return folder


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def commit(
    folder: Path, files: Mapping[str, str | bytes], message: str = "work", when: int = 1700000000
) -> str:
    """Writes and commits ``files``; returns the commit's id."""
    write(folder, files)
    git(folder, "add", "--all")
    date = f"{when} +0900"
    git(folder, "commit", "--quiet", "--message", message, GIT_AUTHOR_DATE=date, GIT_COMMITTER_DATE=date)
    return git(folder, "rev-parse", "HEAD")


def raw_object(folder: Path, kind: str, content: bytes) -> str:
    """Stores an object as it is, however odd; returns its id."""
    return git(folder, "hash-object", "-w", "-t", kind, "--literally", "--stdin", given=content)


def tree_object(folder: Path, entries: Iterable[tuple[str, bytes, str]]) -> str:
    """A tree of (mode, name, id), in that order and with those names."""
    content = b"".join(
        mode.encode() + b" " + name + b"\0" + bytes.fromhex(oid) for mode, name, oid in entries
    )
    return raw_object(folder, "tree", content)


def commit_of_tree(folder: Path, tree: str, message: bytes = b"made\n", author: bytes = b"A <a@b>") -> str:
    """A commit of ``tree`` that ``main`` stands on afterwards."""
    content = b"tree %s\nauthor %s 1700000000 +0000\ncommitter %s 1700000000 +0000\n\n%s" % (
        tree.encode(),
        author,
        author,
        message,
    )
    made = raw_object(folder, "commit", content)
    (folder / ".git" / "refs" / "heads").mkdir(exist_ok=True)
    (folder / ".git" / "refs" / "heads" / "main").write_text(f"{made}\n")
    return made


def opened(location: Path | str, tmp_path: Path, *, ref: str | None = None, worktree: bool = False, **more):
    """A snapshot; the cache is in ``tmp_path``."""
    return open_snapshot(str(location), ref=ref, worktree=worktree, cache_folder=tmp_path / "cache", **more)


def contents(snapshot) -> dict[str, bytes]:
    """What is read of all entries, by path."""
    return {entry.path: content for entry, content in snapshot.read(snapshot.entries)}

"""Branches and tags of a local repository, read by ourselves: git would also read its config.

Format: gitrepository-layout(5), ``packed-refs`` and one file a ref.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jobcoach.portfolio.source.beneath import folder_beneath, opened_folder, read_beneath, read_file_in
from jobcoach.portfolio.source.layout import GitFolder

_OBJECT_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PACKED = re.compile(rb"(?P<id>[0-9a-f]{40}(?:[0-9a-f]{24})?) (?P<name>refs/[^\n]+)")
_MOST_REFS = 20_000
_MOST_DEPTH = 20
_MOST_PACKED_BYTES = 16 << 20
_MOST_SHALLOW_BYTES = 4 << 20
_SYMBOLIC_STEPS = 5


@dataclass(frozen=True, slots=True)
class Refs:
    """``ids`` by full name (``refs/heads/main``).

    ``head_name`` is the full name of what HEAD stands on, None where it is
    detached; ``head_id`` is None where that branch has no commit yet.
    ``shallow`` are the commits whose parents were never fetched.
    """

    ids: Mapping[str, str]
    head_name: str | None
    head_id: str | None
    shallow: frozenset[str]


def read_refs(git: GitFolder) -> Refs:
    """What cannot be read, or is no ref, is left out."""
    with opened_folder(git.common_dir) as common, opened_folder(git.git_dir) as git_dir:
        ids = _packed(common)
        symbolic: dict[str, str] = {}
        for name, content in _loose(common):
            if _OBJECT_ID.fullmatch(content):
                ids[name] = content.decode()
            elif content.startswith(b"ref: refs/"):
                symbolic[name] = os.fsdecode(content[5:])
        for name, target in symbolic.items():
            if (found := _followed(target, ids, symbolic)) is not None:
                ids[name] = found
        head = (read_beneath(git_dir, [b"HEAD"], _MOST_DEPTH * 255) or b"").strip()
    cut = read_shallow(git.common_dir)
    if _OBJECT_ID.fullmatch(head):
        return Refs(ids, None, head.decode(), cut)
    head_name = os.fsdecode(head[5:]) if head.startswith(b"ref: refs/") else None
    return Refs(ids, head_name, ids.get(head_name or ""), cut)


def read_shallow(git_dir: Path) -> frozenset[str]:
    """The commits whose parents were never fetched."""
    try:
        with opened_folder(git_dir) as folder:
            content = read_beneath(folder, [b"shallow"], _MOST_SHALLOW_BYTES) or b""
    except OSError:
        return frozenset()
    return frozenset(line.decode() for line in content.split(b"\n") if _OBJECT_ID.fullmatch(line))


def find_ref(ref: str, ids: Mapping[str, str]) -> str | None:
    """The full name of a branch or tag, as git looks for it, but branches first."""
    wanted = (f"refs/heads/{ref}", f"refs/tags/{ref}", f"refs/remotes/{ref}", f"refs/remotes/origin/{ref}")
    return ref if ref in ids else next((name for name in wanted if name in ids), None)


def short_name(name: str) -> str:
    """``main`` for ``refs/heads/main`` and for ``refs/remotes/origin/main``."""
    for prefix in ("refs/heads/", "refs/tags/", "refs/remotes/origin/", "refs/remotes/"):
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    return name


def branches(ids: Mapping[str, str]) -> dict[str, str]:
    """Commit by branch: the local ones, and those of ``origin`` that are not among them."""
    found = {
        name.removeprefix("refs/remotes/origin/"): commit
        for name, commit in ids.items()
        if name.startswith("refs/remotes/origin/") and name != "refs/remotes/origin/HEAD"
    }
    local = {
        name.removeprefix("refs/heads/"): commit
        for name, commit in ids.items()
        if name.startswith("refs/heads/")
    }
    return dict(sorted((found | local).items()))


def _packed(common: int) -> dict[str, str]:
    content = read_beneath(common, [b"packed-refs"], _MOST_PACKED_BYTES) or b""
    ids: dict[str, str] = {}
    for line in content.split(b"\n"):
        if len(ids) >= _MOST_REFS:
            break
        if found := _PACKED.fullmatch(line):
            ids[os.fsdecode(found["name"])] = found["id"].decode()
    return ids


def _loose(common: int) -> Iterator[tuple[str, bytes]]:
    """Full name and content of every file beneath ``refs``; no symlink is followed."""
    seen = 0
    waiting: list[tuple[bytes, ...]] = [(b"refs",)]
    while waiting:
        parts = waiting.pop()
        try:
            with folder_beneath(common, parts) as folder:
                names = sorted(os.fsencode(name) for name in os.listdir(folder))  # noqa: PTH208 (a descriptor)
                for name in names:
                    seen += 1
                    if seen > _MOST_REFS:
                        return
                    try:
                        content = read_file_in(folder, name, 1024).strip()
                    except OSError:
                        if len(parts) < _MOST_DEPTH:
                            waiting.append((*parts, name))
                    else:
                        yield os.fsdecode(b"/".join((*parts, name))), content
        except OSError:
            continue


def _followed(target: str, ids: Mapping[str, str], symbolic: Mapping[str, str]) -> str | None:
    for _ in range(_SYMBOLIC_STEPS):
        if target in ids:
            return ids[target]
        target = symbolic.get(target, "")
    return None

"""Every file of a snapshot with its class, and which of them are read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.inventory.content import LFS_POINTER_BYTES_MOST, is_lfs_pointer
from jobcoach.portfolio.inventory.decode import decode
from jobcoach.portfolio.inventory.file_info import FileClass, FileInfo, Skip
from jobcoach.portfolio.inventory.git_attributes import GitAttributes, read_attributes
from jobcoach.portfolio.secrets.names import places_of_secrets
from jobcoach.portfolio.source.snapshot import Entry, Snapshot

READ_CLASSES: frozenset[FileClass] = frozenset({"source", "test", "config", "doc", "notebook"})
"""The classes whose contents are looked at."""

_MOST_ATTRIBUTE_FILES = 50
_MOST_ATTRIBUTE_BYTES = 64 << 10
_MOST_POINTERS = 2000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read. A portfolio is far below; what is beyond is counted, and named in the coverage."""

    files: int = 100_000
    total_bytes: int = 512 << 20
    file_bytes: int = 1 << 20
    notebook_bytes: int = 8 << 20


@dataclass(frozen=True, slots=True)
class Inventory:
    """All files by path; ``to_read`` are those whose contents count, ``skipped`` says why not."""

    files: tuple[FileInfo, ...]
    to_read: tuple[FileInfo, ...]
    skipped: tuple[Skip, ...]


DEFAULT_LIMITS = Limits()


def take_inventory(snapshot: Snapshot, limits: Limits = DEFAULT_LIMITS) -> Inventory:
    """Classes by path, ``.gitattributes`` and LFS pointers; no other content is read.

    Reasons of ``skipped``: a class (``binary``, ``lfs``, ``generated``, ``vendored``, ``data``,
    ``submodule``), ``symlink``, ``secret-in-name`` (a report names its files), ``too-large``,
    ``too-many-files``, ``too-many-bytes``.
    """
    entries = sorted(snapshot.entries, key=lambda entry: entry.raw_path)
    reasons: Counter[str] = Counter({"too-many-files": max(0, len(entries) - limits.files)})
    kept = entries[: limits.files]
    secret = places_of_secrets([entry.path for entry in kept])
    reasons["secret-in-name"] = len(secret)
    kept = [entry for place, entry in enumerate(kept) if place not in secret]
    reasons["symlink"] = sum(entry.mode == "symlink" for entry in kept)
    attributes = _attributes(snapshot, kept)
    files = [classify(entry, attributes) for entry in kept if entry.mode != "symlink"]
    files = _with_pointers(snapshot, files)
    to_read = tuple(_readable(files, limits, reasons))
    skipped = tuple(Skip(reason, count) for reason, count in sorted(reasons.items()) if count)
    return Inventory(tuple(files), to_read, skipped)


def _readable(files: Iterable[FileInfo], limits: Limits, reasons: Counter[str]) -> Iterator[FileInfo]:
    total = 0
    for info in files:
        size = info.entry.size_bytes
        if info.file_class not in READ_CLASSES:
            reasons[info.file_class] += 1
        elif size > (limits.notebook_bytes if info.file_class == "notebook" else limits.file_bytes):
            reasons["too-large"] += 1
        elif total + size > limits.total_bytes:
            reasons["too-many-bytes"] += 1
        else:
            total += max(size, 0)
            yield info


def _attributes(snapshot: Snapshot, entries: Iterable[Entry]) -> GitAttributes:
    found = [
        entry
        for entry in entries
        if entry.path.rpartition("/")[2] == ".gitattributes"
        and entry.mode in ("file", "executable")
        and entry.size_bytes <= _MOST_ATTRIBUTE_BYTES
    ]
    # The root's first, so that a folder's own word comes later and counts more.
    found.sort(key=lambda entry: (entry.path.count("/"), entry.path))
    texts = []
    for entry, data in snapshot.read(found[:_MOST_ATTRIBUTE_FILES]):
        decoded = decode(data)
        if decoded is not None:
            texts.append((entry.path.rpartition("/")[0], decoded[0]))
    return read_attributes(texts)


def _with_pointers(snapshot: Snapshot, files: list[FileInfo]) -> list[FileInfo]:
    """Pictures and archives of a pointer's size are looked into; texts are when they are read."""
    suspects = [
        info.entry
        for info in files
        if info.file_class in ("binary", "data") and 0 < info.entry.size_bytes < LFS_POINTER_BYTES_MOST
    ]
    pointers = {
        entry.raw_path for entry, data in snapshot.read(suspects[:_MOST_POINTERS]) if is_lfs_pointer(data)
    }
    if not pointers:
        return files
    return [replace(info, file_class="lfs") if info.entry.raw_path in pointers else info for info in files]

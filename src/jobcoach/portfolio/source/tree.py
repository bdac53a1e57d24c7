"""The files of a commit: ``git ls-tree``, streamed, with an end to everything."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jobcoach.portfolio.source.fields import nul_fields
from jobcoach.portfolio.source.git import GitFailed, GitProcess
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.snapshot import Entry, Mode
from jobcoach.text import nfc

_RECORD = re.compile(
    rb"(?P<mode>[0-7]{6}) (?:blob|commit) (?P<blob>[0-9a-f]{40,64}) +(?P<size>\d+|-|BAD)\t(?P<path>.+)",
    re.DOTALL,
)
_MODES: Mapping[bytes, Mode] = {b"120": "symlink", b"160": "submodule"}
_LONGEST_RECORD = 1 << 20


@dataclass(frozen=True, slots=True)
class Listing:
    """``entries`` in the order of their bytes; ``notes`` say what is not among them."""

    entries: tuple[Entry, ...]
    notes: tuple[str, ...]


def list_tree(commit: str, environment: Mapping[str, str], limits: Limits = LIMITS) -> Listing:
    """All files of ``commit``, whose contents need not be there."""
    arguments = ("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
    with GitProcess(arguments, environment, seconds=limits.read_seconds) as process:
        listing = gather(_records(nul_fields(process.stdout, _LONGEST_RECORD), limits), limits)
        if "too_many_files" in listing.notes:
            return listing
        try:
            process.finish()
        except GitFailed as failure:
            # A tree nested without end breaks git's stack; a lost one is told by a code.
            note = "too_deep" if failure.code < 0 else "objects_missing"
            return Listing(listing.entries, (*listing.notes, note))
    return listing


def gather(found: Iterable[Entry | str], limits: Limits) -> Listing:
    """Entries and notes apart, each path once, until there are too many of them or of their bytes."""
    entries: dict[str, Entry] = {}
    notes: set[str] = set()
    total_bytes = 0
    for entry in found:
        if isinstance(entry, str):
            notes.add(entry)
        elif entry.path in entries:
            notes.add("strange_paths")
        elif len(entries) >= limits.files:
            notes.add("too_many_files")
            break
        else:
            readable = entry.size_bytes if is_readable(entry, limits) else 0
            total_bytes += readable
            if total_bytes > limits.total_bytes:
                notes.add("too_many_bytes")
                break
            entries[entry.path] = entry
    ordered = tuple(sorted(entries.values(), key=lambda entry: entry.raw_path))
    if ordered and all(entry.mode == "submodule" for entry in ordered):
        notes.add("only_submodules")
    return Listing(ordered, tuple(sorted(notes)))


def is_readable(entry: Entry, limits: Limits = LIMITS) -> bool:
    """Whether a snapshot reads it: a file that is not too large."""
    return entry.mode in ("file", "executable") and entry.size_bytes < limits.file_bytes


def entry_path(raw_path: bytes) -> str:
    """The path as text: NFC, bytes that are no UTF-8 as surrogate escapes."""
    return nfc(raw_path.decode("utf-8", "surrogateescape"))


def path_note(raw_path: bytes, limits: Limits) -> str | None:
    """Why a path is left out, None where it is not."""
    parts = raw_path.split(b"/")
    if len(parts) > limits.depth or len(raw_path) > limits.path_bytes:
        return "too_deep"
    return "strange_paths" if any(part in (b"", b".", b"..") for part in parts) else None


def _records(fields: Iterator[bytes], limits: Limits) -> Iterator[Entry | str]:
    for field in fields:
        found = _RECORD.fullmatch(field)
        if found is None:
            yield "strange_paths"
            continue
        if note := path_note(found["path"], limits):
            yield note
            continue
        mode: Mode = _MODES.get(found["mode"][:3]) or (
            "executable" if int(found["mode"], 8) & 0o111 else "file"
        )
        # "BAD": left out by the server, since it is large.
        size = (
            int(found["size"])
            if found["size"].isdigit()
            else (0 if mode == "submodule" else limits.file_bytes)
        )
        yield Entry(entry_path(found["path"]), found["path"], mode, found["blob"].decode(), size)

"""Contents by object id: ``git cat-file --batch``, one content at a time in memory."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from jobcoach.portfolio.source.git import GitProcess
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.snapshot import Entry
from jobcoach.portfolio.source.tree import is_readable

# Ids asked at once: fewer bytes than a pipe holds, so that git and we never wait for each other.
_AT_ONCE = 64
_MOST_RESTARTS = 100
_LONGEST_HEADER = 256


def read_contents(
    entries: Sequence[Entry], environment: Mapping[str, str], limits: Limits = LIMITS
) -> Iterator[tuple[Entry, bytes]]:
    """The contents in the order of ``entries``, without what is missing, damaged, too large or no file."""
    waiting = [entry for entry in entries if is_readable(entry, limits)]
    for _ in range(_MOST_RESTARTS):
        done = 0
        for entry, content in _read(waiting, environment, limits):
            done += 1
            if content is not None:
                yield entry, content
        if done >= len(waiting):
            return
        waiting = waiting[done + 1 :]  # git ends at a damaged object: go on behind it


def _read(
    entries: Sequence[Entry], environment: Mapping[str, str], limits: Limits
) -> Iterator[tuple[Entry, bytes | None]]:
    """Content, or None if it is not there, by entry; ends early where git does."""
    if not entries:
        return
    with GitProcess(("cat-file", "--batch"), environment, seconds=limits.read_seconds) as process:
        remaining = iter(entries)
        while asked := list(islice(remaining, _AT_ONCE)):
            try:
                process.stdin.write("".join(f"{entry.blob}\n" for entry in asked).encode())
                process.stdin.flush()
            except BrokenPipeError:
                return
            for entry in asked:
                header = process.stdout.readline(_LONGEST_HEADER).split()
                if not header:
                    return
                if len(header) != 3 or not header[2].isdigit():
                    yield entry, None
                    continue
                size = int(header[2])
                if size > limits.file_bytes:
                    return
                content = process.stdout.read(size)
                if len(content) < size or process.stdout.read(1) != b"\n":
                    return
                yield entry, content if header[1] == b"blob" else None

"""Waiting for a saved file, by looking: needs no library and works on every file system."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

POLL_SECONDS = 0.3
_READ_AT_MOST = 1 << 20  # more than any problem takes
_GONE = (0, 0)

# (modification time, size, digest); None for a file that is not there.
Fingerprint = tuple[int, int, str] | None


class WatchedFiles:
    """The files of a run as they were last seen."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._seen: dict[Path, Fingerprint] = {file: fingerprint(file, None) for file in files}

    @property
    def files(self) -> Mapping[Path, Fingerprint]:
        """What was last seen of each."""
        return self._seen

    def wait(self, sleep: Callable[[float], None], gone: Callable[[Path], None]) -> list[Path]:
        """Return the files whose content has changed, once one has and all writing has paused.

        ``gone`` is told once of a file that vanished: many editors remove the
        old file before they put the new one in its place.
        """
        changed: set[Path] = set()
        while True:
            sleep(POLL_SECONDS)
            now = self._changed_since_last_look(gone)
            if changed and not now:
                return sorted(changed)
            changed |= now

    def _changed_since_last_look(self, gone: Callable[[Path], None]) -> set[Path]:
        changed = set()
        for file, before in self._seen.items():
            after = fingerprint(file, before)
            if after is None and before is not None and before[:2] != _GONE:
                gone(file)
            if after is not None and (before is None or after[2] != before[2]):
                changed.add(file)
            # A file that is gone keeps its digest, so that its return alone is no change.
            self._seen[file] = after or ((*_GONE, before[2]) if before is not None else None)
        return changed


def fingerprint(file: Path, before: Fingerprint) -> Fingerprint:
    """What the file looks like; its content is read only if its time or size changed."""
    try:
        status = file.stat()
        if before is not None and (status.st_mtime_ns, status.st_size) == before[:2]:
            return before
        with file.open("rb") as opened:
            digest = hashlib.sha256(opened.read(_READ_AT_MOST)).hexdigest()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, digest

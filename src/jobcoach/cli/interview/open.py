"""Which interviews are open in a process that runs, so that nobody takes them up in another window."""

import fcntl
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.store import Store

_FILE = "interviews.lock"
_LATEST_MAX = 100


class OpenInterviews:
    """One locked byte of a file for each open interview; a lock ends with its process, however that ends.

    Without the file (a disk that cannot be written) every interview counts as free.
    """

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def hold(self, interview_id: str) -> bool:
        """Mark the interview as open here until this process ends; False if it is open in another."""
        if self._descriptor is None:
            return True
        try:
            fcntl.lockf(
                self._descriptor,
                fcntl.LOCK_EX | fcntl.LOCK_NB,
                1,
                zlib.crc32(interview_id.encode()),
                os.SEEK_SET,
            )
        except (BlockingIOError, PermissionError):  # POSIX lets a system say either
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def hold_latest(self, store: Store) -> str | None:
        """The ID of the latest unfinished interview that is open nowhere else; None if all are finished.

        Raises InputError if the unfinished ones are all open.
        """
        unfinished = [each for each in store.interviews.latest(_LATEST_MAX) if each.status != "finished"]
        for record in unfinished:
            if self.hold(record.id):
                return record.id
        if unfinished:
            raise InputError(
                "there is no interview to resume",
                why="those that are not finished are open in another window",
                mend=f"go on there, or take it over: jobcoach interview --resume {unfinished[0].id}",
            )
        return None


@contextmanager
def open_interviews(folder: Path) -> Iterator[OpenInterviews]:
    """The interviews of the store in this folder; what is held is free again afterwards."""
    try:
        descriptor = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield OpenInterviews(None)
        return
    try:
        yield OpenInterviews(descriptor)
    finally:
        os.close(descriptor)

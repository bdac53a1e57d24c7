"""Running beside others, or alone: a TLE that may be the neighbours' fault is run again alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Machine:
    """A lock that many may share and one may have alone; who wants it alone goes first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._sharing = 0
        self._alone = False
        self._waiting = 0

    @property
    def is_wanted_alone(self) -> bool:
        """Whether somebody waits for the others to leave."""
        return self._waiting > 0

    @contextmanager
    def shared(self) -> Iterator[None]:
        """For the time that a submission's tests run."""
        with self._changed:
            while self._alone or self._waiting:
                self._changed.wait()
            self._sharing += 1
        try:
            yield
        finally:
            with self._changed:
                self._sharing -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """For one run that nothing of ours disturbs. Not while sharing."""
        with self._changed:
            self._waiting += 1
            while self._alone or self._sharing:
                self._changed.wait()
            self._waiting -= 1
            self._alone = True
        try:
            yield
        finally:
            with self._changed:
                self._alone = False
                self._changed.notify_all()

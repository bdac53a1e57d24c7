"""Connections to one engine, each lent to one thread at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import docker

from jobcoach.judge.sandbox.engine import connect


class Clients:
    """Keeps what was lent for the next one: connecting takes two requests, and what
    a thread keeps for itself stays open after the thread."""

    def __init__(self, docker_host: str | None) -> None:
        self._host = docker_host
        self._lock = threading.Lock()
        self._idle: list[docker.APIClient] = []
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[docker.APIClient]:
        """A client for the time of the block. Raises EnvironmentMissing."""
        with self._lock:
            client = self._idle.pop() if self._idle else None
        client = client or connect(self._host)
        try:
            yield client
        except BaseException:
            client.close()  # something may still be on its way in it
            raise
        with self._lock:
            if not self._closed:
                self._idle.append(client)
                return
        client.close()

    def close(self) -> None:
        """Closes those that are not lent now, and the others when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for client in idle:
            client.close()

"""A limit to what one exchange with a server may take by the clock on the wall. Importing it costs httpx.

A timeout begins anew with each byte: a server that sends one now and then, be it of the
handshake, of a header or of the reply, would hold the candidate for days.
"""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeVar

import httpcore
import httpx

_WRITTEN_BYTES = 16 << 10  # at once: the system takes that much or nothing
_T = TypeVar("_T")
_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


class EndlessReply(httpx.TransportError):
    """The reply went on beyond what a reply can be."""


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """What this thread exchanges by a ``DeadlineTransport`` meanwhile ends in EndlessReply after that."""
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


class DeadlineTransport(httpx.HTTPTransport):
    """The transport of httpx, with every wait on the network cut short by the deadline."""

    def __init__(self, *, verify: ssl.SSLContext, proxy: str | None) -> None:
        super().__init__(verify=verify, proxy=proxy, trust_env=False)
        # httpx has no door for it. Without these names we are back to its limits for each byte.
        pool = getattr(self, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore.NetworkBackend):
            setattr(pool, "_network_backend", _Backend(backend))  # noqa: B010 (a name that is not ours)


class _Backend(httpcore.NetworkBackend):
    """Opens connections whose every wait ends with the deadline."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        def wait(seconds: float | None) -> httpcore.NetworkStream:
            return self._backend.connect_tcp(host, port, seconds, local_address, socket_options)

        return _Stream(_waited(wait, timeout))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return _waited(partial(self._stream.read, max_bytes), timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _WRITTEN_BYTES):
            _waited(partial(self._stream.write, buffer[start : start + _WRITTEN_BYTES]), timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(_waited(partial(self._stream.start_tls, ssl_context, server_hostname), timeout))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 (it is whatever was asked for)
        return self._stream.get_extra_info(info)


def _waited(wait: Callable[[float | None], _T], timeout: float | None) -> _T:
    """What comes within ``timeout`` seconds and before the deadline. Raises EndlessReply after it."""
    deadline = _deadline.get()
    if deadline is None:
        return wait(timeout)
    left = deadline - time.monotonic()
    if left > 0:
        try:
            return wait(left if timeout is None else min(timeout, left))
        except httpcore.TimeoutException:
            if time.monotonic() < deadline:
                raise
    raise EndlessReply("the reply has no end")

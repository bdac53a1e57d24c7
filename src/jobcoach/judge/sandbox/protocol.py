"""The host's side of ``runner/protocol.h``: frames as bytes, and back.

A frame is an 8-byte header (type, three zero bytes, payload length as
little-endian u32) and at most 64 KiB of payload.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

FRAME_MAX = 64 * 1024
VERSION = 1

_HEADER = struct.Struct("<BxxxI")
_RUN = struct.Struct("<BBBxIQQQQQQQHH")
_RESULT = struct.Struct("<BBxxiQQQQ")
_HELLO = struct.Struct("<II")
_MODE = struct.Struct("<I")


class ProtocolError(Exception):
    """The other side did not speak the protocol; the container is not to be trusted further."""


class Ending(IntEnum):
    """How a program ended, as ``enum ending`` in the runner."""

    EXITED = 0
    SIGNALED = 1
    CPU = 2
    WALL = 3
    OUTPUT = 4
    MEMORY = 5
    FAULT = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """``kind`` is one lower-case letter, see ``enum runner_frame``."""

    kind: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class RunOrder:
    """A program to run in the box, as the runner takes it (times in nanoseconds)."""

    argv: Sequence[str]
    env: Sequence[str]
    cwd: str
    collect: str
    by_candidate: bool
    live_input: bool
    fork_server: bool
    processes: int
    cpu_ns: int
    wall_ns: int
    output_bytes: int
    stderr_bytes: int
    file_bytes: int
    stack_bytes: int
    collect_bytes: int


@dataclass(frozen=True, slots=True)
class RunReport:
    """The end of a run, as the runner tells it; ``code`` is exit status, signal or errno."""

    ending: Ending
    dirty: bool
    code: int
    cpu_ns: int
    wall_ns: int
    memory_bytes: int
    output_bytes: int


def frame(kind: str, payload: bytes = b"") -> bytes:
    """One frame to the runner. Raises ValueError over 64 KiB."""
    if len(payload) > FRAME_MAX:
        raise ValueError("payload over 64 KiB")
    return _HEADER.pack(ord(kind), len(payload)) + payload


def data_frames(content: bytes) -> Iterator[bytes]:
    """``content`` as DATA frames, without the END."""
    view = memoryview(content)
    for start in range(0, len(view), FRAME_MAX):
        yield frame("D", bytes(view[start : start + FRAME_MAX]))


def file_frames(name: str, pieces: Iterable[bytes], mode: int) -> Iterator[bytes]:
    """A file for the box; ``name`` is relative to its root."""
    yield frame("F", _MODE.pack(mode) + name.encode("utf-8", "surrogateescape"))
    for piece in pieces:
        yield from data_frames(piece)
    yield frame("E")


def run_frame(order: RunOrder) -> bytes:
    """The RUN frame; the input follows as DATA frames and END."""
    return frame("R", _order_payload(order))


def fork_server_frame(order: RunOrder) -> bytes:
    """The order to start a fork server; an END follows."""
    return frame("S", _order_payload(order))


def _order_payload(order: RunOrder) -> bytes:
    header = _RUN.pack(
        order.by_candidate,
        order.live_input,
        order.fork_server,
        order.processes,
        order.cpu_ns,
        order.wall_ns,
        order.output_bytes,
        order.stderr_bytes,
        order.file_bytes,
        order.stack_bytes,
        order.collect_bytes,
        len(order.argv),
        len(order.env),
    )
    texts = [order.cwd, order.collect, *order.argv, *order.env]
    encoded = [text.encode("utf-8", "surrogateescape") for text in texts]
    if any(b"\0" in text for text in encoded):
        raise ValueError("NUL in an argument")
    return header + b"".join(text + b"\0" for text in encoded)


def read_report(payload: bytes) -> RunReport:
    """The RESULT frame's payload. Raises ProtocolError on any other shape."""
    try:
        ending, dirty, code, cpu, wall, memory, output = _RESULT.unpack(payload)
        return RunReport(Ending(ending), bool(dirty), code, cpu, wall, memory, output)
    except (struct.error, ValueError) as error:
        raise ProtocolError(f"bad result: {error}") from error


def read_hello(payload: bytes) -> int:
    """The container's cgroup version, 1 or 2.

    Raises ProtocolError, also for a container without counters: no processor
    time would be seen in it, and nothing be too slow.
    """
    if len(payload) != _HELLO.size:
        raise ProtocolError("bad greeting")
    version, cgroup_version = _HELLO.unpack(payload)
    if version != VERSION:
        raise ProtocolError(f"runner speaks version {version}, not {VERSION}")
    if cgroup_version not in (1, 2):
        raise ProtocolError("the engine keeps no account of processor time and memory (cgroups)")
    return int(cgroup_version)


def read_file_header(payload: bytes) -> tuple[str, int]:
    """Name and mode of a file that the runner sends."""
    if len(payload) <= _MODE.size:
        raise ProtocolError("bad file header")
    (mode,) = _MODE.unpack_from(payload)
    return payload[_MODE.size :].decode("utf-8", "surrogateescape"), mode


class FrameParser:
    """Cuts a byte stream into frames, however it arrives in pieces."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> Iterator[Frame]:
        """The frames that are whole now. Raises ProtocolError on an oversized one."""
        self._buffer += piece
        start = 0
        while len(self._buffer) - start >= _HEADER.size:
            kind, size = _HEADER.unpack_from(self._buffer, start)
            if size > FRAME_MAX:
                raise ProtocolError("frame over 64 KiB")
            end = start + _HEADER.size + size
            if len(self._buffer) < end:
                break
            yield Frame(chr(kind), bytes(self._buffer[start + _HEADER.size : end]))
            start = end
        del self._buffer[:start]

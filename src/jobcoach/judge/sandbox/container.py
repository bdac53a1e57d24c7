"""One hardened container and the conversation with the runner inside it."""

import os
import queue
import select
import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import docker
from docker.errors import APIError

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.sandbox import protocol
from jobcoach.judge.sandbox.backlog import Backlog
from jobcoach.judge.sandbox.box import (
    BoxFile,
    BoxLost,
    BoxSpec,
    HostFile,
    Outcome,
    OutputSink,
    Program,
    Run,
)
from jobcoach.judge.sandbox.clients import Clients
from jobcoach.judge.sandbox.engine import ENGINE_FAULTS, engine_faults
from jobcoach.judge.sandbox.hardening import container_bytes
from jobcoach.judge.sandbox.orders import joined, pieces_of, run_frames, run_order
from jobcoach.judge.sandbox.protocol import Frame, FrameParser, ProtocolError

# Beyond a run's own wall limit: the engine may be slow, but a hung one is no verdict.
GRACE_SECONDS = 60.0
START_SECONDS = 60.0
_LONGEST_POLL_MS = (1 << 31) - 1  # a C int
_STREAM = struct.Struct(">BxxxI")  # the engine's own framing of an attached stream


class ContainerBox:
    """A started container (see ``box.Box``). One thread at a time may wait for outcomes."""

    def __init__(self, clients: Clients, container: str) -> None:
        self._clients = clients
        self.container = container
        self._began = int(time.time())
        self._parser = FrameParser()
        self._frames: deque[Frame] = deque()
        self._raw = bytearray()
        self._said = bytearray()
        self._runs: deque[Run] = deque()
        self._unfinished = 0
        self._aborted = False
        self._outgoing: queue.SimpleQueue[Iterable[bytes] | None] = queue.SimpleQueue()
        with clients.lend() as client, engine_faults("start a container"):
            self._socket = _attached(client, container)
            client.start(container)
        self._unwritten: Exception | None = None
        self._writer = threading.Thread(target=self._write, daemon=True)
        self._writer.start()
        try:
            self.cgroup_version = self._greeted()
        except BaseException:
            self.close()
            raise

    def install(self, files: Iterable[BoxFile | HostFile]) -> None:
        for file in files:
            if isinstance(file, HostFile):
                self._outgoing.put(protocol.file_frames(file.name, pieces_of(file.path), 0o644))
            else:
                mode = 0o755 if file.executable else 0o644
                self._outgoing.put(protocol.file_frames(file.name, [file.content], mode))

    def start_fork_server(self, program: Program) -> None:
        order = run_order(program, live=False)
        self._outgoing.put([protocol.fork_server_frame(order), protocol.frame("E")])

    def submit(self, run: Run) -> None:
        self._runs.append(run)
        self._unfinished += 1
        self._outgoing.put(run_frames(run))

    def next_outcome(self) -> Outcome:
        run = self._runs.popleft()
        return self._collect(run.program, run.sink, None)

    def start_live(
        self, program: Program, sink: OutputSink, on_end: Callable[[], None] = lambda: None
    ) -> "ContainerLiveRun":
        self._unfinished += 1
        self._outgoing.put([protocol.run_frame(run_order(program, live=True))])
        return ContainerLiveRun(self, program, sink, on_end)

    def limit_memory(self, spec: BoxSpec) -> None:
        """Lowers the container's memory from what compiling needed to what running may have."""
        size = container_bytes(spec)
        with self._clients.lend() as client, engine_faults("lower a container's memory"):
            try:
                client.update_container(self.container, mem_limit=size, memswap_limit=size)
            except APIError as refused:
                if "memory limit" not in str(refused.explanation):
                    raise
                # With cgroup version 2 it would not be refused: the OOM killer would come.
                raise BoxLost("what was built does not fit into memory", out_of_memory=True) from refused

    def close(self) -> None:
        """Ends the runner through the end of its input; the engine then removes the container."""
        self.abort()
        self._socket.close()
        if self._unfinished:
            # The engine first passes on the input that it has, and the runs would go on meanwhile.
            with suppress(EnvironmentMissing, *ENGINE_FAULTS), self._clients.lend() as client:
                client.kill(self.container)

    def abort(self) -> None:
        """Has whoever uses the box in another thread get BoxLost. It does not close the
        connection: its number would go to the next one, and the other thread wait for that."""
        self._aborted = True
        self._outgoing.put(None)
        with suppress(OSError):  # already ended by the other side
            self._socket.shutdown(socket.SHUT_RDWR)

    def send_frames(self, frames: Iterable[bytes]) -> None:
        """Queues frames for the runner; returns at once."""
        self._outgoing.put(frames)

    def collect_live(self, program: Program, sink: OutputSink, live: "ContainerLiveRun") -> Outcome:
        """Waits for the end of a live run."""
        return self._collect(program, sink, live)

    def _write(self) -> None:
        """Own thread: a program that does not read must not keep us from reading its output."""
        while (frames := self._outgoing.get()) is not None:
            try:
                for batch in joined(frames):
                    self._socket.sendall(batch)
            except ConnectionError:
                return  # the reader sees the same end and tells it
            except (OSError, ValueError) as error:  # an unreadable file, or an order that is too long
                self._unwritten = error
                with suppress(OSError):  # the reader must not wait for what cannot come
                    self._socket.shutdown(socket.SHUT_RDWR)
                return

    def _collect(self, program: Program, sink: OutputSink, live: "ContainerLiveRun | None") -> Outcome:
        files = _FileCollector()
        stderr = bytearray()
        patience = program.limits.wall_seconds * 10 + GRACE_SECONDS
        while True:
            frame = self._next_frame(patience)
            if frame.kind == "o":
                if frame.payload or live is None:
                    sink(frame.payload)
                else:
                    live.output_ended()
            elif frame.kind == "e":
                stderr += frame.payload
            elif frame.kind in "fdn":
                files.take(frame)
            elif frame.kind == "q" and live is not None:
                live.ended()
            elif frame.kind == "x":
                self._unfinished -= 1
                return _outcome(protocol.read_report(frame.payload), bytes(stderr), files.done())
            else:
                raise BoxLost(f"the runner sent an unexpected frame {frame.kind!r}")

    def _greeted(self) -> int:
        frame = self._next_frame(START_SECONDS)
        if frame.kind != "h":
            raise BoxLost(f"the runner sent {frame.kind!r} instead of a greeting")
        try:
            return protocol.read_hello(frame.payload)
        except ProtocolError as error:
            raise BoxLost(str(error)) from error

    def _next_frame(self, seconds: float) -> Frame:
        while not self._frames:
            try:
                if not _readable_within(self._socket, seconds):
                    raise BoxLost(f"the container was silent for {seconds:.0f} s")
                piece = self._socket.recv(256 * 1024)
            except (OSError, ValueError) as error:  # ValueError: closed by another thread
                raise BoxLost(f"the connection to the container broke: {error}") from error
            if not piece:
                raise self._lost()
            try:
                self._take(piece)
            except ProtocolError as error:
                raise BoxLost(f"the runner broke the protocol: {error}") from error
        return self._frames.popleft()

    def _take(self, piece: bytes) -> None:
        self._raw += piece
        start = 0
        while len(self._raw) - start >= _STREAM.size:
            stream, size = _STREAM.unpack_from(self._raw, start)
            end = start + _STREAM.size + size
            if len(self._raw) < end:
                break
            content = bytes(self._raw[start + _STREAM.size : end])
            if stream == 1:
                self._frames.extend(self._parser.feed(content))
            elif len(self._said) < 1000:
                self._said += content
            start = end
        del self._raw[:start]

    def _lost(self) -> BoxLost:
        if self._aborted:
            return BoxLost("judging was stopped")
        # Looked at first: a program that fills the memory with files, and volunteers less
        # than it should, has the OOM killer take the fork server or the runner.
        if self._ran_out_of_memory():
            return BoxLost("the container ran out of memory", out_of_memory=True)
        if said := self._said.decode("utf-8", "replace").strip():
            return BoxLost(f"the runner gave up: {said}")
        if self._unwritten is not None:
            return BoxLost(f"not all could be sent into the container: {self._unwritten}")
        return BoxLost("the container ended by itself")

    def _ran_out_of_memory(self) -> bool:
        """Whether the kernel's OOM killer struck here; the container itself is gone already."""
        try:
            with self._clients.lend() as client:
                struck: Any = client.events(
                    since=self._began,
                    until=int(time.time()) + 1,
                    filters={"container": self.container, "event": "oom"},
                    decode=True,
                )
                return any([True for _ in struck])  # noqa: C419 - to the end: the client is used again
        except (EnvironmentMissing, *ENGINE_FAULTS):
            return False


class ContainerLiveRun:
    """A program in a container that is fed while it runs (see ``box.LiveRun``)."""

    def __init__(
        self, box: ContainerBox, program: Program, sink: OutputSink, on_end: Callable[[], None]
    ) -> None:
        self._box = box
        self._program = program
        self._sink = sink
        self._on_end = on_end
        self._output_ended = False
        self._open = True
        self._lock = threading.Lock()
        self._backlog = Backlog()

    def send(self, piece: bytes) -> None:
        with self._lock:
            if self._open and self._backlog.add(piece):
                self._box.send_frames(self._backlog.frames())

    def close_input(self) -> None:
        with self._lock:
            if self._open:
                self._open = False
                self._box.send_frames([protocol.frame("E")])

    def ended(self) -> None:
        """The program is gone, and with it the rest of its output."""
        self._on_end()
        self.output_ended()
        self.close_input()

    def output_ended(self) -> None:
        """Tells so once."""
        if not self._output_ended:
            self._output_ended = True
            self._sink(b"")

    def stop(self) -> None:
        self._box.abort()

    def outcome(self) -> Outcome:
        try:
            return self._box.collect_live(self._program, self._sink, self)
        finally:
            self._backlog.close()


class _FileCollector:
    """Puts the files that the runner sends together again."""

    def __init__(self) -> None:
        self._files: list[BoxFile] = []
        self._name, self._mode = "", 0
        self._content = bytearray()

    def take(self, frame: Frame) -> None:
        if frame.kind == "f":
            self._name, self._mode = protocol.read_file_header(frame.payload)
            self._content = bytearray()
        elif frame.kind == "d":
            self._content += frame.payload
        else:
            self._files.append(BoxFile(self._name, bytes(self._content), bool(self._mode & 0o100)))

    def done(self) -> tuple[BoxFile, ...]:
        return tuple(sorted(self._files, key=lambda file: file.name))


def _attached(client: docker.APIClient, container: str) -> socket.socket:
    """The connection to a container's streams, as a socket of our own.

    The one that the client gives away belongs to an HTTP response, and stays open
    as long as that one lives.
    """
    parameters = {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
    attached: Any = client.attach_socket(container, params=parameters)
    theirs = getattr(attached, "_sock", attached)
    ours = socket.socket(fileno=os.dup(theirs.fileno()))
    ours.setblocking(True)
    getattr(attached, "_response", attached).close()
    theirs.close()
    return ours


def _readable_within(connection: socket.socket, seconds: float) -> bool:
    """Not by select(): with many jobs a descriptor's number goes beyond its 1023."""
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(min(seconds * 1000, _LONGEST_POLL_MS)))


def _outcome(report: protocol.RunReport, stderr: bytes, files: tuple[BoxFile, ...]) -> Outcome:
    return Outcome(
        ending=report.ending,
        code=report.code,
        cpu_seconds=report.cpu_ns / 1e9,
        wall_seconds=report.wall_ns / 1e9,
        memory_bytes=report.memory_bytes,
        stderr=stderr,
        files=files,
        dirty=report.dirty,
    )

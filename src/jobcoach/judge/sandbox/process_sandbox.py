"""Plain processes in a temporary folder, for one's own code where there is no Docker.

Nothing here holds hostile code back: limits on time, output and file size
are kept, memory is looked at, and that is all. Every result is marked.
"""

import os
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import IO

from jobcoach.judge.sandbox.box import BoxFile, BoxSpec, HostFile, Outcome, OutputSink, Program, Run
from jobcoach.judge.sandbox.protocol import Ending

POLL_SECONDS = 0.01
PIECE_BYTES = 64 * 1024


class ProcessSandbox:
    """See ``box.Sandbox``; there are no images and no fork server."""

    kind = "process"

    def image_digest(self, language_id: str) -> str:  # noqa: ARG002 - the protocol's signature
        return ""

    def has_fork_server(self, language_id: str) -> bool:  # noqa: ARG002
        return False

    def expect(self, specs: Iterable[BoxSpec]) -> None:
        """A folder is made at once when it is needed."""

    @contextmanager
    def open(self, spec: BoxSpec) -> Iterator["ProcessBox"]:  # noqa: ARG002
        box = ProcessBox(Path(tempfile.mkdtemp(prefix="jobcoach-box-")))
        try:
            yield box
        finally:
            box.close()


class ProcessBox:
    """A folder in which programs are run one after the other (see ``box.Box``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._runs: deque[Run] = deque()

    def install(self, files: Iterable[BoxFile | HostFile]) -> None:
        for file in files:
            target = self._folder / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            if isinstance(file, HostFile):
                shutil.copyfile(file.path, target)
            else:
                target.write_bytes(file.content)
                target.chmod(0o755 if file.executable else 0o644)

    def start_fork_server(self, program: Program) -> None:
        """There is none: every run starts its interpreter."""

    def limit_memory(self, spec: BoxSpec) -> None:
        """Nothing to lower: memory is looked at run by run."""

    def submit(self, run: Run) -> None:
        self._runs.append(run)

    def next_outcome(self) -> Outcome:
        run = self._runs.popleft()
        with _opened(run.stdin) as stdin:
            return _Watched(self._folder, run.program, stdin, run.sink).outcome()

    def start_live(self, program: Program, sink: OutputSink) -> "ProcessLiveRun":
        return ProcessLiveRun(_Watched(self._folder, program, subprocess.PIPE, sink), sink)

    def close(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


class ProcessLiveRun:
    """A process fed while it runs (see ``box.LiveRun``)."""

    def __init__(self, watched: "_Watched", sink: OutputSink) -> None:
        self._watched = watched
        self._sink = sink
        self._lock = threading.Lock()
        self._stdin: IO[bytes] | None = watched.process.stdin

    def send(self, piece: bytes) -> None:
        with self._lock:
            if self._stdin is not None:
                with suppress(OSError):
                    self._stdin.write(piece)
                    self._stdin.flush()

    def close_input(self) -> None:
        with self._lock:
            if self._stdin is not None:
                with suppress(OSError):
                    self._stdin.close()
                self._stdin = None

    def outcome(self) -> Outcome:
        outcome = self._watched.outcome(lambda: self._sink(b""))
        self.close_input()
        return outcome


class _Watched:
    """A process with its limits looked after."""

    def __init__(self, folder: Path, program: Program, stdin: IO[bytes] | int, sink: OutputSink) -> None:
        self._limits = program.limits
        self._sink = sink
        self._stderr = bytearray()
        self._seen = 0
        self._ending: Ending | None = None
        self._collect = folder / program.collect.strip("/") if program.collect else None
        if program.collect == "/box":
            self._collect = folder
        elif self._collect is not None:
            shutil.rmtree(self._collect, ignore_errors=True)
            self._collect.mkdir(parents=True)
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            [_on_host(word, program, self._collect) for word in program.argv],
            cwd=folder,
            env={**os.environ, **program.env},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._limit_resources()

    def outcome(self, on_end: Callable[[], None] = lambda: None) -> Outcome:
        """Waits, watching the limits; ``on_end`` is called when the process has ended."""
        while (ended := os.wait4(self.process.pid, os.WNOHANG))[0] == 0:
            self._pump(POLL_SECONDS)
            self._look()
        _, status, usage = ended
        wall = time.monotonic() - self._began
        self._kill()
        while self._pump(0):
            pass
        on_end()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return self._outcome(status, usage, wall)

    def _outcome(self, status: int, usage: resource.struct_rusage, wall: float) -> Outcome:
        memory = usage.ru_maxrss * 1024
        ending = self._ending or (Ending.SIGNALED if os.WIFSIGNALED(status) else Ending.EXITED)
        if memory > self._limits.memory_bytes:
            ending = Ending.MEMORY
        return Outcome(
            ending=ending,
            code=os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status),
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            wall_seconds=wall,
            memory_bytes=memory,
            stderr=bytes(self._stderr),
            files=tuple(_files(self._collect)) if self._collect else (),
        )

    def _pump(self, seconds: float) -> bool:
        """Passes on what the process wrote; False when nothing came within the time."""
        streams = [
            stream for stream in (self.process.stdout, self.process.stderr) if stream and not stream.closed
        ]
        readable, _, _ = select.select(streams, [], [], seconds)
        came = False
        for stream in readable:
            piece = os.read(stream.fileno(), PIECE_BYTES)
            if not piece:
                stream.close()
                continue
            came = True
            if stream is self.process.stdout:
                self._take(piece)
            elif len(self._stderr) < self._limits.stderr_bytes:
                self._stderr += piece
        if not streams:
            time.sleep(seconds)
        return came

    def _take(self, piece: bytes) -> None:
        room = max(0, self._limits.output_bytes - self._seen)
        self._seen += len(piece)
        if room:
            self._sink(piece[:room])
        if self._seen > self._limits.output_bytes:
            self._end(Ending.OUTPUT)

    def _look(self) -> None:
        if time.monotonic() - self._began > self._limits.wall_seconds:
            self._end(Ending.WALL)

    def _end(self, ending: Ending) -> None:
        self._ending = self._ending or ending
        self._kill()

    def _kill(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _limit_resources(self) -> None:
        """From outside, just after the start: code between fork and exec is unsafe with threads."""
        cpu = int(self._limits.cpu_seconds) + 1
        limits = {
            resource.RLIMIT_CPU: (cpu, cpu + 1),
            resource.RLIMIT_FSIZE: (self._limits.file_bytes, self._limits.file_bytes),
            resource.RLIMIT_CORE: (0, 0),
        }
        with suppress(ProcessLookupError, ValueError, PermissionError):
            for kind, value in limits.items():
                resource.prlimit(self.process.pid, kind, value)


@contextmanager
def _opened(stdin: Path | bytes) -> Iterator[IO[bytes]]:
    if isinstance(stdin, Path):
        with stdin.open("rb") as source:
            yield source
    else:
        with tempfile.TemporaryFile() as source:
            source.write(stdin)
            source.seek(0)
            yield source


def _on_host(word: str, program: Program, collect: Path | None) -> str:
    """The paths that differ from a container's."""
    if word.startswith("/jobcoach/"):
        return str(
            resources.files("jobcoach.judge").joinpath("images").joinpath(word.removeprefix("/jobcoach/"))
        )
    if collect is not None and word.rstrip("/") == program.collect.rstrip("/"):
        return f"{collect}/"
    return word


def _files(folder: Path) -> Iterator[BoxFile]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield BoxFile(path.relative_to(folder).as_posix(), path.read_bytes(), os.access(path, os.X_OK))

"""One process with its limits looked after, from its start to its end."""

import os
import resource
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import IO

from jobcoach.judge.sandbox.box import BoxFile, Outcome, OutputSink, Program
from jobcoach.judge.sandbox.protocol import Ending

POLL_SECONDS = 0.01
OUTPUT_END_SECONDS = 0.05  # at exit the descriptors are closed just before the end is known
PIECE_BYTES = 64 * 1024
_COUNTED_LATE_BYTES = 4 * 1024 * 1024  # Linux adds up each thread's pages in batches


class WatchedProcess:
    """Runs ``program`` in ``folder``. Raises OSError when it cannot be started."""

    def __init__(
        self, folder: Path, program: Program, overhead_bytes: int, stdin: IO[bytes] | int, sink: OutputSink
    ) -> None:
        self._folder = folder
        self._limits = program.limits
        self._memory_limit_bytes = program.limits.memory_bytes + overhead_bytes
        self._peak_bytes = 0
        self._sink = sink
        self._stderr = bytearray()
        self._seen = 0
        self._output_closed = 0.0
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
            env={**_own_environment(), **program.env},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._own_peak_bytes = _peak_bytes("self")  # read now: what it was at the start is no more
        self._limit_resources()

    def outcome(
        self, on_end: Callable[[], None] = lambda: None, on_output_end: Callable[[], None] = lambda: None
    ) -> Outcome:
        """Waits, watching the limits; ``on_end`` is called when the process has ended,
        ``on_output_end`` when it has closed its stdout and lives on."""
        try:
            return self._watch(on_end, on_output_end)
        except BaseException:
            self._kill()
            self.process.wait()
            raise
        finally:
            for stream in (self.process.stdout, self.process.stderr):
                if stream:
                    stream.close()

    def _watch(self, on_end: Callable[[], None], on_output_end: Callable[[], None]) -> Outcome:
        while (ended := os.wait4(self.process.pid, os.WNOHANG))[0] == 0:
            self._pump(POLL_SECONDS)
            self._look()
            if self._output_closed and time.monotonic() - self._output_closed >= OUTPUT_END_SECONDS:
                self._output_closed = 0.0
                on_output_end()
        _, status, usage = ended
        wall = time.monotonic() - self._began
        self._kill()
        while self._pump(0):
            pass
        on_end()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return self._outcome(status, usage, wall)

    def _outcome(self, status: int, usage: resource.struct_rusage, wall: float) -> Outcome:
        ending = self._ending or (Ending.SIGNALED if os.WIFSIGNALED(status) else Ending.EXITED)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
            ending = Ending.CPU
        # Linux counts the memory of whoever started a program as the program's own.
        memory = usage.ru_maxrss * 1024
        if memory <= self._own_peak_bytes + _COUNTED_LATE_BYTES:
            memory = self._peak_bytes
        if memory > self._memory_limit_bytes:
            ending = Ending.MEMORY
        return Outcome(
            ending=ending,
            code=os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status),
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            wall_seconds=wall,
            memory_bytes=memory,
            # The same words in each run, and those of a container.
            stderr=bytes(self._stderr).replace(os.fsencode(self._folder), b"/box"),
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
                if stream is self.process.stdout:
                    self._output_closed = time.monotonic()
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
        self._peak_bytes = max(self._peak_bytes, _peak_bytes(self.process.pid))
        if self._peak_bytes > self._memory_limit_bytes:
            self._end(Ending.MEMORY)

    def _end(self, ending: Ending) -> None:
        self._ending = self._ending or ending
        self._kill()

    def stop(self) -> None:
        """Kills it; whoever waits for the outcome in another thread gets that."""
        if self.process.returncode is None:
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


def _peak_bytes(process: int | str) -> int:
    """The most memory that a process had resident so far; 0 once it has ended."""
    with suppress(OSError), Path(f"/proc/{process}/status").open("rb") as status:
        for line in status:
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def _own_environment() -> dict[str, str]:
    """The user's, which toolchains need, but for what would change a verdict or tell a key."""
    hidden = ("PYTHON", "JOBCOACH_", "LC_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    kept = {name: value for name, value in kept.items() if not name.endswith(("_KEY", "_TOKEN", "_SECRET"))}
    return {**kept, "LANG": "C.UTF-8"}


def _on_host(word: str, program: Program, collect: Path | None) -> str:
    """The paths that differ from a container's."""
    if word.startswith("/jobcoach/"):
        return str(
            resources.files("jobcoach.judge").joinpath("images").joinpath(word.removeprefix("/jobcoach/"))
        )
    if collect is not None and f"{word}/".startswith(f"{program.collect.rstrip('/')}/"):
        return f"{collect}{word.removeprefix(program.collect.rstrip('/'))}"
    return word


def _files(folder: Path) -> Iterator[BoxFile]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield BoxFile(path.relative_to(folder).as_posix(), path.read_bytes(), os.access(path, os.X_OK))

"""Plain processes in a temporary folder, for one's own code where there is no Docker.

Nothing here holds hostile code back: limits on time, output and file size
are kept, memory is looked at every 10 ms, what stays in the program's session is
killed, and that is all. Every result is marked.
"""

import errno
import queue
import shutil
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from jobcoach.judge.sandbox.box import (
    BoxFile,
    BoxSpec,
    HostFile,
    LiveRun,
    Outcome,
    OutputSink,
    Program,
    Run,
)
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.sandbox.watched_process import WatchedProcess


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
    def open(self, spec: BoxSpec) -> Iterator["ProcessBox"]:
        folder = Path(tempfile.mkdtemp(prefix="jobcoach-box-"))
        box = ProcessBox(folder, overhead_bytes=spec.language.overhead_mib << 20)
        try:
            yield box
        finally:
            box.close()


class ProcessBox:
    """A folder in which programs are run one after the other (see ``box.Box``)."""

    def __init__(self, folder: Path, *, overhead_bytes: int) -> None:
        self._folder = folder
        self._overhead_bytes = overhead_bytes
        self._steps: deque[Run | list[BoxFile | HostFile]] = deque()

    def install(self, files: Iterable[BoxFile | HostFile]) -> None:
        """After the runs that are queued: files of the next test may have the same names."""
        if self._steps:
            self._steps.append(list(files))
        else:
            self._write(files)

    def _next_run(self) -> Run:
        while not isinstance(step := self._steps.popleft(), Run):
            self._write(step)
        return step

    def _write(self, files: Iterable[BoxFile | HostFile]) -> None:
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
        self._steps.append(run)

    def next_outcome(self) -> Outcome:
        run = self._next_run()
        with _opened(run.stdin) as stdin:
            try:
                watched = self._start(run.program, stdin, run.sink)
            except OSError as error:
                return _not_started(error)
            return watched.outcome()

    def start_live(
        self, program: Program, sink: OutputSink, on_end: Callable[[], None] = lambda: None
    ) -> LiveRun:
        try:
            return ProcessLiveRun(self._start(program, subprocess.PIPE, sink), sink, on_end)
        except OSError as error:
            return NoLiveRun(_not_started(error), sink, on_end)

    def _start(self, program: Program, stdin: IO[bytes] | int, sink: OutputSink) -> WatchedProcess:
        return WatchedProcess(self._folder, program, self._overhead_bytes, stdin, sink)

    def close(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


class ProcessLiveRun:
    """A process fed while it runs (see ``box.LiveRun``)."""

    def __init__(self, watched: WatchedProcess, sink: OutputSink, on_end: Callable[[], None]) -> None:
        self._watched = watched
        self._sink = sink
        self._on_end = on_end
        self._output_ended = False
        self._pieces: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._write, daemon=True).start()

    def send(self, piece: bytes) -> None:
        self._pieces.put(piece)

    def close_input(self) -> None:
        self._pieces.put(None)

    def stop(self) -> None:
        self._watched.stop()

    def outcome(self) -> Outcome:
        try:
            return self._watched.outcome(self._ended, self._end_of_output)
        finally:
            self.close_input()

    def _ended(self) -> None:
        self._on_end()
        self._end_of_output()

    def _end_of_output(self) -> None:
        if not self._output_ended:
            self._output_ended = True
            self._sink(b"")

    def _write(self) -> None:
        """Own thread: two programs that both write and do not read must still reach their limits."""
        stdin = self._watched.process.stdin
        assert stdin is not None  # noqa: S101 - started with a pipe
        with suppress(OSError), stdin:
            while (piece := self._pieces.get()) is not None:
                stdin.write(piece)
                stdin.flush()


class NoLiveRun:
    """One that could not be started."""

    def __init__(self, outcome: Outcome, sink: OutputSink, on_end: Callable[[], None]) -> None:
        self._outcome = outcome
        self._sink = sink
        self._on_end = on_end

    def send(self, piece: bytes) -> None:
        """Nobody reads it."""

    def close_input(self) -> None:
        """It never was open."""

    def stop(self) -> None:
        """Nothing runs."""

    def outcome(self) -> Outcome:
        self._on_end()
        self._sink(b"")
        return self._outcome


def _not_started(error: OSError) -> Outcome:
    return Outcome(Ending.FAULT, error.errno or errno.ENOEXEC, 0.0, 0.0, 0)


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

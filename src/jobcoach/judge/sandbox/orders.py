"""A box's programs and runs as frames for the runner."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from jobcoach.judge.sandbox import protocol
from jobcoach.judge.sandbox.box import Program, Run
from jobcoach.judge.sandbox.protocol import RunOrder


def run_order(program: Program, *, live: bool) -> RunOrder:
    """The program as the runner takes it."""
    limits = program.limits
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", **program.env}  # noqa: S108
    return RunOrder(
        argv=program.argv,
        env=[f"{name}={value}" for name, value in env.items()],
        cwd="/box",
        collect=program.collect,
        by_candidate=not program.builds,
        live_input=live,
        fork_server=program.fork_server,
        processes=limits.processes,
        cpu_ns=int(limits.cpu_seconds * 1e9),
        wall_ns=int(limits.wall_seconds * 1e9),
        output_bytes=limits.output_bytes,
        stderr_bytes=limits.stderr_bytes,
        file_bytes=limits.file_bytes,
        stack_bytes=max(limits.memory_bytes, 8 << 20),
        collect_bytes=program.collect_bytes,
    )


def run_frames(run: Run) -> Iterator[bytes]:
    """A run and its input."""
    yield protocol.run_frame(run_order(run.program, live=False))
    for piece in [run.stdin] if isinstance(run.stdin, bytes) else pieces_of(run.stdin):
        yield from protocol.data_frames(piece)
    yield protocol.frame("E")


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file's content in pieces that fit a frame. Raises OSError."""
    with path.open("rb", buffering=0) as source:
        while piece := source.read(protocol.FRAME_MAX):
            yield piece


def joined(frames: Iterable[bytes], most: int = 128 * 1024) -> Iterator[bytes]:
    """Small frames joined: a system call for each costs more than the copy."""
    batch = bytearray()
    for one in frames:
        batch += one
        if len(batch) >= most:
            yield bytes(batch)
            batch.clear()
    if batch:
        yield bytes(batch)

"""A box runs the programs of one submission; what it takes and gives back.

Two kinds exist: a hardened container (``container.py``) and, for one's own
code only, plain processes (``process.py``).
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from jobcoach.judge.languages import Language
from jobcoach.judge.sandbox.protocol import Ending

OutputSink = Callable[[bytes], None]


class BoxLost(Exception):
    """The box ended by itself or its engine did; nothing is known of the run under way.

    ``out_of_memory`` tells that the kernel ended it for want of memory,
    which is the candidate's doing; otherwise it is the judge's own fault.
    """

    def __init__(self, reason: str, *, out_of_memory: bool = False) -> None:
        super().__init__(reason)
        self.out_of_memory = out_of_memory


@dataclass(frozen=True, slots=True)
class BoxFile:
    """A file for the box; ``name`` is a relative POSIX path without ``..``."""

    name: str
    content: bytes
    executable: bool = False


@dataclass(frozen=True, slots=True)
class HostFile:
    """A file for the box, streamed from the host's ``path``."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class RunLimits:
    """Limits of one run. ``wall_seconds`` counts the time in which the program does
    nothing (a busy machine is not its fault), ``processes`` counts threads too."""

    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    output_bytes: int
    stderr_bytes: int = 16 << 10
    file_bytes: int = 64 << 20
    processes: int = 64


@dataclass(frozen=True, slots=True)
class Program:
    """What to run: ``argv`` in the box's root folder. ``collect`` names a folder whose
    files come back with the outcome, at most ``collect_bytes`` of them."""

    argv: tuple[str, ...]
    limits: RunLimits
    env: Mapping[str, str] = field(default_factory=dict)
    builds: bool = False  # as the user who may write to the box
    fork_server: bool = False
    collect: str = ""
    collect_bytes: int = 1 << 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended. ``code`` is the exit status or the signal's number;
    ``files`` what was collected; ``complete`` False if not all of it fitted;
    ``dirty`` that the box must not be used again."""

    ending: Ending
    code: int
    cpu_seconds: float
    wall_seconds: float
    memory_bytes: int
    stderr: bytes = b""
    files: tuple[BoxFile, ...] = ()
    dirty: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One program with its input; ``sink`` gets its output as it comes."""

    program: Program
    stdin: Path | bytes
    sink: OutputSink


class LiveRun(Protocol):
    """A program whose input is written while it runs (interactive problems)."""

    def send(self, piece: bytes) -> None:
        """Passes input on; does nothing once the program is gone."""

    def close_input(self) -> None:
        """Ends the program's input."""

    def stop(self) -> None:
        """Ends the program, from another thread; its box must not be used again."""

    def outcome(self) -> Outcome:
        """Waits for the end of the run, and calls from this thread meanwhile what
        ``start_live`` was given."""


class Box(Protocol):
    """See the module. All methods raise BoxLost when the box is gone."""

    def install(self, files: Iterable[BoxFile | HostFile]) -> None:
        """Writes files that the candidate's program can read and not change."""

    def start_fork_server(self, program: Program) -> None:
        """Readies ``program`` so that later runs with ``fork_server`` start at once."""

    def submit(self, run: Run) -> None:
        """Queues a run; returns at once. Runs go one after the other."""

    def next_outcome(self) -> Outcome:
        """Waits for the earliest run submitted and not yet waited for."""

    def start_live(
        self, program: Program, sink: OutputSink, on_end: Callable[[], None] = lambda: None
    ) -> LiveRun:
        """Starts a program that is fed while it runs. No run may be queued.

        ``on_end`` is called when it has ended, ``sink`` with ``b""`` after that, or when
        a program that goes on has closed its output.
        """

    def limit_memory(self, spec: "BoxSpec") -> None:
        """Lowers the box's memory to what ``spec`` asks for, once compiling is done."""

    def close(self) -> None:
        """Ends the box and all in it. Never raises."""


@dataclass(frozen=True, slots=True)
class BoxSpec:
    """What a box must offer: the language's image and room for ``memory_bytes``
    of the program, ``disk_bytes`` of files and the ``input_bytes`` of one run."""

    language: Language
    memory_bytes: int
    disk_bytes: int = 128 << 20
    input_bytes: int = 0
    processes: int = 64


class Sandbox(Protocol):
    """Makes boxes. Usable from several threads."""

    kind: str  # "docker", "process"

    def image_digest(self, language_id: str) -> str:
        """The engine's id of the language's image (built if need be); "" without images.
        Raises EnvironmentMissing when it cannot be built."""

    def has_fork_server(self, language_id: str) -> bool:
        """Whether the language's image can start its interpreter once for many runs."""

    def expect(self, specs: Iterable[BoxSpec]) -> None:
        """Tells which boxes will be opened next, so that they are made ahead of time;
        takes the place of what was told before."""

    def open(self, spec: BoxSpec) -> AbstractContextManager[Box]:
        """A fresh box, destroyed on exit. Raises EnvironmentMissing."""

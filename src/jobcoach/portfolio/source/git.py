"""The one place that runs git.

Plain processes instead of GitPython: that reads the repository's own config,
inherits the whole environment, and ``git`` there may be started with arguments
that a hostile name supplies. Here each process has an environment of ours, a
time limit, and is killed with its children.
"""

import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from jobcoach.errors import EnvironmentMissing
from jobcoach.portfolio.source.git_environment import Settings, reading_environment, users_environment
from jobcoach.portfolio.source.limits import LIMITS

_OLDEST = (2, 32)  # GIT_CONFIG_GLOBAL; GIT_CONFIG_COUNT is of 2.31
_STDERR_KEPT = 1 << 16
_ALL_COMMANDS = ("--no-pager", "--no-replace-objects")


class GitFailed(Exception):
    """git ended with ``code``, negative for a signal; ``stderr``, its last words, is hostile."""

    def __init__(self, code: int, stderr: str) -> None:
        super().__init__(f"git ended with {code}")
        self.code = code
        self.stderr = stderr


class GitTimedOut(GitFailed):
    """It took longer than it may, and was killed."""


class GitProcess:
    """A running git, to be used in ``with``: leaving kills it and its children, if they still run."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        seconds: float = LIMITS.read_seconds,
        memory_bytes: int = LIMITS.read_memory_bytes,
        asks_terminal: bool = False,
    ) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 (closed in __exit__)
        self._grouped = not asks_terminal  # a group of its own could not read the terminal
        try:
            self._process = subprocess.Popen(
                [git_program(), *_ALL_COMMANDS, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                env=dict(environment),
                cwd=environment["GIT_DIR"],
                process_group=0 if self._grouped else None,
            )
        except OSError:
            self._stderr.close()
            raise
        _limit_memory(self._process.pid, memory_bytes)
        self._timed_out = threading.Event()
        self._timer = threading.Timer(seconds, self._time_out)
        self._timer.daemon = True
        self._timer.start()

    @property
    def stdin(self) -> IO[bytes]:
        assert self._process.stdin is not None  # noqa: S101 (a pipe, above)
        return self._process.stdin

    @property
    def stdout(self) -> IO[bytes]:
        assert self._process.stdout is not None  # noqa: S101 (a pipe, above)
        return self._process.stdout

    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def said(self) -> str:
        """The end of its standard error so far."""
        size = os.fstat(self._stderr.fileno()).st_size
        kept = os.pread(self._stderr.fileno(), _STDERR_KEPT, max(0, size - _STDERR_KEPT))
        return kept.decode("utf-8", "replace")

    def said_bytes(self) -> int:
        """The size of its standard error so far."""
        return os.fstat(self._stderr.fileno()).st_size

    def finish(self) -> None:
        """Waits for its end. Raises GitFailed unless that is a good one, GitTimedOut."""
        with contextlib.suppress(OSError):
            self.stdin.close()
        code = self._process.wait()
        if self._timed_out.is_set():
            raise GitTimedOut(code, self.said())
        if code:
            raise GitFailed(code, self.said())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._stderr):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _time_out(self) -> None:
        self._timed_out.set()
        self.kill()

    def kill(self) -> None:
        """Ends it and its children, if it still runs."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                if self._grouped:
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.terminate()


def _limit_memory(pid: int, memory_bytes: int) -> None:
    """Of its own data: mapped packs do not count. A diff of a hostile tree would take all there is."""
    if hasattr(resource, "prlimit"):  # Linux
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_DATA, (memory_bytes, memory_bytes))


def git_output(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    *,
    given: bytes = b"",
    most_bytes: int = 16 << 20,
    seconds: float = LIMITS.read_seconds,
    asks_terminal: bool = False,
) -> bytes:
    """What git wrote, at most ``most_bytes`` of it. ``given`` is short. Raises GitFailed."""
    with GitProcess(arguments, environment, seconds=seconds, asks_terminal=asks_terminal) as process:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(given)
            process.stdin.close()
        output = process.stdout.read(most_bytes + 1)
        if len(output) > most_bytes:
            return output[:most_bytes]
        process.finish()
        return output


@cache
def git_program() -> str:
    """The path of git. Raises EnvironmentMissing if there is none, or only one of before 2.32."""
    program = shutil.which("git")
    if program is None:
        raise EnvironmentMissing("git was not found", mend="install it: https://git-scm.com/downloads")
    said = subprocess.run(
        [program, "--version"], capture_output=True, check=False, timeout=30, cwd="/"
    ).stdout
    found = re.search(rb"(\d+)\.(\d+)", said)
    if found is None or (int(found[1]), int(found[2])) < _OLDEST:
        raise EnvironmentMissing("git is too old", why="2.32 is the oldest that will do", mend="update git")
    return program


def make_git_dir(folder: Path, object_format: str = "sha1") -> Path:
    """An empty bare repository of ours, without any template. ``folder`` is made."""
    folder.mkdir(parents=True, mode=0o700)
    for name in ("objects", "refs"):
        (folder / name).mkdir()
    (folder / "HEAD").write_text("ref: refs/heads/none\n")
    version, extension = (
        (1, f"[extensions]\n\tobjectformat = {object_format}\n") if object_format != "sha1" else (0, "")
    )
    (folder / "config").write_text(
        f"[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{extension}"
    )
    return folder


def users_settings(git_dir: Path) -> Settings:
    """The user's and the system's git settings, none of a repository; empty if they cannot be read."""
    try:
        listed = git_output(("config", "--list", "-z", "--includes"), users_environment(git_dir), seconds=10)
    except GitFailed:
        return ()
    pairs = (
        entry.partition("\n") for entry in listed.decode("utf-8", "surrogateescape").split("\0") if entry
    )
    return tuple(
        (key, value)
        for key, _, value in pairs
        if not key.startswith(("core.repo", "core.bare", "extensions."))
    )


def value_in_config(config: bytes, key: str, git_dir: Path) -> str | None:
    """One value of a config file's content that is not trusted: it acts on nothing and includes nothing."""
    arguments = ("config", "--no-includes", "--file", "-", "--get", key)
    try:
        found = git_output(arguments, reading_environment(git_dir), given=config, seconds=10)
    except GitFailed:
        return None
    return found.decode("utf-8", "surrogateescape").rstrip("\n")

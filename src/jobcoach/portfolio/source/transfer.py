"""Talking to a server: listing its refs and fetching from it, several at once, watched."""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jobcoach.errors import InputError
from jobcoach.portfolio.source.git import GitFailed, GitProcess, git_output, users_settings
from jobcoach.portfolio.source.git_environment import fetching_environment
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.location import RemotePlace
from jobcoach.portfolio.source.progress import FetchProgress, Progress, no_progress
from jobcoach.portfolio.source.remote_refs import RemoteRefs, parse_remote_refs

_LOOK_AGAIN_SECONDS = 0.2
_MOST_SAID_BYTES = 16 << 20
_MOST_LISTED_BYTES = 64 << 20
_PERCENT = re.compile(r"Receiving objects:\s+(\d{1,3})%")
_SIMPLE_SERVER = re.compile(
    r"does not support (?:shallow|--depth|--filter)|dumb http transport", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Request:
    """``wanted`` of the server, into ``git_dir`` as ``refs/jobcoach/<n>``; ``options`` leave parts out."""

    part: Literal["contents", "history"]
    git_dir: Path
    wanted: Sequence[str]
    options: tuple[str, ...]


class Server:
    """One server, as far as its protocol goes.

    ``downloaded`` tells how much has arrived; ``asking``: git may ask on the terminal.
    """

    def __init__(
        self,
        place: RemotePlace,
        downloaded: Callable[[], int],
        *,
        asking: bool = False,
        progress: Progress = no_progress,
        limits: Limits = LIMITS,
    ) -> None:
        self._place = place
        self._downloaded = downloaded
        self.is_asking = asking
        self._progress = progress
        self._limits = limits
        self._running: list[GitProcess] = []
        self._settings: tuple[tuple[str, str], ...] | None = None

    def refs(self, git_dir: Path) -> RemoteRefs:
        """Branches and tags. Raises GitFailed."""
        self._progress(FetchProgress("refs", None))
        listed = git_output(
            ("ls-remote", "--symref", "--end-of-options", self._place.url),
            self._environment(git_dir),
            most_bytes=_MOST_LISTED_BYTES,
            seconds=self._limits.read_seconds,
            asks_terminal=self.is_asking,
        )
        return parse_remote_refs(listed)

    def fetch(self, requests: Sequence[Request]) -> list[GitFailed | None]:
        """All of ``requests`` at once, or one by one if each may ask; the failure of each, or None.

        Raises InputError if more arrives than ``limits.download_bytes``.
        """
        if self.is_asking and len(requests) > 1:
            return [failure for request in requests for failure in self.fetch([request])]
        # Leaving kills the processes first, then waits for the threads that waited for them.
        with ThreadPoolExecutor(max(1, len(requests))) as threads, ExitStack() as running:
            processes = [running.enter_context(self._start(request)) for request in requests]
            self._running += processes
            futures = [threads.submit(_failure, process) for process in processes]
            self._watch(requests, processes, futures)
            return [future.result() for future in futures]

    def stop(self) -> None:
        """Ends what another thread fetches."""
        for process in self._running:
            process.kill()

    def _start(self, request: Request) -> GitProcess:
        refspecs = [f"+{wanted}:refs/jobcoach/{index}" for index, wanted in enumerate(request.wanted)]
        arguments = (
            "fetch", "--progress", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
            "--no-show-forced-updates", *request.options, "--end-of-options", self._place.url, *refspecs,
        )  # fmt: skip
        return GitProcess(
            arguments,
            self._environment(request.git_dir),
            seconds=self._limits.fetch_seconds,
            memory_bytes=self._limits.fetch_memory_bytes,
            asks_terminal=self.is_asking,
        )

    def _watch(
        self,
        requests: Sequence[Request],
        processes: Sequence[GitProcess],
        futures: Sequence["Future[GitFailed | None]"],
    ) -> None:
        began_with = self._downloaded()
        told: dict[str, int] = {}
        waiting: set[Future[GitFailed | None]] = set(futures)
        while waiting:
            waiting = wait(waiting, timeout=_LOOK_AGAIN_SECONDS).not_done
            if self._downloaded() - began_with > self._limits.download_bytes:
                mib = self._limits.download_bytes >> 20
                raise InputError(
                    f"{self._place.shown}: larger than {mib} MiB", mend="clone it and review a folder of it"
                )
            for request, process in zip(requests, processes, strict=True):
                if process.said_bytes() > _MOST_SAID_BYTES:
                    raise InputError(f"{self._place.shown}: the server says too much")
                if (found := _PERCENT.findall(process.said())) and told.get(request.part) != int(found[-1]):
                    told[request.part] = int(found[-1])
                    self._progress(FetchProgress(request.part, min(100, told[request.part])))

    def _environment(self, git_dir: Path) -> dict[str, str]:
        if self._settings is None:
            self._settings = users_settings(git_dir)
        return fetching_environment(git_dir, self._place, self._settings, attended=self.is_asking)


def arrived(git_dir: Path) -> str:
    """The id of the first that was wanted of the last fetch into ``git_dir``."""
    return (git_dir / "refs" / "jobcoach" / "0").read_text().strip()


def is_simple_server(failure: GitFailed) -> bool:
    """Whether it only hands out files, and so cannot leave anything out."""
    return _SIMPLE_SERVER.search(failure.stderr) is not None


def _failure(process: GitProcess) -> GitFailed | None:
    try:
        process.finish()
    except GitFailed as failure:
        return failure
    return None

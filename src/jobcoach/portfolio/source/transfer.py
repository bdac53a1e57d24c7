"""Talking to a server: listing its refs and fetching from it, several at once, watched."""

import contextlib
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from jobcoach.errors import InputError
from jobcoach.portfolio.source.git import GitFailed, GitProcess, users_settings
from jobcoach.portfolio.source.git_environment import fetching_environment
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.location import RemotePlace
from jobcoach.portfolio.source.progress import FetchProgress, Part, Progress, no_progress
from jobcoach.portfolio.source.remote_refs import RemoteRefs, parse_remote_refs

Result = TypeVar("Result")

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
        self._running: list[tuple[Part, GitProcess]] = []
        self._stopped = threading.Event()
        self._telling = threading.Lock()
        self._told: dict[Part, int] = {}
        self._settings: tuple[tuple[str, str], ...] | None = None

    def refs(self, git_dir: Path) -> RemoteRefs:
        """Branches and tags. Raises GitFailed."""
        self._progress(FetchProgress("refs", None))
        return self._watched([lambda: self._list(git_dir)])[0]

    def fetch(self, requests: Sequence[Request]) -> list[GitFailed | None]:
        """All of ``requests`` at once, or one by one if each may ask; the failure of each, or None.

        Raises InputError if more arrives than ``limits.download_bytes``.
        """
        if self.is_asking and len(requests) > 1:
            return [failure for request in requests for failure in self.fetch([request])]
        return self._watched([partial(self._fetch, request) for request in requests])

    def stop(self) -> None:
        """Ends all that runs, and all that would still begin."""
        self._stopped.set()
        for _, process in tuple(self._running):
            process.kill()

    def _watched(self, works: Sequence[Callable[[], Result]]) -> list[Result]:
        """Each in a thread of its own: Ctrl-C reaches the main thread only, so no process is lost by it."""
        with ThreadPoolExecutor(max(1, len(works))) as threads:
            try:
                futures = [threads.submit(work) for work in works]
                self._watch(futures)
                return [future.result() for future in futures]
            except BaseException:
                self.stop()  # else leaving would wait for the others to end
                raise

    def _watch(self, futures: Sequence["Future[Result]"]) -> None:
        began_with = self._downloaded()
        waiting: set[Future[Result]] = set(futures)
        while waiting:
            waiting = wait(waiting, timeout=_LOOK_AGAIN_SECONDS).not_done
            if self._downloaded() - began_with > self._limits.download_bytes:
                mib = self._limits.download_bytes >> 20
                raise InputError(
                    f"{self._place.shown}: larger than {mib} MiB", mend="clone it and review a folder of it"
                )
            for part, process in tuple(self._running):
                with contextlib.suppress(ValueError):  # it has ended since
                    self._tell(part, process)

    def _tell(self, part: Part, process: GitProcess) -> None:
        if process.said_bytes() > _MOST_SAID_BYTES:
            raise InputError(f"{self._place.shown}: the server says too much")
        percent = min(100, int((_PERCENT.findall(process.said()) or ["0"])[-1]))
        with self._telling:  # two threads watch while the first fetch runs beside the list of refs
            if percent > self._told.get(part, 0):
                self._told[part] = percent
                self._progress(FetchProgress(part, percent))

    def _list(self, git_dir: Path) -> RemoteRefs:
        arguments = ("ls-remote", "--symref", "--end-of-options", self._place.url)
        with self._running_git("refs", arguments, git_dir, self._limits.read_seconds) as process:
            listed = process.stdout.read(_MOST_LISTED_BYTES)
            if len(listed) < _MOST_LISTED_BYTES:
                process.finish()
        return parse_remote_refs(listed)

    def _fetch(self, request: Request) -> GitFailed | None:
        refspecs = [f"+{wanted}:refs/jobcoach/{index}" for index, wanted in enumerate(request.wanted)]
        arguments = (
            "fetch", "--progress", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
            "--no-show-forced-updates", *request.options, "--end-of-options", self._place.url, *refspecs,
        )  # fmt: skip
        seconds = self._limits.fetch_seconds
        with self._running_git(request.part, arguments, request.git_dir, seconds) as process:
            try:
                process.finish()
            except GitFailed as failure:
                return failure
        return None

    @contextlib.contextmanager
    def _running_git(
        self, part: Part, arguments: Sequence[str], git_dir: Path, seconds: float
    ) -> Iterator[GitProcess]:
        with GitProcess(
            arguments,
            self._environment(git_dir),
            seconds=seconds,
            memory_bytes=self._limits.fetch_memory_bytes,
            asks_terminal=self.is_asking,
        ) as process:
            self._running.append((part, process))
            if self._stopped.is_set():
                process.kill()
            try:
                yield process
            finally:
                self._running.remove((part, process))

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

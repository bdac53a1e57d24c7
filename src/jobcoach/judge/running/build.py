"""Compiling inside the box, and keeping what came out.

What was built is cached by the hash of source, compile command and image, as a
tar of regular files. It is hostile: it is only ever put into a box again.
"""

import hashlib
import io
import os
import tarfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.languages import Language
from jobcoach.judge.package.model import Limits
from jobcoach.judge.results import CompileResult
from jobcoach.judge.running.commands import MOST_BUILT_BYTES, compile_program
from jobcoach.judge.sandbox.box import Box, BoxFile, Outcome, Run
from jobcoach.judge.sandbox.protocol import Ending
from jobcoach.judge.submissions.entry import Entry
from jobcoach.judge.submissions.submission import Submission
from jobcoach.whole_file import whole_file

MOST_SHOWN_BYTES = 64 << 10
MOST_KEPT_BYTES = 1 << 30
ABANDONED_SECONDS = 3600.0
TRIMMED_EVERY = 256


class BuildCache:
    """Built files by key, below ``folder`` (None: nothing is kept).

    Ten thousand submissions in C++ are 23 GB of programs, so ``trim`` keeps no
    more than ``most_bytes``.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept = 0

    def trim(self, most_bytes: int = MOST_KEPT_BYTES) -> None:
        """Removes what was not used for longest until the rest fits, and what a killed
        process was writing."""
        if self._folder is None:
            return
        with suppress(OSError):
            kept = [(entry.stat(), Path(entry.path)) for entry in os.scandir(self._folder)]
            kept.sort(key=lambda each: each[0].st_mtime, reverse=True)
            bytes_left = most_bytes
            for about, path in kept:
                bytes_left -= about.st_size
                abandoned = path.suffix != ".tar" and about.st_mtime < time.time() - ABANDONED_SECONDS
                if bytes_left < 0 or abandoned:
                    path.unlink(missing_ok=True)

    def holds(self, key: str) -> bool:
        """Whether there is an entry, sound or not."""
        return self._folder is not None and (self._folder / f"{key}.tar").is_file()

    def find(self, key: str) -> tuple[BoxFile, ...] | None:
        """What was built under this key, or None; a damaged entry counts as none."""
        if self._folder is None:
            return None
        place = self._folder / f"{key}.tar"
        try:
            os.utime(place)  # what is used stays when the cache is trimmed
            with tarfile.open(place, "r:") as archive:
                return tuple(_members(archive)) or None  # a file of zeros is an archive of nothing
        except (OSError, tarfile.TarError, EOFError, ValueError, OverflowError):
            return None

    def keep(self, key: str, files: tuple[BoxFile, ...]) -> None:
        """Writes atomically; a full disk only means that it is built again."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            place = self._folder / f"{key}.tar"
            with whole_file(place) as target, tarfile.open(fileobj=target, mode="w") as archive:
                for file in files:
                    _add(archive, file)
        self._kept += 1
        if self._kept % TRIMMED_EVERY == 0:
            self.trim()


@dataclass(frozen=True, slots=True)
class Built:
    """The compiler's verdict and, when it is good, the files that running needs."""

    result: CompileResult
    files: tuple[BoxFile, ...] = ()


def build_key(submission: Submission, language: Language, image_digest: str) -> str:
    """sha256 (hex) over source, compile command, environment and image."""
    parts = [submission.source_hash, image_digest, *language.compile, *map(str, sorted(language.env.items()))]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def compile_in(box: Box, language: Language, entry: Entry, limits: Limits) -> Built:
    """Compiles in a fresh box, which is ready to run the program afterwards.

    Raises BoxLost, and EnvironmentMissing if there is no such compiler.
    """
    box.install(BoxFile(file.name, file.content) for file in entry.files)
    said = bytearray()

    def listen(piece: bytes) -> None:
        if len(said) < MOST_SHOWN_BYTES:
            said.extend(piece)

    box.submit(Run(compile_program(language, entry, limits), b"", listen))
    outcome = box.next_outcome()
    if outcome.ending is Ending.FAULT:
        raise EnvironmentMissing(
            f"the compiler for {language.name} cannot be started",
            why=f"{language.compile[0]}: {os.strerror(outcome.code)}",
            mend="install it, or use an image that has it: jobcoach doctor",
        )
    output = _shown(bytes(said) + outcome.stderr, outcome, limits)
    ok = outcome.ending is Ending.EXITED and outcome.code == 0
    result = CompileResult(ok, outcome.cpu_seconds, output)
    return Built(result, outcome.files if ok and not outcome.dirty else ())


def _shown(said: bytes, outcome: Outcome, limits: Limits) -> str:
    text = said[:MOST_SHOWN_BYTES].decode("utf-8", "replace")
    reasons = {
        Ending.CPU: f"compiling took over {limits.compile_seconds:g} s",
        Ending.WALL: f"compiling took over {limits.compile_seconds * 2:g} s",
        Ending.MEMORY: "compiling needed too much memory",
        Ending.OUTPUT: "the compiler said too much",
        Ending.SIGNALED: f"the compiler was killed by signal {outcome.code}",
    }
    reason = reasons.get(outcome.ending)
    return f"{reason}\n{text}" if reason else text


def _members(archive: tarfile.TarFile) -> list[BoxFile]:
    files = []
    room = MOST_BUILT_BYTES
    for entry in archive:
        room -= entry.size
        if room < 0 or entry.issparse():  # a few bytes may stand for any number of zeros
            raise ValueError("more than was ever kept")
        content = archive.extractfile(entry) if entry.isreg() else None
        if content is None or entry.name.startswith("/") or ".." in entry.name.split("/"):
            raise ValueError("not a file of ours")
        files.append(BoxFile(entry.name, content.read(), bool(entry.mode & 0o100)))
    return files


def _add(archive: tarfile.TarFile, file: BoxFile) -> None:
    content = file.content
    entry = tarfile.TarInfo(file.name)
    entry.size = len(content)
    entry.mode = 0o755 if file.executable else 0o644
    archive.addfile(entry, io.BytesIO(content))

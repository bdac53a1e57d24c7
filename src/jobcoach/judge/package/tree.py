"""Looking into a package's folders, whose names and links may be hostile.

Hidden files are not there, links that leave the package are never followed, and
nothing but regular files and folders is ever opened (reading a FIFO would hang).
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from jobcoach.judge.package.diagnostics import Findings
from jobcoach.text import printable

_MAX_DEPTH = 32
_MAX_ENTRIES = 200_000
# A file with holes may claim any size, and all of them are read for the version.
_MAX_FILE_BYTES = 2 << 30
_MAX_BYTES = 32 << 30
# All that a verdict depends on, settings first. Without one of these the problem
# would be another one; elsewhere a link that leads nowhere is as good as no file.
SETTINGS = ("problem.yaml", "jobcoach.yaml", "domjudge-problem.ini", ".timelimit")
JUDGED_FOLDERS = ("data", "include", "output_validator", "output_validators", "log_checker")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file or folder."""

    name: str
    path: Path
    is_directory: bool
    size_bytes: int = 0


class PackageTree:
    """Lists folders of one package; its faults go to ``findings``."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root = root
        self._real_root = os.path.realpath(root)
        self._findings = findings
        self._listed: dict[Path, list[Entry]] = {}
        self._seen_entries = 0
        self._seen_bytes = 0

    def entries(self, directory: Path) -> list[Entry]:
        """Files and folders directly in ``directory``, sorted by name; empty if it is none."""
        if directory not in self._listed:
            self._listed[directory] = self._list(directory)
        return self._listed[directory]

    def _list(self, directory: Path) -> list[Entry]:
        if len(directory.relative_to(self.root).parts) > _MAX_DEPTH:
            self._findings.error(directory, None, f"folders stand more than {_MAX_DEPTH} deep in each other")
            return []
        try:
            with os.scandir(directory) as listing:
                found = [self._entry(item) for item in listing]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            self._findings.error(directory, None, f"cannot be read: {error.strerror}")
            return []
        self._seen_entries += len(found)
        if self._seen_entries > _MAX_ENTRIES:
            self._findings.error(directory, None, f"the package holds more than {_MAX_ENTRIES} files")
            self._findings.raise_errors()
        self._add_sizes(directory, [entry for entry in found if entry])
        return sorted((entry for entry in found if entry), key=lambda entry: entry.name)

    def _add_sizes(self, directory: Path, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.size_bytes > _MAX_FILE_BYTES:
                self._findings.error(entry.path, None, f"is larger than {_MAX_FILE_BYTES >> 30} GiB")
                self._findings.raise_errors()
        self._seen_bytes += sum(entry.size_bytes for entry in entries)
        if self._seen_bytes > _MAX_BYTES:
            self._findings.error(directory, None, f"the package holds more than {_MAX_BYTES >> 30} GiB")
            self._findings.raise_errors()

    def files_below(self, directory: Path) -> tuple[Path, ...]:
        """All files below ``directory``, relative to it, sorted."""
        found: list[Path] = []
        waiting = [directory]
        while waiting:
            for entry in self.entries(waiting.pop()):
                if entry.is_directory:
                    waiting.append(entry.path)
                else:
                    found.append(entry.path.relative_to(directory))
        return tuple(sorted(found))

    def file(self, path: Path) -> Path | None:
        """``path`` if it is a regular file of the package (links checked)."""
        if not path.is_file() or (path.is_symlink() and not self._stays_inside(path)):
            return None
        return path

    def _entry(self, item: "os.DirEntry[str]") -> Entry | None:
        path = Path(item.path)
        if item.name.startswith("."):
            return None
        if item.name.startswith("-") or printable(item.name) != item.name or "\n" in item.name:
            self._findings.warn(
                path, None, "ignored: a name must not begin with - or hold control characters"
            )
            return None
        if item.is_symlink() and not self._stays_inside(path):
            return None
        try:
            status = item.stat()
        except OSError as error:
            self._findings.error(path, None, f"cannot be read: {error.strerror}")
            return None
        if stat.S_ISDIR(status.st_mode):
            return Entry(item.name, path, is_directory=True)
        if not stat.S_ISREG(status.st_mode):
            self._findings.error(path, None, "neither a regular file nor a folder")
            return None
        return Entry(item.name, path, is_directory=False, size_bytes=status.st_size)

    def _stays_inside(self, link: Path) -> bool:
        target = os.path.realpath(link)
        if not (target == self._real_root or target.startswith(self._real_root + os.sep)):
            self._note_link(link, "a link out of the package")
            return False
        if not Path(target).exists():
            self._note_link(link, "a link to nothing")
            return False
        return not self._is_loop(link)

    def _note_link(self, link: Path, what: str) -> None:
        if link.relative_to(self.root).parts[0] in (*SETTINGS, *JUDGED_FOLDERS):
            self._findings.error(link, None, what)
        else:
            self._findings.warn(link, None, f"ignored: {what}")

    def _is_loop(self, link: Path) -> bool:
        """Whether a link leads to a folder that we are in already."""
        real = os.path.realpath(link)
        inside = (folder for folder in link.parents if folder.is_relative_to(self.root))
        return any(os.path.realpath(folder) == real for folder in inside)

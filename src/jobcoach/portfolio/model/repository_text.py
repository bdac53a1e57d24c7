"""Files of the repository as a model saw them: masked, and by the path it was shown."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from jobcoach.llm.untrusted import neutralised
from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.portfolio.source.snapshot import Snapshot
from jobcoach.text import nfc, one_line

_CHARACTERS_KEPT = 16 << 20
_FILE_BYTES_MAX = 2 << 20


@dataclass(frozen=True)
class FileText:
    """A file's lines, secrets masked at equal length."""

    path: str
    blob: str
    lines: tuple[str, ...]

    @cached_property
    def bare(self) -> str:
        """All of it without white space, as quotes are compared."""
        return "".join(map(bare, self.lines))

    @cached_property
    def line_ends(self) -> tuple[int, ...]:
        """Where in ``bare`` each line ends."""
        return tuple(accumulate(len(bare(line)) for line in self.lines))


def bare(text: str) -> str:
    """The text in NFC without white space, with what is never sent to a model gone."""
    return "".join(nfc(neutralised(text)).split())


class RepositoryText:
    """Reads files when they are asked for and keeps the last 16 million characters."""

    def __init__(self, snapshot: Snapshot, files: Iterable[FileInfo]) -> None:
        self._snapshot = snapshot
        self._infos = {shown_path(info.path): info for info in files}
        self._kept: OrderedDict[str, FileText | None] = OrderedDict()
        self._characters = 0

    def find(self, shown: str) -> FileText | None:
        """The file of that path as it is shown; None if there is none or it is no text."""
        path = shown_path(shown).removeprefix("./")
        if path not in self._infos:
            return None
        if path not in self._kept:
            self.load([path])
        self._kept.move_to_end(path)
        return self._kept[path]

    def load(self, shown: Iterable[str]) -> None:
        """Read these at once: a repository is asked for many files as fast as for one."""
        paths = {
            self._infos[path].entry.raw_path: path
            for path in map(shown_path, shown)
            if path in self._infos and path not in self._kept
        }
        for path in paths.values():
            self._keep(path, None)
        readable = [info for path in paths.values() if _is_readable(info := self._infos[path])]
        for entry, data in self._snapshot.read([info.entry for info in readable]):
            path = paths[entry.raw_path]
            self._keep(path, _text(self._infos[path], data))

    def _keep(self, path: str, text: FileText | None) -> None:
        self._kept[path] = text
        self._kept.move_to_end(path)
        self._characters += _size(text)
        while self._characters > _CHARACTERS_KEPT and len(self._kept) > 1:
            self._characters -= _size(self._kept.popitem(last=False)[1])


def _size(text: FileText | None) -> int:
    return sum(map(len, text.lines)) if text is not None else 0


def _is_readable(info: FileInfo) -> bool:
    return info.file_class not in ("binary", "lfs", "submodule") and info.entry.size_bytes <= _FILE_BYTES_MAX


def _text(info: FileInfo, data: bytes) -> FileText | None:
    source = read_text(info, data)
    if source is None:
        return None
    return FileText(info.path, info.entry.blob, tuple(mask_secrets(source.text).split("\n")))


def shown_path(path: str) -> str:
    """A path as it stands in a prompt: on one line, with nothing that cannot be sent."""
    return one_line(nfc(path))

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

_FILES_KEPT = 32
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
    """Reads files when they are asked for and keeps the last 32."""

    def __init__(self, snapshot: Snapshot, files: Iterable[FileInfo]) -> None:
        self._snapshot = snapshot
        self._infos = {shown_path(info.path): info for info in files}
        self._kept: OrderedDict[str, FileText | None] = OrderedDict()

    def find(self, shown: str) -> FileText | None:
        """The file of that path as it is shown; None if there is none or it is no text."""
        path = shown_path(shown).removeprefix("./")
        info = self._infos.get(path)
        if info is None:
            return None
        if path not in self._kept:
            self._kept[path] = self._read(info)
            if len(self._kept) > _FILES_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(path)
        return self._kept[path]

    def _read(self, info: FileInfo) -> FileText | None:
        if info.file_class in ("binary", "lfs", "submodule") or info.entry.size_bytes > _FILE_BYTES_MAX:
            return None
        for _, data in self._snapshot.read([info.entry]):
            source = read_text(info, data)
            if source is not None:
                return FileText(info.path, info.entry.blob, tuple(mask_secrets(source.text).split("\n")))
        return None


def shown_path(path: str) -> str:
    """A path as it stands in a prompt: on one line, with nothing that cannot be sent."""
    return one_line(nfc(path))

"""The lines that a review cites, as they stand in the files, secrets masked.

Files are read one after the other and only the lines that are wanted stay in
memory, so that a repository of any size can be quoted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.portfolio.source.snapshot import Snapshot

_FILE_BYTES_MAX = 8 << 20
_LINES_MAX = 400
"""Of one citation: no reader looks at more, and a whole file may be cited."""
_LINE_CHARACTERS_MAX = 1000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CitedFile:
    """What is known of one cited file: its info, its number of lines, and the wanted lines by number.

    ``lines`` are masked and cut at 1,000 characters; ``plain`` are the same unmasked, to find a rule's
    quote in. Both are empty for what is no text.
    """

    info: FileInfo
    line_count: int
    lines: Mapping[int, str]
    plain: Mapping[int, str]


def read_cited(
    snapshot: Snapshot, inventory: Iterable[FileInfo], wanted: Mapping[str, Iterable[Span]]
) -> dict[str, CitedFile]:
    """The cited files by path; a path that is not in the inventory is left out.

    ``wanted``: by path the first and last lines (from 1, inclusive), which may lie outside the file.
    """
    infos = {info.path: info for info in inventory if info.path in wanted}
    readable = {info.entry.raw_path: info for info in infos.values() if _is_readable(info)}
    found = {path: CitedFile(info, 0, {}, {}) for path, info in infos.items()}
    for entry, data in snapshot.read([info.entry for info in readable.values()]):
        info = readable[entry.raw_path]
        source = read_text(info, data)
        if source is not None:
            found[info.path] = _cited(source, wanted[info.path])
    return found


def _is_readable(info: FileInfo) -> bool:
    return info.file_class not in ("binary", "lfs", "submodule") and info.entry.size_bytes <= _FILE_BYTES_MAX


def _cited(source: SourceText, spans: Iterable[Span]) -> CitedFile:
    count = len(source.lines)
    numbers = {
        number
        for start, end in spans
        for number in range(max(start, 1), min(end, count, start + _LINES_MAX) + 1)
    }
    # A secret is known by what stands around it, so all of the text is masked, not the lines.
    masked = mask_secrets(source.text).split("\n")
    return CitedFile(
        source.info,
        count,
        {number: masked[number - 1][:_LINE_CHARACTERS_MAX] for number in sorted(numbers)},
        {number: source.lines[number - 1][:_LINE_CHARACTERS_MAX] for number in sorted(numbers)},
    )

"""Evidence from lines of a file, its secrets masked."""

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.secrets.mask import mask_secrets

_MOST_CHARACTERS = 200


class Quotes:
    """Quotes lines. Each file is masked once, as a whole: a line alone may not show that it is secret."""

    def __init__(self) -> None:
        self._masked: dict[str, tuple[str, ...]] = {}

    def at(self, source: SourceText, line: int, end: int | None = None) -> Evidence:
        """Evidence of ``line`` (from 1; held within the file) to ``end``, with the first line as quote."""
        if source.path not in self._masked:
            self._masked[source.path] = tuple(mask_secrets(source.text).split("\n"))
        lines = self._masked[source.path]
        start = max(1, min(line, len(lines)))
        stop = max(start, min(end or start, len(lines)))
        quote = lines[start - 1].strip()[:_MOST_CHARACTERS]
        return Evidence(path=source.path, start=start, end=stop, quote=quote, blob=source.info.entry.blob)

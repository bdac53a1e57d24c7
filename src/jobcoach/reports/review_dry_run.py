"""What would be sent to a model, file by file: what a user may want to see before it leaves the machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jobcoach.portfolio.pack.packed import Packed, PackedFile
from jobcoach.reports.paragraphs import hanging
from jobcoach.reports.style import Style
from jobcoach.text import one_line, printable
from jobcoach.words import Words

FORMAT = "jobcoach.review-dry-run/1"


@dataclass(frozen=True, slots=True)
class DryRun:
    """``model`` is "" if none is configured; ``dollars_max`` None where no price is known."""

    model: str
    requests: Sequence[Packed]
    dollars_max: float | None

    @property
    def tokens(self) -> float:
        """Of all files, without the prompts."""
        return sum(request.tokens for request in self.requests)


def dry_run_document(dry_run: DryRun) -> dict[str, Any]:
    """The requests with their files and texts."""
    return {
        "format": FORMAT,
        "model": dry_run.model or None,
        "tokens": round(dry_run.tokens),
        "dollars_max": dry_run.dollars_max,
        "requests": [
            {
                "folders": list(request.folders),
                "tokens": round(request.tokens),
                "files": [
                    {
                        "path": file.path,
                        "lines": [list(span) for span in file.spans],
                        "tokens": round(file.tokens),
                        "text": file.text,
                    }
                    for file in request.files
                ],
            }
            for request in dry_run.requests
        ],
    }


def dry_run_lines(dry_run: DryRun, words: Words, style: Style) -> Iterator[str]:
    """Each request with the texts, then the sum."""
    model = one_line(dry_run.model) or words("review.dry_run.no_model")
    yield from hanging("", words("review.dry_run.head", model=model), style, style.bold)
    for number, request in enumerate(dry_run.requests, 1):
        for file in request.files:
            yield ""
            yield from hanging("", _head(number, file, words), style, style.bold)
            yield from printable(file.text).rstrip("\n").split("\n")
    yield ""
    for line in _sum(dry_run, words):
        yield from hanging("", line, style, style.bold)


def _head(number: int, file: PackedFile, words: Words) -> str:
    lines = ", ".join(f"{start}-{end}" for start, end in file.spans)
    return words(
        "review.dry_run.file", number=number, path=one_line(file.path), lines=lines, tokens=round(file.tokens)
    )


def _sum(dry_run: DryRun, words: Words) -> Iterator[str]:
    if not dry_run.requests:
        yield words("review.dry_run.nothing")
        return
    count, tokens = len(dry_run.requests), round(dry_run.tokens)
    yield words("review.dry_run.total", count=count, tokens=tokens)
    if dry_run.dollars_max is None:
        yield words("review.dry_run.no_price")
    else:
        yield words("review.dry_run.price", dollars=f"{dry_run.dollars_max:.4f}")

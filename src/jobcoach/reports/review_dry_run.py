"""What would be sent to a model, file by file: what a user may want to see before it leaves the machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jobcoach.portfolio.model.plan import Plan
from jobcoach.portfolio.pack.packed import PackedFile
from jobcoach.reports.paragraphs import hanging
from jobcoach.reports.style import Style
from jobcoach.text import one_line, printable
from jobcoach.words import Words

FORMAT = "jobcoach.review-dry-run/1"


@dataclass(frozen=True, slots=True)
class DryRun:
    """``model`` is "" if none is configured; ``dollars_max`` None where no price is known.

    ``pack_tokens``: the most tokens of repository text in a request.
    """

    model: str
    plan: Plan
    dollars_max: float | None
    pack_tokens: int


def dry_run_document(dry_run: DryRun) -> dict[str, Any]:
    """The requests with their files and texts."""
    return {
        "format": FORMAT,
        "model": dry_run.model or None,
        "pack_tokens": dry_run.pack_tokens,
        "tokens": round(dry_run.plan.tokens_in),
        "tokens_out_max": dry_run.plan.tokens_out_max,
        "dollars_max": dry_run.dollars_max,
        "requests": [
            {
                "prompt": request.prompt,
                "tokens": round(request.tokens_in),
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
            for request in dry_run.plan.requests
        ],
    }


def dry_run_lines(dry_run: DryRun, words: Words, style: Style) -> Iterator[str]:
    """Each request with the texts, then the sum."""
    model = one_line(dry_run.model) or words("review.dry_run.no_model")
    yield from hanging("", words("review.dry_run.head", model=model), style, style.bold)
    yield from hanging("", words("review.dry_run.limit", tokens=dry_run.pack_tokens), style)
    for number, request in enumerate(dry_run.plan.requests, 1):
        yield ""
        tokens = round(request.tokens_in)
        about = words("review.dry_run.request", number=number, prompt=request.prompt, tokens=tokens)
        yield from hanging("", about, style, style.bold)
        for file in request.files:
            yield ""
            yield from hanging("", _head(file, words), style, style.bold)
            yield from printable(file.text).rstrip("\n").split("\n")
    yield ""
    for line in _sum(dry_run, words):
        yield from hanging("", line, style, style.bold)


def _head(file: PackedFile, words: Words) -> str:
    lines = ", ".join(f"{start}-{end}" for start, end in file.spans)
    return words("review.dry_run.file", path=one_line(file.path), lines=lines, tokens=round(file.tokens))


def _sum(dry_run: DryRun, words: Words) -> Iterator[str]:
    if not dry_run.plan.requests:
        yield words("review.dry_run.nothing")
        return
    count, tokens = len(dry_run.plan.requests), round(dry_run.plan.tokens_in)
    yield words("review.dry_run.total", count=count, tokens=tokens)
    if dry_run.dollars_max is None:
        yield words("review.dry_run.no_price")
    else:
        yield words("review.dry_run.price", dollars=f"{dry_run.dollars_max:.4f}")

"""Reports of what is kept, a file each: what to find, and how to write it, as a table."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jobcoach.cli.context import AppContext
from jobcoach.cli.document import to_json
from jobcoach.cli.export.excerpts import stored_excerpts
from jobcoach.cli.interview.kept import resolve_id
from jobcoach.cli.report_file import check_writable, write_whole
from jobcoach.cli.review.kept import find_review, read_review
from jobcoach.errors import InputError
from jobcoach.interview.session.journal import read_transcript
from jobcoach.reports.batch_html import batch_page
from jobcoach.reports.batch_json import batch_document
from jobcoach.reports.batch_markdown import batch_markdown
from jobcoach.reports.batch_view import Batch
from jobcoach.reports.interview_html import interview_page
from jobcoach.reports.interview_json import interview_document
from jobcoach.reports.interview_markdown import interview_markdown
from jobcoach.reports.review_html import review_html
from jobcoach.reports.review_json import review_document
from jobcoach.reports.review_markdown import review_markdown
from jobcoach.store import Store
from jobcoach.text import printable
from jobcoach.words import Language, Words

Form = Literal["html", "markdown", "json"]
LATEST = "latest"
_STDOUT = Path("-")
_SUFFIXES: Mapping[str, Form] = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".json": "json",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reports:
    """One thing in every format; ``lang`` is the language that it was held in, if it has one."""

    lang: Language | None
    html: Callable[[Words], str]
    markdown: Callable[[Words], str]
    json: Callable[[], object]


def export_report(app: AppContext, kind: str, item: str, form: Form | None, output: Path) -> None:
    """Write the report. Raises InputError if there is no such thing, or the file cannot be written."""
    form = form or _form_of(output)
    if output != _STDOUT:
        check_writable(output)
    if not app.locations.database.exists():
        raise InputError(f"there is no {kind} {item}", why="none is kept", mend="jobcoach next")
    with app.open_store() as store:
        reports = _KINDS[kind](app, store, item)
    words = app.words if app.lang_given or reports.lang is None else Words(reports.lang)
    text = _text(reports, form, words)
    if output == _STDOUT:
        sys.stdout.write(text)
        return
    write_whole(output, text.encode("utf-8", "backslashreplace"))
    app.remark(words("export.wrote", path=printable(str(output))))


def _form_of(output: Path) -> Form:
    form = _SUFFIXES.get(output.suffix.lower())
    if form is None:
        raise InputError(
            f"the format of {output} is unknown",
            why="its name does not end in .html, .md or .json",
            mend="--format html, --format markdown or --format json",
        )
    return form


def _text(reports: Reports, form: Form, words: Words) -> str:
    match form:
        case "html":
            return reports.html(words)
        case "markdown":
            return reports.markdown(words)
        case "json":
            return to_json(reports.json()) + "\n"


def _interview(_app: AppContext, store: Store, item: str) -> Reports:
    transcript = read_transcript(store.interviews, resolve_id(store, item))
    return Reports(
        lang=transcript.lang,
        html=lambda words: interview_page(transcript, words),
        markdown=lambda words: interview_markdown(transcript, words),
        json=lambda: interview_document(transcript),
    )


def _review(app: AppContext, store: Store, item: str) -> Reports:
    review = read_review(find_review(store, item))
    return Reports(
        lang=review.lang,
        html=lambda words: review_html(review, stored_excerpts(app, review), words),
        markdown=lambda words: review_markdown(review, words),
        json=lambda: review_document(review),
    )


def _batch(_app: AppContext, store: Store, item: str) -> Reports:
    batch_id = store.batches.latest_id() if item == LATEST else _number(item)
    found = store.batches.get(batch_id) if batch_id is not None else None
    judgements = tuple(store.judgements.of_batch(batch_id)) if batch_id is not None and found else ()
    if batch_id is None or found is None or not judgements:
        raise InputError(
            f"there is no judge {item}",
            why="the ID of a batch is the number of a run of judge"
            if found is None
            else "nothing of it is kept",
            mend="jobcoach history, or jobcoach export judge latest",
        )
    batch = Batch(batch_id, found, judgements)
    return Reports(
        lang=None,
        html=lambda words: batch_page(batch, words),
        markdown=lambda words: batch_markdown(batch, words),
        json=lambda: batch_document(batch),
    )


def _number(item: str) -> int | None:
    return int(item) if item.isascii() and item.isdigit() and len(item) < 19 else None


_KINDS: Mapping[str, Callable[[AppContext, Store, str], Reports]] = {
    "interview": _interview,
    "review": _review,
    "judge": _batch,
}

"""One review: open, look, keep, show, write the reports."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from jobcoach.cli.context import AppContext
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.review.model import chosen_model
from jobcoach.cli.review.progress import ReviewProgress, as_step
from jobcoach.cli.review.reports import Reported, write_reports
from jobcoach.cli.review.request import ReviewOptions
from jobcoach.errors import InputError
from jobcoach.portfolio.excerpts import Excerpts, read_excerpts
from jobcoach.portfolio.facts.fact_cache import CacheKey, FactCache, FactFile
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.pipeline import ReviewRequest, review_repository
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.source.open import open_snapshot
from jobcoach.portfolio.source.snapshot import Snapshot
from jobcoach.portfolio.stages import Stages
from jobcoach.reports.review_json import review_document
from jobcoach.reports.review_terminal import review_lines
from jobcoach.reports.review_view import points_text
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import printable

_FALLS_SHORT = 1
FACTS = "facts"


@dataclass(frozen=True, slots=True)
class _Result:
    """The review, and the code around its lines where a report shows it."""

    review: Review
    excerpts: Excerpts


def run_review(
    app: AppContext, options: ReviewOptions, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> int:
    """Review, keep and show; the exit code is 1 if the score is below ``--fail-under``.

    Raises JobcoachError for a repository, options or a model that cannot be used.
    """
    options.check()
    rules = options.rules()
    request = ReviewRequest(rules, app.lang, options.author, now())
    progress = ReviewProgress(app)
    with interruptible():
        try:
            result = _review(app, options, request, Stages(progress))
        finally:
            progress.clear()
    review = _keep(app, result.review)
    if app.json:
        app.document(review_document(review))
    else:
        for line in review_lines(review, app.words, app.style):
            app.result(line)
    write_reports(app, options.files, Reported(review, result.excerpts, rules, app.words))
    app.remark(app.words("review.kept" if review.questions else "review.kept_plain", id=review.id))
    return _exit_code(app, review, options.fail_under)


def _review(app: AppContext, options: ReviewOptions, request: ReviewRequest, stages: Stages) -> _Result:
    with chosen_model(app, options) as model, closing(open_repository(app, options, stages)) as snapshot:
        reviewed = review_repository(snapshot, request, fact_cache(app, options, snapshot), stages, model)
        for failed in reviewed.known.failed_rules if app.debug else ():
            app.remark(printable(f"{failed.rule} {failed.error}\n{failed.trace}"))
        if options.files.html is None:
            return _Result(reviewed.review, {})
        excerpts = read_excerpts(snapshot, reviewed.known.inventory.files, reviewed.review)
        return _Result(reviewed.review, excerpts)


def fact_cache(app: AppContext, options: ReviewOptions, snapshot: Snapshot) -> FactCache:
    """Where the facts of this repository's files are kept; ``--refresh`` reads none of them."""
    folder = app.locations.cache / FACTS
    known = FactFile(folder, snapshot.source.location)
    return _Anew(known) if options.flags.refresh else known


class _Anew:
    """A cache that is written and not read."""

    def __init__(self, cache: FactCache) -> None:
        self._cache = cache

    def load(self, version: str, files: Iterable[FileInfo]) -> Mapping[CacheKey, FileFacts]:  # noqa: ARG002 (the protocol's)
        return {}

    def save(self, version: str, facts: Iterable[tuple[FileInfo, FileFacts]]) -> None:
        self._cache.save(version, facts)


def open_repository(app: AppContext, options: ReviewOptions, stages: Stages) -> Snapshot:
    """The snapshot; close it after use."""
    with stages.stage("source") as step:
        snapshot = open_snapshot(
            options.location,
            ref=options.ref,
            worktree=options.worktree,
            cache_folder=app.locations.cache,
            progress=as_step(step),
            attended=sys.stdin.isatty() and sys.stderr.isatty() and not os.environ.get("CI"),
        )
    if snapshot.source.kind == "folder" and not snapshot.entries:
        snapshot.close()
        raise InputError(
            f"{options.location}: not a repository",
            why="the folder is empty",
            mend="jobcoach review ./your-repository",
        )
    return snapshot


def _keep(app: AppContext, review: Review) -> Review:
    """Store it; the same with its number."""
    record = ReviewRecord(
        created_at=review.created_at,
        location=review.source.location,
        commit=review.source.commit,
        ref=review.source.ref,
        lang=review.lang,
        score=review.score,
        findings=len(review.findings),
        questions=len(review.questions),
        model=review.llm.model,
        review=review_document(review),
    )
    with app.open_store() as store:
        number = store.reviews.add(record)
    return review.model_copy(update={"id": str(number)})


def _exit_code(app: AppContext, review: Review, fail_under: float | None) -> int:
    if fail_under is None:
        return 0
    if review.score is None:  # a gate that cannot be judged is not passed
        app.remark(app.words("review.nothing_to_compare", limit=points_text(fail_under)))
        return _FALLS_SHORT
    if review.score >= fail_under:
        return 0
    app.remark(app.words("review.below", score=points_text(review.score), limit=points_text(fail_under)))
    return _FALLS_SHORT

"""``jobcoach review --dry-run``: what would be sent to the model. Nothing is sent, nothing is kept."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime

from jobcoach.cli.context import AppContext
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.review_progress import ReviewProgress
from jobcoach.cli.review_request import ReviewOptions
from jobcoach.cli.review_run import fact_cache, open_repository
from jobcoach.llm.model_name import read_model_name
from jobcoach.llm.prices import find_price
from jobcoach.portfolio.pack.pack import pack
from jobcoach.portfolio.pack.packed import Packed
from jobcoach.portfolio.pack.rank import churn_of
from jobcoach.portfolio.pipeline import ReviewRequest, look
from jobcoach.portfolio.stages import Stages
from jobcoach.reports.review_dry_run import DryRun, dry_run_document, dry_run_lines


def show_what_would_be_sent(
    app: AppContext, options: ReviewOptions, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> None:
    """Print it. Raises JobcoachError for a repository or options that cannot be used."""
    options.check()
    request = ReviewRequest(options.rules(), app.lang, options.author, now())
    progress = ReviewProgress(app)
    with interruptible():
        try:
            requests = _packed(app, options, request, Stages(progress))
        finally:
            progress.clear()
    dry_run = _priced(app, options, requests)
    if app.json:
        app.document(dry_run_document(dry_run))
        return
    for line in dry_run_lines(dry_run, app.words, app.style):
        app.result(line)


def _packed(
    app: AppContext, options: ReviewOptions, request: ReviewRequest, stages: Stages
) -> tuple[Packed, ...]:
    with closing(open_repository(app, options, stages)) as snapshot:
        known = look(snapshot, request, fact_cache(app, options, snapshot), stages)
        with stages.stage("pack"):
            return pack(snapshot, known.facts.files, known.findings, churn_of(snapshot.history()))


def _priced(app: AppContext, options: ReviewOptions, requests: Sequence[Packed]) -> DryRun:
    settings = app.settings_with({"llm.model": options.flags.model}).llm
    if settings.model is None:
        return DryRun("", requests, None)
    name = read_model_name(settings.model, settings.base_url)
    price = find_price(name, settings.prices)
    tokens_in = sum(request.tokens for request in requests)
    tokens_out = len(requests) * settings.max_output_tokens
    return DryRun(name.given, requests, price.cost_dollars(tokens_in, tokens_out) if price else None)

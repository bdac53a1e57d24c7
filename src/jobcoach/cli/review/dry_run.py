"""``jobcoach review --dry-run``: what would be sent to the model. Nothing is sent, nothing is kept."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

from jobcoach.cli.context import AppContext
from jobcoach.cli.interruption import interruptible
from jobcoach.cli.review.model import PROMPTS
from jobcoach.cli.review.progress import ReviewProgress
from jobcoach.cli.review.request import ReviewOptions
from jobcoach.cli.review.run import fact_cache, open_repository
from jobcoach.llm.model_name import read_model_name
from jobcoach.llm.prices import find_price
from jobcoach.llm.prompts import load_prompt
from jobcoach.portfolio.model.plan import plan
from jobcoach.portfolio.model.reviewer import PackLimits, ReviewPrompts
from jobcoach.portfolio.pipeline import ReviewRequest, look
from jobcoach.portfolio.stages import Stages
from jobcoach.reports.review_dry_run import DryRun, dry_run_document, dry_run_lines
from jobcoach.resources import prompts_folder


def show_what_would_be_sent(
    app: AppContext, options: ReviewOptions, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> None:
    """Print it. Raises JobcoachError for a repository or options that cannot be used."""
    options.check()
    request = ReviewRequest(options.rules(), app.lang, options.author, now())
    progress = ReviewProgress(app)
    with interruptible():
        try:
            dry_run = _planned(app, options, request, Stages(progress))
        finally:
            progress.clear()
    if app.json:
        app.document(dry_run_document(dry_run))
        return
    for line in dry_run_lines(dry_run, app.words, app.style):
        app.result(line)


def _planned(app: AppContext, options: ReviewOptions, request: ReviewRequest, stages: Stages) -> DryRun:
    settings = app.settings_with({"llm.model": options.flags.model})
    folder = prompts_folder(settings.prompts.path)
    prompts = ReviewPrompts(*(load_prompt(name, folder) for name in PROMPTS))
    with closing(open_repository(app, options, stages)) as snapshot:
        known = look(snapshot, request, fact_cache(app, options, snapshot), stages)
        with stages.stage("pack"):
            limits = PackLimits(settings.review.pack_tokens)
            planned = plan(known, prompts, settings.llm.max_output_tokens, limits)
    if settings.llm.model is None:
        return DryRun("", planned, None, settings.review.pack_tokens)
    name = read_model_name(settings.llm.model, settings.llm.base_url)
    price = planned.dollars_max(find_price(name, settings.llm.prices))
    return DryRun(name.given, planned, price, settings.review.pack_tokens)

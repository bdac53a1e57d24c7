"""The model as a review uses it. Here it is decided whether one takes part."""

from collections.abc import Iterator
from contextlib import contextmanager

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.cli.model import open_model
from jobcoach.cli.review.request import ReviewOptions
from jobcoach.errors import JobcoachError
from jobcoach.portfolio.pipeline import ModelReviewer
from jobcoach.text import one_line

PROMPTS = ("review-code", "review-rewrite", "review-summary")


@contextmanager
def chosen_model(app: AppContext, options: ReviewOptions) -> Iterator[ModelReviewer | None]:
    """None with ``--offline``, and where none is configured. No model is contacted before it is needed.

    Raises JobcoachError for a model, prompts or a budget that cannot be used.
    """
    settings = app.settings_with({"llm.model": options.flags.model})
    if options.offline or settings.llm.model is None:
        yield None
        return
    from jobcoach.llm.prompts import load_prompt
    from jobcoach.portfolio.model.reviewer import GatewayReviewer, PackLimits, ReviewPrompts
    from jobcoach.resources import prompts_folder

    folder = prompts_folder(settings.prompts.path)
    prompts = ReviewPrompts(*(load_prompt(name, folder) for name in PROMPTS))
    limits = PackLimits(settings.review.pack_tokens)

    def tell(failure: JobcoachError) -> None:
        what, mend = tell_error(failure, app.words)
        app.remark(one_line(app.words("review.model_failed", reason=what)))
        if mend:
            app.remark(f"  {app.words('main.error.mend')} {one_line(mend)}")

    with open_model(app, options.flags) as gateway:
        yield GatewayReviewer(gateway, prompts, limits, on_failure=tell)

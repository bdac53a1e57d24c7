"""``jobcoach history``: what has been judged and reviewed, newest first, or one judgement with its tests."""

from typing import Annotated

import typer

from jobcoach.cli.context import AppContext, app_context
from jobcoach.cli.history.reviews import review_as_json, review_list_lines
from jobcoach.cli.history.view import as_json, judgement_lines, list_lines
from jobcoach.errors import InputError
from jobcoach.store import JudgementRecord
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import one_line

FORMAT = "jobcoach.history/1"
app = typer.Typer()


@app.command()
def history(
    ctx: typer.Context,
    judgement_id: Annotated[int | None, typer.Argument(metavar="ID", min=1, show_default=False)] = None,
    problem: Annotated[str | None, typer.Option("--problem", metavar="ID", show_default=False)] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1)] = 20,
) -> None:
    """List judgements, or show one."""
    app = app_context(ctx)
    if judgement_id is None:
        _list(app, problem, limit)
    else:
        _show(app, judgement_id)


def _list(app: AppContext, problem: str | None, limit: int) -> None:
    records: list[JudgementRecord] = []
    reviews: list[ReviewRecord] = []
    if app.locations.database.exists():
        with app.open_store() as store:
            records = store.judgements.latest(limit, problem=problem)
            reviews = [] if problem else store.reviews.latest(limit)
    if app.json:
        judgements = [as_json(record) for record in records]
        app.document(
            {
                "format": FORMAT,
                "judgements": judgements,
                "reviews": [review_as_json(each) for each in reviews],
            }
        )
        return
    if records:
        for line in list_lines(records, app.words, app.style):
            app.result(line)
    if reviews:
        if records:
            app.result("")
        for line in review_list_lines(reviews, app.words, app.style):
            app.result(line)
    if not records and not reviews:
        none = (
            app.words("history.none_of", problem=one_line(problem)) if problem else app.words("history.none")
        )
        app.remark(none)


def _show(app: AppContext, judgement_id: int) -> None:
    record = None
    if app.locations.database.exists():
        with app.open_store() as store:
            record = store.judgements.get(judgement_id)
    if record is None:
        raise InputError(app.words("history.unknown", id=judgement_id), mend="jobcoach history")
    if app.json:
        app.document({"format": FORMAT, "judgement": as_json(record, tests=record.tests)})
        return
    for line in judgement_lines(record, app.words, app.style):
        app.result(line)

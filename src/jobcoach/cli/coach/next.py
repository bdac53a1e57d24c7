"""``jobcoach next``: what to do now."""

from datetime import datetime

import typer

from jobcoach.cli.context import app_context

app = typer.Typer()


@app.command(name="next")
def next_command(ctx: typer.Context) -> None:
    """Say what to do next."""
    from jobcoach.cli.coach.gather import gather_record  # 200 ms: the store and the models of reviews
    from jobcoach.coach.next_steps import next_steps
    from jobcoach.reports.next_steps import steps_document, steps_lines

    app = app_context(ctx)
    steps = next_steps(gather_record(app), datetime.now().astimezone(), app.settings.goal)
    if app.json:
        app.document(steps_document(steps, app.words))
        return
    for line in steps_lines(steps, app.words, app.style):
        app.result(line)

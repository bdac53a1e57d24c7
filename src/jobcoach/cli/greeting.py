"""``jobcoach`` alone: what there is, and what to do now."""

from datetime import datetime

from jobcoach import __version__
from jobcoach.cli.context import AppContext
from jobcoach.text import pad, width, wrap

_JOBS = {
    "interview": "jobcoach interview",
    "review": "jobcoach review ./my-repo",
    "judge": "jobcoach judge solution.py",
}


def greet(app: AppContext) -> None:
    """Print the three jobs, then the most useful step for who was here before, else how to set up."""
    words, style = app.words, app.style
    app.result(style.bold(words("greeting.title", version=__version__)))
    app.result("")
    first = max(map(width, _JOBS.values()))
    for name, command in _JOBS.items():
        _line(app, command, words(f"greeting.{name}"), first)
    app.result("")
    if app.locations.database.exists():
        _next(app)
    elif not app.locations.config_file.exists():
        app.result(words("greeting.init"))
        app.result("  " + style.good("jobcoach init"))
        app.result("")
    for line in wrap(words("greeting.help"), style.columns):
        app.result(style.dim(line))


def _line(app: AppContext, command: str, told: str, first: int) -> None:
    """A command and what it is for: beside it, or below it where the terminal is narrow."""
    style = app.style
    if 4 + first + width(told) <= style.columns:
        app.result(f"  {style.good(pad(command, first))}  {told}")
        return
    app.result(f"  {style.good(command)}")
    for line in wrap(told, style.columns - 6):
        app.result(f"      {line}")


def _next(app: AppContext) -> None:
    from jobcoach.cli.coach.gather import gather_record  # 200 ms: the store and the models of reviews
    from jobcoach.coach.next_steps import next_steps
    from jobcoach.reports.next_steps import steps_lines

    steps = next_steps(gather_record(app), datetime.now().astimezone(), app.settings.goal)
    app.result(app.style.bold(app.words("greeting.next")))
    for line in steps_lines(steps[:1], app.words, app.style):
        app.result(line)
    app.result("")

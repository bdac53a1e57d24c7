"""``jobcoach problems``: list, show, make, verify and import problems."""

from pathlib import Path
from typing import Annotated

import typer

from jobcoach.cli.context import app_context

app = typer.Typer()


@app.callback()
def problems() -> None:
    """Make this a group."""


@app.command(name="list")
def list_command(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Option("--topic", show_default=False)] = None,
    difficulty: Annotated[int | None, typer.Option("--difficulty", min=1, max=5, show_default=False)] = None,
) -> None:
    """List problems."""
    from jobcoach.cli.problems.show import list_problems

    list_problems(app_context(ctx), topic, difficulty)


@app.command()
def show(
    ctx: typer.Context, problem: Annotated[str, typer.Argument(metavar="ID|DIR", show_default=False)]
) -> None:
    """Show one problem."""
    from jobcoach.cli.problems.show import show_problem

    show_problem(app_context(ctx), problem)


@app.command()
def verify(
    ctx: typer.Context,
    problems: Annotated[list[str] | None, typer.Argument(metavar="PATH|ID", show_default=False)] = None,
    *,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", show_default=False)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache")] = False,
    sandbox: Annotated[
        str | None, typer.Option("--sandbox", metavar="docker|process", show_default=False)
    ] = None,
) -> None:
    """Verify packages; exit 1 if anything is not as expected."""
    from jobcoach.cli.problems.verify import verify_all

    app = app_context(ctx)
    settings = app.settings_with({"judge.jobs": jobs, "judge.sandbox": sandbox})
    raise typer.Exit(verify_all(app, settings, problems or [], use_cache=not no_cache))


@app.command()
def stress(
    ctx: typer.Context,
    problem: Annotated[str, typer.Argument(metavar="ID|DIR", show_default=False)],
    submission: Annotated[str, typer.Argument(metavar="PATH", show_default=False)],
    *,
    language: Annotated[str | None, typer.Option("--language", "-l", show_default=False)] = None,
    tries: Annotated[int, typer.Option("--tries", metavar="N", min=1, max=100_000)] = 500,
    seed: Annotated[int, typer.Option("--seed", metavar="N")] = 1,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", show_default=False)] = None,
    sandbox: Annotated[
        str | None, typer.Option("--sandbox", metavar="docker|process", show_default=False)
    ] = None,
) -> None:
    """Find a small input that a submission fails; exit 1 if there is one."""
    from jobcoach.cli.problems.stress import StressRequest, stress_one

    app = app_context(ctx)
    settings = app.settings_with({"judge.sandbox": sandbox})
    request = StressRequest(problem, submission, language, tries, seed, save)
    raise typer.Exit(stress_one(app, settings, request))


@app.command()
def hint(
    ctx: typer.Context,
    problem: Annotated[str, typer.Argument(metavar="ID|DIR", show_default=False)],
    step: Annotated[int, typer.Argument(metavar="[STEP]", min=1, max=5, show_default=False)] = 1,
) -> None:
    """Show the hints up to a step."""
    from jobcoach.cli.problems.help_along import show_hints

    show_hints(app_context(ctx), problem, step)


@app.command()
def solution(
    ctx: typer.Context, problem: Annotated[str, typer.Argument(metavar="ID|DIR", show_default=False)]
) -> None:
    """Show the editorial."""
    from jobcoach.cli.problems.help_along import show_solution

    show_solution(app_context(ctx), problem)


@app.command()
def start(
    ctx: typer.Context,
    problem: Annotated[str, typer.Argument(metavar="ID|DIR", show_default=False)],
    *,
    language: Annotated[
        str, typer.Option("--language", "-l", metavar="python|java|cpp|javascript")
    ] = "python",
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", show_default=False)] = None,
) -> None:
    """Write a file to begin with."""
    from jobcoach.cli.problems.help_along import start_file

    start_file(app_context(ctx), problem, language, to)


@app.command()
def new(
    ctx: typer.Context,
    problem_id: Annotated[str, typer.Argument(metavar="ID", show_default=False)],
    title: Annotated[str | None, typer.Option("--title", show_default=False)] = None,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", show_default=False)] = None,
) -> None:
    """Make a package's skeleton."""
    from jobcoach.cli.problems.add import make_new

    make_new(app_context(ctx), problem_id, title, to)


@app.command(name="import")
def import_command(
    ctx: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="SOURCE", show_default=False)],
    *,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", show_default=False)] = None,
    problem_id: Annotated[str | None, typer.Option("--id", metavar="ID", show_default=False)] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,
) -> None:
    """Import a package."""
    from jobcoach.cli.problems.add import import_one

    import_one(app_context(ctx), source, to, problem_id, replace=replace)

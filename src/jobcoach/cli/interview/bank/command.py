"""``jobcoach interview bank``: the questions there are, and the user's own."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from jobcoach.cli.context import app_context

_LEVEL = Literal["junior", "mid", "senior"]
app = typer.Typer()


@app.callback()
def bank() -> None:
    """Make this a group."""


@app.command(name="list")
def list_command(
    ctx: typer.Context,
    *,
    topic: Annotated[list[str] | None, typer.Option("--topic", "-t", show_default=False)] = None,
    level: Annotated[_LEVEL | None, typer.Option("--level", show_default=False)] = None,
) -> None:
    """List questions."""
    from jobcoach.cli.interview.bank.show import list_questions

    list_questions(app_context(ctx), topic or [], level)


@app.command()
def show(
    ctx: typer.Context, question_id: Annotated[str, typer.Argument(metavar="ID", show_default=False)]
) -> None:
    """Show one question."""
    from jobcoach.cli.interview.bank.show import show_question

    show_question(app_context(ctx), question_id)


@app.command()
def add(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", show_default=False)] = None,
    *,
    template: Annotated[bool, typer.Option("--template")] = False,
    replace: Annotated[bool, typer.Option("--replace")] = False,
) -> None:
    """Add a question."""
    from jobcoach.cli.interview.bank.add import add_question, print_template

    if template:
        print_template(app_context(ctx))
    else:
        add_question(app_context(ctx), file, replace=replace)


@app.command(name="import")
def import_command(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", show_default=False)],
    *,
    topic: Annotated[str | None, typer.Option("--topic", "-t", show_default=False)] = None,
    level: Annotated[_LEVEL, typer.Option("--level")] = "junior",
    shape: Annotated[str | None, typer.Option("--shape", show_default=False)] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
) -> None:
    """Import questions from Markdown."""
    from jobcoach.cli.interview.bank.add import ImportRequest, import_questions

    request = ImportRequest(tuple(files), topic, level, shape, replace=replace, dry_run=dry_run)
    import_questions(app_context(ctx), request)


@app.command()
def validate(
    ctx: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", show_default=False)] = None,
) -> None:
    """Check question files; exit 2 if one cannot be used."""
    from jobcoach.cli.interview.bank.check import validate_files

    raise typer.Exit(validate_files(app_context(ctx), files or []))

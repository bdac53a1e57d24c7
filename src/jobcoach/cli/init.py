"""``jobcoach init``: three questions, then a first interview."""

from typing import Annotated, Literal

import typer

from jobcoach.cli.context import app_context

app = typer.Typer()


@app.command()
def init(
    ctx: typer.Context,
    *,
    language: Annotated[Literal["ko", "en"] | None, typer.Option("--language", show_default=False)] = None,
    goal: Annotated[
        Literal["all", "interview", "portfolio", "coding-test"] | None,
        typer.Option("--goal", show_default=False),
    ] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME|offline", show_default=False)] = None,
    base_url: Annotated[str | None, typer.Option("--base-url", metavar="URL", show_default=False)] = None,
) -> None:
    """Set up."""
    from jobcoach.cli.first_hour import Answers, set_up  # 60 ms: the settings

    code = set_up(app_context(ctx), Answers(language, goal, model, base_url))
    raise typer.Exit(code)

"""``jobcoach export``: an interview, a review or a judged batch as a file."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from jobcoach.cli.context import app_context

app = typer.Typer()


@app.command()
def export(
    ctx: typer.Context,
    kind: Annotated[
        Literal["interview", "review", "judge"], typer.Argument(metavar="KIND", show_default=False)
    ],
    item: Annotated[str, typer.Argument(metavar="ID|latest")] = "latest",
    *,
    form: Annotated[
        Literal["html", "markdown", "json"] | None, typer.Option("--format", "-f", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE|-", show_default=False)],
) -> None:
    """Write a report."""
    from jobcoach.cli.export.run import export_report  # 200 ms: the store and the reports

    export_report(app_context(ctx), kind, item, form, output)

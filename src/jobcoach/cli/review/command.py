"""``jobcoach review``: the options alone, for ``--help`` imports this."""

from pathlib import Path
from typing import Annotated

import typer

from jobcoach.cli.context import app_context
from jobcoach.cli.model import BudgetOption, ModelFlags, ModelOption, NoCacheOption, RefreshOption
from jobcoach.cli.review.request import ReviewFiles, ReviewOptions
from jobcoach.errors import InputError

_RULES = "rules"
app = typer.Typer()


@app.command()
def review(
    ctx: typer.Context,
    location: Annotated[str, typer.Argument(metavar="PATH|URL|rules", show_default=False)],
    rule_id: Annotated[str | None, typer.Argument(metavar="[ID]", show_default=False)] = None,
    *,
    ref: Annotated[str | None, typer.Option("--ref", metavar="REF", show_default=False)] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="NAME|EMAIL", show_default=False)] = None,
    worktree: Annotated[bool, typer.Option("--worktree")] = False,
    offline: Annotated[bool, typer.Option("--offline")] = False,
    model: ModelOption = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", metavar="FILE", show_default=False)] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", show_default=False)] = None,
    sarif: Annotated[Path | None, typer.Option("--sarif", metavar="FILE", show_default=False)] = None,
    fail_under: Annotated[
        float | None, typer.Option("--fail-under", metavar="N", min=0, max=100, show_default=False)
    ] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="RULE", show_default=False)] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", show_default=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    budget: BudgetOption = None,
    no_cache: NoCacheOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Review a repository."""
    context = app_context(ctx)
    if location == _RULES:
        from jobcoach.cli.review.rules import show_rules

        show_rules(context, rule_id)
        return
    if rule_id is not None:
        raise InputError(
            f"one repository at a time, and {rule_id!r} would be a second",
            mend="jobcoach review --help",
        )
    options = ReviewOptions(
        location=location,
        ref=ref,
        author=author,
        worktree=worktree,
        offline=offline,
        only=tuple(only or ()),
        ignore=tuple(ignore or ()),
        fail_under=fail_under,
        files=ReviewFiles(markdown=markdown, html=html, sarif=sarif),
        flags=ModelFlags(model, no_cache, refresh, budget),
    )
    if dry_run:
        from jobcoach.cli.review.dry_run import show_what_would_be_sent

        show_what_would_be_sent(context, options)
        return
    from jobcoach.cli.review.run import run_review

    raise typer.Exit(run_review(context, options))

"""``jobcoach review``: the options alone, for ``--help`` imports this."""

from pathlib import Path
from typing import Annotated

import typer

from jobcoach.cli.context import app_context
from jobcoach.cli.model import BudgetOption, ModelFlags, ModelOption, NoCacheOption, RefreshOption
from jobcoach.cli.review.request import ReviewFiles, ReviewOptions
from jobcoach.errors import InputError

_RULES, _SHOW, _LIST = "rules", "show", "list"
# The options that each word takes; all others belong to a review that is to be made.
_OPTIONS_OF = {
    _RULES: frozenset[str](),
    _SHOW: frozenset({"markdown", "html", "sarif"}),
    _LIST: frozenset({"limit"}),
}
app = typer.Typer()


def _refuse_options(ctx: typer.Context, word: str | None) -> None:
    """An option that would do nothing is a mistake that nobody would notice."""
    given = _given(ctx)
    if word is None and "limit" in given:
        raise InputError("--limit belongs to review list", mend="jobcoach review --help")
    for name, option in given.items():
        if word is not None and name not in _OPTIONS_OF[word]:
            raise InputError(
                f"{option} cannot be combined with review {word}",
                mend="jobcoach review --help",
            )


def _given(ctx: typer.Context) -> dict[str, str]:
    """The options on the command line, by parameter; as the user may write them."""
    found = {}
    for param in ctx.command.params:
        source = ctx.get_parameter_source(param.name) if param.name in ctx.params else None
        if source is not None and source.name == "COMMANDLINE" and param.opts != [param.name]:
            found[param.name] = max(param.opts, key=len)
    return found


@app.command()
def review(
    ctx: typer.Context,
    location: Annotated[str, typer.Argument(metavar="PATH|URL|rules|show|list", show_default=False)],
    item: Annotated[str | None, typer.Argument(metavar="[ID]", show_default=False)] = None,
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
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", metavar="N", min=1, show_default=False)
    ] = None,
    budget: BudgetOption = None,
    no_cache: NoCacheOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Review a repository."""
    context = app_context(ctx)
    files = ReviewFiles(markdown=markdown, html=html, sarif=sarif)
    _refuse_options(ctx, location if location in _OPTIONS_OF else None)
    if location == _RULES:
        from jobcoach.cli.review.rules import show_rules

        show_rules(context, item)
        return
    if location == _SHOW:
        from jobcoach.cli.review.kept import show_review

        show_review(context, item, files)
        return
    if item is not None:
        raise InputError(
            f"one repository at a time, and {item!r} would be a second",
            mend="jobcoach review --help",
        )
    if location == _LIST:
        from jobcoach.cli.review.kept import list_reviews

        list_reviews(context, limit)
        return
    options = ReviewOptions(
        location=location,
        ref=ref,
        author=author,
        worktree=worktree,
        offline=offline,
        only=tuple(only or ()),
        ignore=tuple(ignore or ()),
        fail_under=fail_under,
        files=files,
        flags=ModelFlags(model, no_cache, refresh, budget),
    )
    if dry_run:
        from jobcoach.cli.review.dry_run import show_what_would_be_sent

        show_what_would_be_sent(context, options)
        return
    from jobcoach.cli.review.run import run_review

    raise typer.Exit(run_review(context, options))

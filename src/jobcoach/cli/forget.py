"""``jobcoach forget``: out of the store, the cache and the logs."""

import sys
from typing import Annotated, Literal

import typer

from jobcoach.cli.context import AppContext, app_context
from jobcoach.errors import InputError

FORMAT = "jobcoach.forget/1"
LATEST = "latest"
_Kind = Literal["interview", "review", "judgement", "calibration"]

app = typer.Typer()


@app.command()
def forget(
    ctx: typer.Context,
    kind: Annotated[_Kind | None, typer.Argument(metavar="KIND", show_default=False)] = None,
    item: Annotated[str | None, typer.Argument(metavar="ID|latest", show_default=False)] = None,
    *,
    everything: Annotated[bool, typer.Option("--all")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
) -> None:
    """Remove what is kept."""
    app = app_context(ctx)
    if (item is None) is not everything:
        raise InputError(
            "say what is to be forgotten: one ID, or --all",
            mend="jobcoach forget interview latest, or jobcoach forget --all",
        )
    from jobcoach.cli.erase import erase_all, erase_kind, wanted_ids  # 150 ms: the store

    if kind is None:
        _confirm(app, app.words("forget.ask_all"), yes=yes)
        removed = erase_all(app)
    else:
        ids = wanted_ids(app, kind, item)
        _confirm(app, app.words(f"forget.ask.{kind}", count=len(ids), ids=", ".join(ids[:5])), yes=yes)
        removed = erase_kind(app, kind, ids)
    if app.json:
        app.document({"format": FORMAT, "removed": removed})
        return
    for name, count in removed.items():
        if count:
            app.result(app.words(f"forget.removed.{name}", count=count))
    app.remark(app.words("forget.kept"))


def _confirm(app: AppContext, question: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise InputError(
            "nobody is there to be asked", why="this cannot be undone", mend="the same command with --yes"
        )
    sys.stderr.write(f"{question} {app.words('forget.yes_no')} ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes", "ㅛ", "예", "네"):
        app.remark(app.words("forget.nothing"))
        raise typer.Exit(0)

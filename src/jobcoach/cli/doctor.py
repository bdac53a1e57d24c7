"""``jobcoach doctor``: is all there that jobcoach needs, and if not, which command mends it."""

import typer

from jobcoach.cli.checks import Check, run_checks
from jobcoach.cli.context import AppContext, app_context
from jobcoach.reports.style import Style
from jobcoach.text import one_line, pad, width, wrap

FORMAT = "jobcoach.doctor/1"
_ENVIRONMENT_MISSING = 3
_DETAIL_COLUMNS_MIN = 30
app = typer.Typer()


@app.command()
def doctor(ctx: typer.Context) -> None:
    """Check the environment; exit 3 if something needed is missing."""
    app = app_context(ctx)
    checks = list(run_checks(app))
    missing = [check for check in checks if check.state == "missing"]
    if app.json:
        app.document({"format": FORMAT, "ok": not missing, "checks": checks})
    else:
        _print(app, checks)
    if missing:
        raise typer.Exit(_ENVIRONMENT_MISSING)


def _print(app: AppContext, checks: list[Check]) -> None:
    words, style = app.words, app.style
    states = {state: words(f"doctor.state.{state}") for state in ("ok", "note", "missing")}
    first = max(width(text) for text in states.values())
    second = max(width(check.part) for check in checks)
    indent = " " * (first + second + 4)
    for check in checks:
        state = _coloured(style, check.state, pad(states[check.state], first))
        detail = wrap(one_line(check.detail), max(style.columns - len(indent), _DETAIL_COLUMNS_MIN))
        app.result(f"{state}  {pad(check.part, second)}  {detail[0] if detail else ''}".rstrip())
        for line in detail[1:]:
            app.result(indent + line)
        if check.mend:  # never wrapped: it is there to be copied
            app.result(f"{indent}{words('main.error.mend')} {one_line(check.mend)}")
    count = sum(check.state == "missing" for check in checks)
    app.remark(words("doctor.missing", count=count) if count else words("doctor.all_there"))


def _coloured(style: Style, state: str, text: str) -> str:
    return {"ok": style.good, "note": style.dim, "missing": style.bad}[state](text)

"""``jobcoach cache``: how much is kept to save time and money, and away with it."""

from dataclasses import asdict

import typer

from jobcoach.cli.context import AppContext, app_context
from jobcoach.text import one_line, pad, pad_left, width

FORMAT = "jobcoach.cache/1"
_KIB = 1024
app = typer.Typer()


@app.callback()
def cache() -> None:
    """Make this a group."""


@app.command()
def stats(ctx: typer.Context) -> None:
    """Say what is kept, and what the calls of models have taken so far."""
    from jobcoach.cli.caches import CACHES  # 50 ms: pydantic

    app = app_context(ctx)
    kept = [row.measure(app) for row in CACHES]
    calls = _calls(app)
    if app.json:
        app.document({"format": FORMAT, "caches": kept, "model_calls": calls})
        return
    _print(app, [(row.name, row.entries, row.size_bytes, str(row.path)) for row in kept])
    if calls["calls"]:
        cost = f"{calls['cost_dollars']:.4f}"
        app.result(app.words("cache.calls", **{**calls, "count": calls["calls"], "cost_dollars": cost}))
    if calls["unpriced"]:
        app.result(app.words("cache.unpriced", count=calls["unpriced"]))


@app.command()
def clear(ctx: typer.Context) -> None:
    """Remove what is kept. History and interviews are no cache and stay."""
    from jobcoach.cli.caches import CACHES  # 50 ms: pydantic

    app = app_context(ctx)
    removed = [row.clear(app) for row in CACHES]
    if app.json:
        app.document({"format": FORMAT, "removed": removed})
        return
    _print(app, [(row.name, row.entries, row.size_bytes, str(row.path)) for row in removed])
    app.remark(app.words("cache.removed", count=sum(row.entries for row in removed)))


def _print(app: AppContext, rows: list[tuple[str, int, int, str]]) -> None:
    """Name, entries, bytes and place of each cache, as a table."""
    names = [app.words(f"cache.name.{name}") for name, *_ in rows]
    counts = [app.words("cache.entries", count=entries) for _, entries, _, _ in rows]
    sizes = [f"{-(-size_bytes // _KIB):,} KiB" for _, _, size_bytes, _ in rows]
    first, second, third = (max(map(width, column)) for column in (names, counts, sizes))
    for name, count, size, (*_, place) in zip(names, counts, sizes, rows, strict=True):
        cells = (pad(name, first), pad_left(count, second), pad_left(size, third), one_line(place))
        app.result("  ".join(cells))


def _calls(app: AppContext) -> dict[str, int | float]:
    """Totals of the calls of models, zeros where there is no database yet."""
    from jobcoach.store.model_calls import ModelCallTotals

    if not app.locations.database.exists():
        return asdict(ModelCallTotals(0, 0, 0, 0, 0, 0.0, 0))
    with app.open_store() as store:
        return asdict(store.model_calls.totals())

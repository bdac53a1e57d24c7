"""``jobcoach calibrate``: how far a grader agrees with people, and what it falls for."""

from typing import Annotated, Literal

import typer

from jobcoach.cli.context import app_context
from jobcoach.cli.model import BudgetOption, ModelFlags, ModelOption, NoCacheOption, RefreshOption

app = typer.Typer()


@app.command()
def calibrate(
    ctx: typer.Context,
    data: Annotated[
        str | None, typer.Argument(metavar="GOLD.csv|bank:ko|bank:en", show_default=False)
    ] = None,
    *,
    grader: Annotated[Literal["offline", "model"], typer.Option("--grader")] = "offline",
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, show_default=False)] = None,
    repeat: Annotated[int, typer.Option("--repeat", metavar="K", min=1, max=50, show_default=False)] = 1,
    adversarial: Annotated[bool, typer.Option("--adversarial")] = False,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="ID|latest", show_default=False)
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", min=0)] = 0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, max=64)] = 4,
    samples: Annotated[int, typer.Option("--samples", metavar="N", min=1, max=9)] = 1,
    model: ModelOption = None,
    budget: BudgetOption = None,
    no_cache: NoCacheOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Calibrate a grader; exit 1 if it is worse than the baseline."""
    from jobcoach.cli.calibrate.run import CalibrationRequest, list_calibrations, run_calibration

    app = app_context(ctx)
    if data is None:
        list_calibrations(app)
        return
    request = CalibrationRequest(
        data=data,
        grader=grader,
        limit=limit,
        repeat=repeat,
        adversarial=adversarial,
        baseline=baseline,
        seed=seed,
        jobs=jobs,
        samples=samples,
        flags=ModelFlags(model, no_cache, refresh, budget),
    )
    raise typer.Exit(run_calibration(app, request))

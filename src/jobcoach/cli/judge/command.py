"""``jobcoach judge``: judge submissions and report their verdicts."""

import math
from pathlib import Path
from typing import Annotated

import typer

from jobcoach.cli.context import app_context
from jobcoach.cli.judge.explain import ExplainOptions
from jobcoach.cli.judge.files import ReportFiles
from jobcoach.cli.judge.run import JudgeRequest, judge_once
from jobcoach.cli.model import ModelFlags, ModelOption
from jobcoach.errors import InputError

app = typer.Typer()


@app.command()
def judge(
    ctx: typer.Context,
    *,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", show_default=False)],
    problem: Annotated[str | None, typer.Option("--problem", "-p", metavar="ID|DIR")] = None,
    language: Annotated[str | None, typer.Option("--language", "-l")] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", metavar="N")] = None,
    since: Annotated[str | None, typer.Option("--changed-since", metavar="REF")] = None,
    junit: Annotated[Path | None, typer.Option("--junit", metavar="FILE")] = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", metavar="FILE")] = None,
    annotations: Annotated[Path | None, typer.Option("--annotations", metavar="FILE")] = None,
    code_quality: Annotated[Path | None, typer.Option("--code-quality", metavar="FILE")] = None,
    figures: Annotated[Path | None, typer.Option("--figures", metavar="FILE")] = None,
    fail_under: Annotated[float | None, typer.Option("--fail-under", metavar="POINTS")] = None,
    rejudge: Annotated[bool, typer.Option("--rejudge")] = False,
    stop_on_fail: Annotated[bool, typer.Option("--stop-on-fail")] = False,
    show_diff: Annotated[bool, typer.Option("--show-diff")] = False,
    time_factor: Annotated[float | None, typer.Option("--time-factor", metavar="FACTOR")] = None,
    sandbox: Annotated[str | None, typer.Option("--sandbox", metavar="docker|process")] = None,
    watch: Annotated[bool, typer.Option("--watch")] = False,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    hint: Annotated[
        int | None, typer.Option("--hint", metavar="1|2|3", min=1, max=3, show_default=False)
    ] = None,
    offline: Annotated[bool, typer.Option("--offline")] = False,
    model: ModelOption = None,
) -> None:
    """Judge submissions and report their verdicts."""
    app = app_context(ctx)
    if fail_under is not None and math.isnan(fail_under):  # nothing is less than it: all would pass
        raise InputError("--fail-under is not valid", why="it must be a number of points")
    for option, given in (("--hint", hint), ("--offline", offline), ("--model", model)):
        if given and not explain:
            raise InputError(app.words("judge.needs_explain", option=option), mend="jobcoach judge --help")
    settings = app.settings_with(
        {"judge.jobs": jobs, "judge.time_factor": time_factor, "judge.sandbox": sandbox}
    )
    request = JudgeRequest(
        paths=tuple(paths),
        problem=problem,
        language=language,
        settings=settings,
        files=ReportFiles(junit, markdown, annotations, code_quality, figures),
        changed_since=since,
        fail_under=fail_under,
        rejudge=rejudge,
        stop_on_fail=stop_on_fail,
        show_diff=show_diff,
        explain=ExplainOptions(hint or 1, offline, ModelFlags(model)) if explain else None,
    )
    request.files.check()
    if watch:
        if app.json or "-" in paths:
            raise InputError("--watch cannot be combined with --json or standard input")
        from jobcoach.cli.judge.loop import judge_and_watch

        judge_and_watch(app, request)
    raise typer.Exit(judge_once(app, request))

"""``jobcoach interview``: hold a mock interview; the options alone, for ``--help`` imports this."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from jobcoach.cli.context import app_context
from jobcoach.cli.interview.bank.command import app as bank
from jobcoach.cli.interview.request import LATEST, InterviewRequest, ModelRequest
from jobcoach.cli.late_group import LateGroup
from jobcoach.cli.model import BudgetOption, ModelFlags, ModelOption, NoCacheOption, RefreshOption
from jobcoach.errors import InputError

_LEVEL = Literal["junior", "mid", "senior"]


class _ResumesTheLatest(LateGroup):
    """``--resume`` takes an ID or none; the parser knows only options that always or never take one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (typer keeps contexts to itself)
        line: list[str] = []
        for index, argument in enumerate(args):
            following = args[index + 1] if index + 1 < len(args) else "-"
            alone = following.startswith("-") or following in self.commands
            line.append(f"--resume={LATEST}" if argument == "--resume" and alone else argument)
        return super().parse_args(ctx, line)


app = typer.Typer(cls=_ResumesTheLatest)


def _refuse_options_of_an_interview(ctx: typer.Context) -> None:
    """An option before a sub-command would do nothing, and nobody would know."""
    for option in _given(ctx).values():
        raise InputError(
            f"{option} stands before {ctx.invoked_subcommand}",
            why="there it belongs to an interview that is to be held",
            mend=f"jobcoach interview {ctx.invoked_subcommand} --help",
        )


def _refuse_another_plan(ctx: typer.Context) -> None:
    """These have defaults, so that the request does not tell whether they were asked for."""
    given = _given(ctx)
    for name in ("questions", "mode"):
        if name in given:
            raise InputError(
                f"{given[name]} cannot be combined with --resume",
                why="the questions of a session are fixed when it begins",
                mend="jobcoach interview --resume",
            )


def _given(ctx: typer.Context) -> dict[str, str]:
    """The options on the command line, by parameter; as the user may write them."""
    found = {}
    for param in ctx.command.params:
        source = ctx.get_parameter_source(param.name) if param.name in ctx.params else None
        if source is not None and source.name == "COMMANDLINE":
            found[param.name] = max(param.opts, key=len)
    return found


@app.callback(invoke_without_command=True)
def interview(
    ctx: typer.Context,
    *,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", "-t", metavar="TOPIC", show_default=False)
    ] = None,
    level: Annotated[_LEVEL | None, typer.Option("--level", show_default=False)] = None,
    questions: Annotated[
        int | None, typer.Option("--questions", "-n", metavar="N", min=1, max=50, show_default=False)
    ] = None,
    posting: Annotated[str | None, typer.Option("--posting", metavar="FILE|-", show_default=False)] = None,
    from_review: Annotated[
        str | None, typer.Option("--from-review", metavar="ID|latest", show_default=False)
    ] = None,
    mode: Annotated[Literal["study", "exam"], typer.Option("--mode")] = "study",
    resume: Annotated[str | None, typer.Option("--resume", metavar="[ID]", show_default=False)] = None,
    answers: Annotated[str | None, typer.Option("--answers", metavar="FILE|-", show_default=False)] = None,
    markdown: Annotated[Path | None, typer.Option("--markdown", metavar="FILE", show_default=False)] = None,
    seconds: Annotated[
        int | None, typer.Option("--seconds-per-question", metavar="N", min=1, max=7200, show_default=False)
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", metavar="N", min=0, show_default=False)] = None,
    offline: Annotated[bool, typer.Option("--offline")] = False,
    model: ModelOption = None,
    samples: Annotated[int, typer.Option("--samples", metavar="N", min=1, max=9)] = 1,
    when_model_fails: Annotated[
        Literal["ask", "offline", "pause"] | None, typer.Option("--when-model-fails", show_default=False)
    ] = None,
    budget: BudgetOption = None,
    no_cache: NoCacheOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Hold a mock interview."""
    if ctx.invoked_subcommand is not None:
        _refuse_options_of_an_interview(ctx)
        return
    if resume is not None:
        _refuse_another_plan(ctx)
    request = InterviewRequest(
        topics=tuple(topic or ()),
        level=level,
        questions=questions,
        posting=posting,
        from_review=from_review,
        mode=mode,
        resume=resume,
        answers=answers,
        markdown=markdown,
        seconds_per_question=seconds,
        seed=seed,
        when_model_fails=when_model_fails,
        model=ModelRequest(offline, samples, ModelFlags(model, no_cache, refresh, budget)),
    )
    from jobcoach.cli.interview.run import run_interview

    raise typer.Exit(run_interview(app_context(ctx), request))


@app.command()
def grade(
    ctx: typer.Context,
    interview_id: Annotated[str, typer.Argument(metavar="ID|latest", show_default=False)],
    *,
    everything: Annotated[bool, typer.Option("--all")] = False,
    markdown: Annotated[Path | None, typer.Option("--markdown", metavar="FILE", show_default=False)] = None,
    offline: Annotated[bool, typer.Option("--offline")] = False,
    model: ModelOption = None,
    samples: Annotated[int, typer.Option("--samples", metavar="N", min=1, max=9)] = 1,
    budget: BudgetOption = None,
    no_cache: NoCacheOption = False,
    refresh: RefreshOption = False,
) -> None:
    """Grade a kept interview's answers."""
    from jobcoach.cli.interview.grade import grade_interview

    wanted = ModelRequest(offline, samples, ModelFlags(model, no_cache, refresh, budget))
    raise typer.Exit(grade_interview(app_context(ctx), interview_id, wanted, markdown, everything=everything))


@app.command()
def show(
    ctx: typer.Context,
    interview_id: Annotated[str, typer.Argument(metavar="ID|latest", show_default=False)],
    *,
    markdown: Annotated[Path | None, typer.Option("--markdown", metavar="FILE", show_default=False)] = None,
) -> None:
    """Show a kept interview."""
    from jobcoach.cli.interview.kept import show_interview

    show_interview(app_context(ctx), interview_id, markdown)


@app.command(name="list")
def list_command(
    ctx: typer.Context,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1)] = 20,
) -> None:
    """List kept interviews."""
    from jobcoach.cli.interview.kept import list_interviews

    list_interviews(app_context(ctx), limit)


app.add_typer(bank, name="bank")

"""The options that stand before or after any command's name."""

from typing import Annotated

import typer
from typer.core import TyperArgument, TyperOption
from typer.models import OptionInfo

from jobcoach.cli.context import GlobalFlags
from jobcoach.words import Language

Parameter = TyperArgument | TyperOption


def _record(ctx: typer.Context, param: typer.CallbackParam, value: object) -> object:
    """Keep what was given; a context has no flags when typer only completes a line."""
    flags = ctx.obj
    if isinstance(flags, GlobalFlags) and value:
        setattr(flags, param.name, value)
        flags.lang_given = flags.lang_given or param.name == "lang"
    return value


def _option(*names: str, eager: bool = False) -> OptionInfo:
    option: OptionInfo = typer.Option(
        *names, callback=_record, expose_value=False, is_eager=eager, show_default=False
    )
    return option


def _everywhere(
    json: Annotated[bool, _option("--json")] = False,
    quiet: Annotated[bool, _option("--quiet", "-q")] = False,
    debug: Annotated[bool, _option("--debug", eager=True)] = False,
    lang: Annotated[Language | None, _option("--lang", eager=True)] = None,
) -> None:
    """Hold the options' declarations; never called."""


def global_parameters() -> list[Parameter]:
    """The parameters for one command, made by typer from the declarations above."""
    app = typer.Typer(add_completion=False)
    app.command()(_everywhere)
    return [param for param in typer.main.get_command(app).params if isinstance(param, Parameter)]

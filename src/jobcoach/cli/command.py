"""The root command over the registry, and what is done to a command when it is loaded."""

import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from jobcoach import __version__
from jobcoach.cli.context import app_context
from jobcoach.cli.global_options import Parameter, global_parameters
from jobcoach.cli.help_page import HelpContext
from jobcoach.cli.late_group import LateGroup
from jobcoach.cli.registry import COMMANDS, CommandRow
from jobcoach.words import Language, Words

Command = TyperCommand | TyperGroup
_COMPLETION_OPTIONS = ("install_completion", "show_completion")  # of jobcoach itself alone
_CONTEXT_SETTINGS = {"help_option_names": ["-h", "--help"]}


class DeferredCommand(TyperCommand):
    """Stands in for a command in help and completion; imports it when its line is parsed.

    Typer makes a context from the command it resolved and goes on with the
    command of that context, so handing out the real one's is enough.
    """

    def __init__(self, row: CommandRow, language: Language) -> None:
        super().__init__(name=row.name, short_help=row.help(language), rich_markup_mode=None)
        self._row = row
        self._language = language

    # typer keeps the types of contexts to itself
    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Any = None,  # noqa: ANN401 (typer keeps its context type to itself)
        **extra: Any,  # noqa: ANN401 (as above)
    ) -> Any:  # noqa: ANN401 (click's own signature; its return may be anything)
        command = load_command(self._row, self._language)
        return command.make_context(info_name, args, parent=parent, **extra)


def root_command(language: Language) -> TyperGroup:
    """``jobcoach`` itself; nothing but the table is read for it."""
    app = typer.Typer(cls=LateGroup, rich_markup_mode=None)
    app.callback(invoke_without_command=True)(_root)
    root = typer.main.get_command(app)
    if not isinstance(root, TyperGroup):
        raise TypeError("a Typer with a callback is a group")
    for row in COMMANDS:
        root.add_command(DeferredCommand(row, language))
    _adopt(root, Words(language), "main.help", global_parameters())
    return root


def load_command(row: CommandRow, language: Language) -> Command:
    """Import a command and give it, with all its sub-commands, the global options and its help."""
    app = getattr(import_module(row.module), row.attribute)
    command = typer.main.get_command(app)
    if not isinstance(command, Command):
        raise TypeError(f"{row.module}.{row.attribute} is no typer application")
    command.name = row.name
    command.params = [param for param in command.params if param.name not in _COMPLETION_OPTIONS]
    _adopt_all(command, Words(language), row.name, "help", global_parameters())
    return command


def _adopt_all(command: Command, words: Words, file: str, table: str, parameters: list[Parameter]) -> None:
    """A command with all below it; a group within a group has a file of words of its own."""
    _adopt(command, words, f"{file}.{table}", parameters)
    if not isinstance(command, TyperGroup):
        return
    for name, sub_command in command.commands.items():
        if isinstance(sub_command, TyperGroup):
            _adopt_all(sub_command, words, f"{file}_{name}", "help", parameters)
        elif isinstance(sub_command, Command):
            _adopt_all(sub_command, words, file, f"{table}.{name}", parameters)


def _adopt(command: Command, words: Words, table: str, parameters: list[Parameter]) -> None:
    command.rich_markup_mode = None
    command.context_class = HelpContext
    command.context_settings = {**_CONTEXT_SETTINGS, **command.context_settings}
    if isinstance(command, TyperGroup):
        command.no_args_is_help = not command.invoke_without_command
    command.help = words.get(f"{table}.command") or command.help
    if (example := _examples().get(table)) is not None:
        command.help = f"{command.help}\n\n{words('main.help.example', line=example)}"
    command.short_help = words.get(f"{table}.short") or command.short_help
    for param in command.params:
        if isinstance(param, Parameter):
            param.help = words.get(f"{table}.{param.name}") or param.help
    for param in parameters:
        param.help = words(f"main.help.{param.name}")
    command.params.extend(parameters)


@cache
def _examples() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"jobcoach {__version__}")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,  # noqa: ARG001 (its callback has acted)
) -> None:
    """Greet who names no command."""
    if ctx.invoked_subcommand is None:
        from jobcoach.cli.greeting import greet

        greet(app_context(ctx))

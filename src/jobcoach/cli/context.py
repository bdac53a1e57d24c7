"""What every command is given: the global options, the words, the settings, the two streams."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from jobcoach.locations import Locations, find_locations
from jobcoach.text import printable
from jobcoach.words import Language, Words

if TYPE_CHECKING:
    from rich.console import Console

    from jobcoach.reports.style import Style
    from jobcoach.settings import Settings
    from jobcoach.store import Store


@dataclass(slots=True)
class GlobalFlags:
    """The global options as the parser meets them, before or after the command's name."""

    lang: Language = "en"
    lang_given: bool = False
    json: bool = False
    quiet: bool = False
    debug: bool = False


@dataclass(frozen=True)
class AppContext:
    """One run of the command line. stdout carries the result, stderr everything else."""

    lang: Language
    lang_given: bool
    json: bool
    quiet: bool
    debug: bool

    @cached_property
    def words(self) -> Words:
        """The texts in the user's language: ``app.words("history.unknown", id=7)``."""
        return Words(self.lang)

    @cached_property
    def locations(self) -> Locations:
        """The user's files."""
        return find_locations()

    @cached_property
    def settings(self) -> "Settings":
        """Environment, ``config.toml`` and defaults. Raises InputError for what is not valid."""
        return self.settings_with({})

    def settings_with(self, flags: Mapping[str, object]) -> "Settings":
        """The settings under this command's own flags, by dotted key (``judge.jobs``); None is not given."""
        from jobcoach.settings import load_settings  # 50 ms: pydantic

        given = {"lang": self.lang if self.lang_given else None, **flags}
        return load_settings(given, self.locations)

    @cached_property
    def style(self) -> "Style":
        """Width and colour of what is written to stdout."""
        from jobcoach.reports.style import Style

        return Style(columns=shutil.get_terminal_size().columns, colour=takes_colour(sys.stdout))

    def open_store(self) -> "Store":
        """The user's database; close it after use. Raises EnvironmentMissing."""
        from jobcoach.store import Store

        store = Store.open(self.locations.database)
        if store.set_aside is not None:
            moved = self.words("main.store_set_aside", path=self.locations.database, aside=store.set_aside)
            sys.stderr.write(printable(moved) + "\n")
        return store

    @cached_property
    def out(self) -> "Console":
        """The result's console: plain text when stdout is no terminal or NO_COLOR is set."""
        return _console(stderr=False)

    @cached_property
    def err(self) -> "Console":
        """The console for progress and remarks."""
        return _console(stderr=True)

    @property
    def shows_progress(self) -> bool:
        """Whether live progress may be drawn: only on a terminal that can move its cursor."""
        return not self.quiet and self.err.is_terminal and not self.err.is_dumb_terminal

    def result(self, text: str) -> None:
        """Print a line of the result. Text that others wrote goes through ``text.printable`` first."""
        sys.stdout.write(text + "\n")

    def remark(self, text: str) -> None:
        """Print a line beside the result, unless ``--quiet``."""
        if not self.quiet:
            sys.stderr.write(text + "\n")

    def document(self, value: object) -> None:
        """Print the one JSON document of ``--json``, whole or not at all."""
        from jobcoach.cli.document import to_json

        sys.stdout.write(to_json(value, encoding=sys.stdout.encoding) + "\n")


class HoldsFlags(Protocol):
    """The parser's context as far as it is needed here."""

    obj: Any


def app_context(ctx: HoldsFlags) -> AppContext:
    """The run's context; ask for it inside the command, when all options have been parsed."""
    flags = ctx.obj
    if not isinstance(flags, GlobalFlags):
        raise TypeError("the command was started without its global options")
    return AppContext(flags.lang, flags.lang_given, flags.json, flags.quiet, flags.debug)


def takes_colour(stream: TextIO) -> bool:
    """Whether to colour what goes there: a terminal, unless NO_COLOR has a value (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _console(*, stderr: bool) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)

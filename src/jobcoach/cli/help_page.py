"""The page of ``--help``: plain text that wraps by columns, so that Korean stays within the width.

Typer's own page through rich costs 110 ms more than ``import typer, rich``.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

from jobcoach.cli.context import GlobalFlags
from jobcoach.text import pad, width, wrap
from jobcoach.words import Words

_MAX_COLUMNS = 100
_INDENT = 2
_FIRST_COLUMN_MAX = 32
# What typer says of an argument's type means nothing to a reader: "PATH <list[str]>".
_PYTHON_TYPE = re.compile(r"^([^-\s]\S*) <.*>$")


class HelpContext(typer.Context):
    """A parser context whose help is a ``HelpPage`` in the user's language."""

    def make_formatter(self) -> Any:  # noqa: ANN401 (typer keeps the formatter's type to itself)
        """Typer writes its help through this object."""
        lang = self.obj.lang if isinstance(self.obj, GlobalFlags) else "en"
        return HelpPage(Words(lang))


class HelpPage:
    """Takes the calls that typer makes on its formatter."""

    def __init__(self, words: Words, columns: int | None = None) -> None:
        self._words = words
        self._columns = min(columns or shutil.get_terminal_size().columns, _MAX_COLUMNS)
        self._indent = 0
        self._parts: list[str] = []

    @property
    def width(self) -> int:
        """Columns of the page."""
        return self._columns

    def write(self, text: str) -> None:
        """Add text as it is."""
        self._parts.append(text)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Add the line that shows how the command is called."""
        title = prefix or self._words("main.heading.usage") + " "
        start = f"{title}{prog} "
        lines = wrap(args, self._columns - width(start)) or [""]
        self.write(typer.style(title, bold=True) + f"{prog} {lines[0]}\n")
        for line in lines[1:]:
            self.write(" " * width(start) + line + "\n")

    def write_paragraph(self) -> None:
        """Separate what follows from what there is."""
        if self._parts:
            self.write("\n")

    def write_text(self, text: str) -> None:
        """Add paragraphs, wrapped; a blank line separates them. Its lines stay lines, as indented."""
        for index, paragraph in enumerate(text.split("\n\n")):
            if index:
                self.write("\n")
            for row in paragraph.splitlines():
                indent = self._indent + len(row) - len(row.lstrip())
                for line in wrap(row, self._columns - indent):
                    self.write(" " * indent + line + "\n")

    def write_heading(self, heading: str) -> None:
        """Add a section's title."""
        title = self._words.get(f"main.heading.{heading.lower()}") or f"{heading}:"
        self.write(" " * self._indent + typer.style(title, bold=True) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = _FIRST_COLUMN_MAX) -> None:
        """Add names with their explanations in two columns."""
        rows = [(_PYTHON_TYPE.sub(r"\1", name), explanation) for name, explanation in rows]
        first = min(max(width(name) for name, _ in rows), col_max) + 2
        for name, explanation in rows:
            lines = wrap(self._explain(name, explanation), self._columns - self._indent - first)
            left = " " * self._indent + name
            if width(name) + 2 > first:
                self.write(left + "\n")
            elif lines:
                self.write(" " * self._indent + pad(name, first) + lines.pop(0) + "\n")
            else:
                self.write(left + "\n")
            for line in lines:
                self.write(" " * (self._indent + first) + line + "\n")

    def _explain(self, name: str, explanation: str) -> str:
        """Typer words its own --help option; ours is said in the user's language."""
        if name.endswith("--help"):
            return self._words("main.help.help")
        return explanation.replace("[required]", self._words("main.heading.required"))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Add a titled, indented block."""
        self.write_paragraph()
        self.write_heading(name)
        with self.indentation():
            yield

    @contextmanager
    def indentation(self) -> Iterator[None]:
        """Indent what is written inside."""
        self._indent += _INDENT
        try:
            yield
        finally:
            self._indent -= _INDENT

    def getvalue(self) -> str:
        """The whole page."""
        return "".join(self._parts)

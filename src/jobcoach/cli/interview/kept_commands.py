"""What a candidate can type in place of an answer: ``/skip`` and its like."""

import re
from typing import Literal, get_args

Command = Literal["skip", "hint", "edit", "pause", "quit", "help"]
COMMANDS: tuple[Command, ...] = get_args(Command)
_ONE_WORD = re.compile(r"/\w+")


def command_of(text: str) -> Command | None:
    """The command that an input is; None for an answer, which may begin with ``/`` too (``/etc``).

    ``/edit`` below a draft takes the draft into the editor.
    """
    typed = text.strip().casefold()
    if typed.splitlines()[-1:] == ["/edit"]:
        return "edit"
    return next((name for name in COMMANDS if typed == f"/{name}"), None)


def looks_like_command(text: str) -> bool:
    """Whether a text is one word after a ``/``: a mistyped command more likely than a whole answer."""
    return _ONE_WORD.fullmatch(text.strip()) is not None and command_of(text) is None


def draft_before_command(text: str) -> str:
    """What stands above a last line ``/edit``; a text without that line is all draft."""
    lines = text.rstrip().splitlines()
    if lines and lines[-1].strip().casefold() == "/edit":
        return "\n".join(lines[:-1])
    return text

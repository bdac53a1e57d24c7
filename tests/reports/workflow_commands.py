"""GitHub's workflow commands as its runner reads them from a log (actions/runner, ActionCommand.cs)."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    value: str


def commands_in(log: str) -> list[Command]:
    """The commands of a log, line by line, with respect to ``::stop-commands::``."""
    found: list[Command] = []
    token = ""
    for line in re.split("\r\n|\r|\n", log):
        command = _read(line)
        if command is None:
            continue
        if token:
            token = "" if command.name == token else token
        elif command.name == "stop-commands":
            token = command.value
        else:
            found.append(command)
    return found


def _read(line: str) -> Command | None:
    text = line.lstrip()
    if text.startswith("::") and "::" in text[2:]:
        head, _, value = text[2:].partition("::")
        escapes = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
        separator = ","
    elif found := re.search(r"##\[([^\]]*)\](.*)", text):  # the older form, anywhere in a line
        head, value = found[1], found[2]
        escapes = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%"))
        separator = ";"
    else:
        return None
    name, _, properties = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in properties.strip().split(separator) if "=" in pair]
    of_value = [pair for pair in escapes if pair[1] not in ":,"]
    return Command(name, {key: _plain(text, escapes) for key, text in pairs}, _plain(value, of_value))


def _plain(text: str, escapes: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> str:
    for escaped, meant in escapes:
        text = text.replace(escaped, meant)
    return text

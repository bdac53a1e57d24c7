"""The first two hints hold words and short names, no code: checked here, whatever the model was told."""

import re

EARLY_CHARACTERS_MAX = 700
LAST_CHARACTERS_MAX = 4000
_NAME_CHARACTERS_MAX = 30
_CODE_LINE_CHARACTERS_MIN = 12

_FENCE = re.compile(r"```|~~~")
_INDENTED = re.compile(r"^(?: {4}|\t)\s*\S", re.MULTILINE)
_IN_BACKTICKS = re.compile(r"`([^`\n]*)`")
# Code that nobody put in backticks.
_STATEMENT = re.compile(
    r"^[ \t]*(?:for|while|if|elif|else|def|return|import|from|int|long|auto|let|const|var|public|#include)\b"
    r"[^\n]*[:;{]\s*$"
    r"|;[ \t]*$"
    r"|[{}]"
    r"|[\w\]]\[[^\]\n]*\]\s*[-+*/]?=(?!=)"
    r"|[-+*/%]=",
    re.MULTILINE,
)


def holds_code(text: str) -> bool:
    """Whether there is a code block in it, more than a short name in backticks, or a line of code."""
    if _FENCE.search(text) or _INDENTED.search(text):
        return True
    if any(not _is_short_name(match[1].strip()) for match in _IN_BACKTICKS.finditer(text)):
        return True
    prose = _IN_BACKTICKS.sub(" ", text)
    return "`" in prose or _STATEMENT.search(prose) is not None


def tells_of(early: str, last: str) -> bool:
    """Whether an early step holds a line that stands as code in the last one."""
    said = _bare(early)
    return any(
        line in said for line in map(_bare, _code_lines(last)) if len(line) >= _CODE_LINE_CHARACTERS_MIN
    )


def _is_short_name(text: str) -> bool:
    parts = text.removesuffix("()").replace("$", "_").split(".")
    return len(text) <= _NAME_CHARACTERS_MAX and all(map(str.isidentifier, parts))


def _code_lines(text: str) -> list[str]:
    blocks = re.split(r"```|~~~", text)[1::2]
    return [line for block in blocks for line in block.split("\n")[1:]]


def _bare(text: str) -> str:
    return "".join(text.split())

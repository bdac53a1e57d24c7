"""Text that others wrote, as Markdown (GitHub-flavoured) shows it unchanged."""

import re

from jobcoach.text import one_line

_READ_AS_MARKUP = re.compile(r"[^\w\s./,%()-]|_|(?<=www)\.|^\s*[-\d]+[.)]?(?=\s)", re.IGNORECASE)


def markdown_text(text: str) -> str:
    """One line with entities for all that Markdown, HTML or GitHub's autolinks would read."""
    return _READ_AS_MARKUP.sub(_entities, one_line(text))


def markdown_code(text: str) -> str:
    """Text as code; HTML's ``<code>``, since a backtick may be in it."""
    return f"<code>{markdown_text(text)}</code>"


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" if not char.isspace() else char for char in match.group())

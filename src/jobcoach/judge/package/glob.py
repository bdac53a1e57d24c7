"""Globs of submissions.yaml: ``*`` within a name, and ``{a,b}``."""

import re
from functools import lru_cache

_MAX_LENGTH = 500


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts: list[str] = []
    depth = 0
    balanced = pattern.count("{") == pattern.count("}")
    for character in pattern[:_MAX_LENGTH]:
        if character == "*":
            parts.append("[^/]*")
        elif balanced and character == "{":
            depth += 1
            parts.append("(?:")
        elif depth and character == "}":
            depth -= 1
            parts.append(")")
        elif depth and character == ",":
            parts.append("|")
        elif depth and character == " ":
            continue  # no name has one, so ``{a, b}`` means what it seems to
        else:
            parts.append(re.escape(character))
    return re.compile("".join(parts) + ")" * depth)


def glob_matches(pattern: str, name: str) -> bool:
    """Whether ``pattern`` matches ``name`` (parts joined by ``/``) or a folder it is in."""
    compiled = _compiled(re.sub(r"\*{2,}", "*", pattern.strip("/")))
    parts = name.split("/")
    return any(compiled.fullmatch("/".join(parts[:count])) for count in range(1, len(parts) + 1))

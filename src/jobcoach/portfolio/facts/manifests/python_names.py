"""Requirements of Python packages as PEP 508 writes them, read leniently."""

import re

_REQUIREMENT = re.compile(
    r"\s*+([A-Za-z0-9][\w.-]{0,80})\s*(?:\[[^\]]{0,100}\])?\s*\(?\s*(?:(?:===?|~=|>=|<=?|>|\^)\s*([\w.*+!-]{1,40}))?"
)
_SEPARATORS = re.compile(r"[-_.]+")


def read_requirement(text: str) -> tuple[str, str] | None:
    """(normalised name, version) of "Django>=4.2,<5" by its first bound; None if it is none."""
    found = _REQUIREMENT.match(text[:400])
    if found is None:
        return None
    return package_name(found.group(1)), found.group(2) or ""


def package_name(name: str) -> str:
    """PEP 503: lower case, runs of ``-``, ``_`` and ``.`` as one hyphen."""
    return _SEPARATORS.sub("-", name).lower().rstrip("-")


def plain_version(text: object) -> str:
    """The version within "^4.2", ">=3.11,<4" or {version = "…"}; "" if there is none."""
    if isinstance(text, dict):
        text = text.get("version", "")
    found = re.search(r"\d[\w.]{0,30}", text[:100]) if isinstance(text, str) else None
    return found.group() if found else ""

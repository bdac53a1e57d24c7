"""C18: a default value that all calls share."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import Patterns, compiled, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS: Patterns = {
    "Python": r"^(?P<indent>[ \t]*)(?:async )?def (?P<function>\w{1,80})\([^()]{0,500}?\b(?P<name>\w{1,60})"
    r"(?:: ?[\w\[\], .|]{1,60})? ?= ?(?:\[\]|\{\}|list\(\)|dict\(\)|set\(\)) ?[,)\n]",
}
_BODY_CHARS = 20_000
# Shared on purpose: what was found once is kept for all calls.
_KEPT = re.compile(r"(?i)cache|memo|table|registry")
_CHANGES = (
    r"(?:append|extend|insert|add|update|pop|popitem|remove|discard|clear|setdefault|sort|reverse|appendleft)"
)


def applies(info: FileInfo) -> bool:
    """Python has this trap."""
    return info.language == "Python" and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Functions with a list, dict or set as a default; sure where they change it, keep it or give it away."""
    for view, match in matches(source, _PATTERNS):
        name = match["name"]
        if _KEPT.search(name):
            continue
        line = view.line_at(match.start("name"))
        details = {"function": match["function"], "name": name}
        yield Hit(line, line, details, "high" if _is_shared(view, match) else "low")


def _is_shared(view: CodeView, match: re.Match[str]) -> bool:
    after = view.code[match.end() : match.end() + _BODY_CHARS]
    indent = len(match["indent"])
    end = re.search(rf"\n[ \t]{{0,{indent}}}(?=[^\s)\]}}#])", after)
    body = after[: end.start()] if end else after
    name = re.escape(match["name"])
    changed = (
        rf"\b{name}(?:\.{_CHANGES}\(|\s?\[[^\]\n]{{0,200}}\]\s{{0,3}}[-+*/|&]?=(?!=)|\s{{0,3}}[-+|&]=)"
        rf"|\bself\.\w{{1,60}}(?::[^=\n]{{1,60}})?\s{{0,3}}=\s{{0,3}}{name}[ \t]*$|\breturn {name}[ \t]*$"
    )
    return compiled(changed).search(body) is not None


RULE = FileRule("C18", "code", "low", "high", applies, check)

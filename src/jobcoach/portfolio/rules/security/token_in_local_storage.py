"""S16: a token where every script of the page can read it."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_product, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS = per_language(
    (
        JAVASCRIPT,
        r"\blocalStorage\.setItem\(\s{0,20}[\"'`]?(?P<name>\w{0,30}(?i:token|jwt)\w{0,20})[\"'`]?\s*,(?!\s*(?:[\"']|`[^`$]{0,2000}`|null\b|undefined\b))",
    )
)
_HARMLESS = ("csrf", "fcm", "device", "push", "type", "expir", "time")
_NEAR = ("localStorage.setItem",)


def applies(info: FileInfo) -> bool:
    """What runs in a browser."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Tokens by their name."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        if not any(word in match["name"].lower() for word in _HARMLESS):
            line = view.line_at(match.start())
            yield Hit(line, line, {"name": match["name"]})


RULE = FileRule("S16", "security", "low", "high", applies, check)

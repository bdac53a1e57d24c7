"""S10: data that may hold code is loaded."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import JVM, compiled, is_product, matches, per_language
from jobcoach.portfolio.rules.rule import Confidence, FileRule, Hit

_PATTERNS = per_language(
    (
        ("Python",),
        r"\byaml\.(?P<yaml>load)\((?![^\n]{0,300}(?i:loader))|\b(?:c?[pP]ickle|dill)\.(?P<pickle>loads?)\("
        r"|\bmarshal\.(?P<marshal>loads)\(",
    ),
    (JVM, r"\bnew (?P<java>ObjectInputStream)\(|\bObjectInputStream\((?P<kotlin>\w+)"),
    (("JavaScript", "TypeScript"), r"\b(?:serialize|nodeSerialize)\.(?P<node>unserialize)\("),
)
_SERVED = r"^[ \t]*(?:from|import) (?:django|rest_framework|flask|fastapi|starlette|aiohttp)\b"
_NEAR = ("yaml", "ickle", "dill", "marshal", "ObjectInputStream", "unserialize")


def applies(info: FileInfo) -> bool:
    """Languages with such formats."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """``yaml.load`` without a loader, Java's serialization, and pickle, as which models are often kept."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        groups = match.groupdict()
        confidence: Confidence = "medium"
        if groups.get("yaml"):
            confidence = "high"
        elif groups.get("pickle") == "load" or (groups.get("pickle") and not _is_served(view.text)):
            confidence = "low"
        line = view.line_at(match.start())
        yield Hit(line, line, {"call": match.group().rstrip("(").removeprefix("new ")}, confidence)


def _is_served(text: str) -> bool:
    return compiled(_SERVED).search(text) is not None


RULE = FileRule("S10", "security", "medium", "medium", applies, check)

"""C16: dependencies injected into fields."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS: Patterns = {
    "Java": r"@(?:Autowired|Inject)(?:\([^()\n]{0,60}\))?\s{1,60}"
    r"(?:@\w{1,40}(?:\([^()\n]{0,80}\))?\s{1,60}){0,2}"
    r"(?:private |protected |public )?(?!final )[A-Z][\w<>, ?]{0,80} (?P<field>\w{1,60})\s?;",
    "Kotlin": r"@(?:Autowired|Inject)\s{1,60}(?:private |internal )?lateinit var (?P<field>\w{1,60})",
}


def applies(info: FileInfo) -> bool:
    """Product code of the JVM; Android's Hilt cannot do it otherwise and is told by its import."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a file: the first such field, with the number of them."""
    if "org.springframework" not in source.text:
        return
    # A proxy of oneself cannot come by the constructor.
    found = [(view, match) for view, match in matches(source, _PATTERNS) if "@Lazy" not in match.group()]
    if found:
        view, match = found[0]
        details = {"field": match["field"], "count": str(len(found))}
        yield Hit(view.line_at(match.start()), view.line_at(match.start("field")), details)


RULE = FileRule("C16", "code", "low", "high", applies, check)

"""C17: JPA entities that anyone may change, or that Lombok compares by all fields."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_ANNOTATION = r"(?:\((?:[^()]|\([^()]{0,200}\)){0,400}\))?\s{1,40}"
_PATTERNS: Patterns = {
    "Java": rf"^(?P<annotations>(?:@\w{{1,40}}{_ANNOTATION}){{1,15}})"
    r"(?:public |abstract |final ){0,3}class (?P<entity>\w{1,80})"
}
_LOMBOK = ("@Data", "@Setter")


def applies(info: FileInfo) -> bool:
    """Lombok is Java's."""
    return info.language == "Java" and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Classes with @Entity and, at the class itself, @Data or @Setter."""
    if "@Entity" not in source.text or "lombok" not in source.text:
        return
    for view, match in matches(source, _PATTERNS):
        found = match["annotations"].split()
        lombok = next((name for name in _LOMBOK if name in found), None)
        if lombok and any(one.startswith("@Entity") for one in found):
            start = view.line_at(match.start() + match["annotations"].index(lombok))
            yield Hit(
                start, view.line_at(match.start("entity")), {"annotation": lombok, "entity": match["entity"]}
            )


RULE = FileRule("C17", "code", "low", "high", applies, check)

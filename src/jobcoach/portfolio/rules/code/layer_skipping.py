"""C05: a controller that uses a repository itself."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import Patterns, compiled, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_CONTROLLER = r"^[ \t]*@(?:Rest)?Controller\b"
_REPOSITORY: Patterns = {
    "Java": r"^[ \t]*(?:@Autowired\s+)?(?:private|protected)?[ \t]*(?:final[ \t]+)?"
    r"(?P<type>[A-Z]\w{0,60}(?:Repository|Dao|DAO))[ \t]+\w+[ \t]*;",
    "Kotlin": r"\b(?:val|var)[ \t]+\w+[ \t]*:[ \t]*(?P<type>[A-Z]\w{0,60}(?:Repository|Dao))\b",
    "TypeScript": r"@InjectRepository\((?P<type>\w{1,60})\)",
}
# Made for one's own computer.
_OWN = re.compile(r"(?:^|/)(?:Local|Dev|Test|Dummy|Mock)[A-Z]\w*\.\w+$")


def applies(info: FileInfo) -> bool:
    """Spring and Nest controllers are written in these."""
    return info.language in _REPOSITORY and is_product(info) and not _OWN.search(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """The fields that hold a repository, in a class that is a controller."""
    if "Controller" not in source.text or not compiled(_CONTROLLER).search(code_view(source).code):
        return
    for view, match in matches(source, _REPOSITORY):
        line = view.line_at(match.start("type"))
        yield Hit(line, line, {"repository": match["type"]})


RULE = FileRule("C05", "code", "low", "medium", applies, check)

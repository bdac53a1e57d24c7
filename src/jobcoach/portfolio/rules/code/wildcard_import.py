"""C13: imports of everything, by which nobody sees where a name is from."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS: Patterns = {
    "Python": r"^[ \t]*from[ \t]+(?P<module>[\w.]+)[ \t]+import[ \t]+\*",
    "C++": r"^using[ \t]+namespace[ \t]+(?P<module>std)[ \t]*;",
    "C": r"^using[ \t]+namespace[ \t]+(?P<module>std)[ \t]*;",
}
_HEADERS = (".h", ".hpp", ".hh", ".hxx")
# Libraries whose names are meant to be taken whole.
_MEANT = frozenset(
    {"tkinter", "turtle", "pygame.locals", "math", "manim", "manimlib", "grafanalib.core", "pwn"}
)
_GATHERING = ("__init__.py", "conftest.py")
_NEAR = ("import *", "namespace")


def applies(info: FileInfo) -> bool:
    """Python modules but those that gather names for others, and headers of C++."""
    if info.language == "Python":
        return is_product(info) and not info.path.endswith(_GATHERING) and "settings" not in info.path
    return info.language in _PATTERNS and is_product(info) and info.path.endswith(_HEADERS)


def check(source: SourceText) -> Iterator[Hit]:
    """Each import of everything."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        if match["module"] not in _MEANT:
            line = view.line_at(match.start("module"))
            yield Hit(line, line, {"module": match["module"]})


RULE = FileRule("C13", "code", "low", "high", applies, check)

"""S14: all of Spring's actuator is on the web."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import is_for_development, is_of_a_development_profile
from jobcoach.portfolio.rules.rule import FileRule, Hit

_NAME = re.compile(r"(?:^|/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties)$")
_EXPOSED = re.compile(
    r"^[ \t]*management\.endpoints\.web\.exposure\.include[ \t]*[=:][ \t]*[\"']?\*"
    r"|^[ \t]*exposure:[ \t]*\n(?:[ \t]+exclude:[^\n]*\n)?[ \t]+include:[ \t]*[\"']?\*",
    re.MULTILINE,
)


def applies(info: FileInfo) -> bool:
    """Spring's settings, but those for development and tests."""
    name = info.path.rpartition("/")[2]
    return _NAME.search(info.path) is not None and not is_aside(info.path) and not is_for_development(name)


def check(source: SourceText) -> Iterator[Hit]:
    """Where every endpoint is included."""
    view = code_view(source)
    for match in _EXPOSED.finditer(view.uncommented):
        if is_of_a_development_profile(view.uncommented, match.start()):
            continue
        line = view.line_at(match.end() - 1)
        yield Hit(line, line)


RULE = FileRule("S14", "security", "medium", "high", applies, check)

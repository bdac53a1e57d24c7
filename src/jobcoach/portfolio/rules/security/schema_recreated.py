"""S18: the database's schema is made anew at each start."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import is_for_development, is_of_a_development_profile
from jobcoach.portfolio.rules.rule import FileRule, Hit

_NAME = re.compile(r"(?:^|/)application[\w.-]*\.(?:ya?ml|properties)$")
_MODE = re.compile(
    r"^[ \t]*(?:spring\.jpa\.hibernate\.|hibernate\.)?(?:ddl-auto|hbm2ddl\.auto)"
    r"[ \t]*[:=][ \t]*[\"']?(?P<mode>create-drop|create|update)\b",
    re.MULTILINE,
)
_EMBEDDED = re.compile(r"jdbc:(?:h2|hsqldb|derby|sqlite)")
_DATABASE = re.compile(r"jdbc:\w+|\$\{")


def applies(info: FileInfo) -> bool:
    """Spring's settings, but those for development and tests."""
    name = info.path.rpartition("/")[2]
    return _NAME.search(info.path) is not None and not is_aside(info.path) and not is_for_development(name)


def check(source: SourceText) -> Iterator[Hit]:
    """Modes that change the schema, where the file names a database that keeps its data."""
    view = code_view(source)
    text = view.uncommented
    if _EMBEDDED.search(text) or not _DATABASE.search(text):
        return
    for match in _MODE.finditer(text):
        if is_of_a_development_profile(text, match.start("mode")):
            continue
        line = view.line_at(match.start("mode"))
        yield Hit(line, line, {"mode": match["mode"]}, "low" if match["mode"] == "update" else "medium")


RULE = FileRule("S18", "security", "low", "medium", applies, check)

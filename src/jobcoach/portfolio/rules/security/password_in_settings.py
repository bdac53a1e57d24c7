"""S17: the password of a database in the application's settings."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import is_for_development, is_of_a_development_profile, masked_line
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.secrets.find import looks_random
from jobcoach.portfolio.secrets.placeholders import is_placeholder

_NAME = re.compile(r"(?:^|/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties)$|(?:^|/)ormconfig\.json$")
_PASSWORD = re.compile(
    r"^[ \t]*\"?(?:[\w.-]{0,60}\.)?password\"?[ \t]*[:=][ \t]*"
    r"[\"']?(?P<secret>[^\s\"',#]{3,100})[\"',]{0,2}[ \t]*$",
    re.MULTILINE,
)
_EMBEDDED = re.compile(r"jdbc:(?:h2|hsqldb|derby|sqlite)")


def applies(info: FileInfo) -> bool:
    """Settings of Spring and TypeORM, but those for development and tests."""
    name = info.path.rpartition("/")[2]
    return _NAME.search(info.path) is not None and not is_aside(info.path) and not is_for_development(name)


def check(source: SourceText) -> Iterator[Hit]:
    """Literal passwords that S01 does not see: words and numbers that a person chose."""
    view = code_view(source)
    if _EMBEDDED.search(view.uncommented):
        return
    for match in _PASSWORD.finditer(view.uncommented):
        value = match["secret"]
        if is_of_a_development_profile(view.uncommented, match.start("secret")):
            continue
        if looks_random(value) or _stands_for_another(value):
            continue
        line = view.line_at(match.start("secret"))
        start = view.line_offset(line)
        quote = masked_line(
            source.lines[line - 1], match.start("secret") - start, match.end("secret") - start
        )
        yield Hit(line, line, quote=quote)


def _stands_for_another(value: str) -> bool:
    """Whether the value is filled in later; "password" and "1111" are passwords here."""
    return is_placeholder(value) and not (value.isalnum() and value.isascii())


RULE = FileRule("S17", "security", "medium", "medium", applies, check)

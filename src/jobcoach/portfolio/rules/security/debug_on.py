"""S06: a debug mode, or any host, in the settings of a server."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import Patterns, is_product, matches
from jobcoach.portfolio.rules.in_config import is_for_development
from jobcoach.portfolio.rules.rule import Confidence, FileRule, Hit

_PATTERNS: Patterns = {
    "Python": r"^(?P<setting>DEBUG)[ \t]*=[ \t]*True\b"
    r"|^(?P<hosts>ALLOWED_HOSTS)[ \t]*=[ \t]*\[\s{0,20}[\"']\*[\"']"
    r"|\b(?:app|application|server)\.run\([^()\n]{0,200}\b(?P<run>debug)[ \t]*=[ \t]*True\b[^()\n]{0,100}",
}
_BASE = re.compile(r"(?:^|/)settings/(?:base|common|default)\.py$")
_FOR_ALL = re.compile(r"0\.0\.0\.0")
_NEAR = ("DEBUG", "ALLOWED_HOSTS", "debug")


def applies(info: FileInfo) -> bool:
    """Python's settings and servers, but settings for development."""
    return info.language == "Python" and is_product(info) and not is_for_development(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """Django's DEBUG and ALLOWED_HOSTS in settings, Flask's ``run(debug=True)``."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        setting = match["setting"] or match["hosts"] or match["run"]
        if match["run"] is None and "settings" not in source.path and "INSTALLED_APPS" not in source.text:
            continue
        line = view.line_at(match.start())
        yield Hit(line, line, {"setting": setting}, _confidence(match, source))


def _confidence(match: re.Match[str], source: SourceText) -> Confidence:
    """A base may be overridden, and what starts for oneself alone may be debugged."""
    if match["run"] is None:
        return "low" if _BASE.search(source.path) else "medium"
    return "medium" if _FOR_ALL.search(match.group()) or "__main__" not in source.text else "low"


RULE = FileRule("S06", "security", "medium", "medium", applies, check)

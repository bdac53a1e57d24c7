"""S02: an ``.env`` file with secrets in it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import masked_line
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.secrets.placeholders import is_placeholder

_NAME = re.compile(r"\.env(?:\.(?:local|dev|development|prod|production|staging|stage))*")
_SENSITIVE = re.compile(
    r"\s*(?:export )?(?P<key>\w{0,60}"
    r"(?:SECRET|PASSW(?:OR)?D|PASS|TOKEN|PRIVATE_KEY|API_?KEY|ACCESS_KEY|(?:DATABASE|DB|MONGO(?:DB)?)_UR[IL])\w{0,40})"
    r"\s*=\s*[\"']?(?P<value>[^\"'#]+)",
    re.IGNORECASE,
)
# These are built into what every browser loads.
_PUBLIC = re.compile(r"(?:VITE|REACT_APP|NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_")
_SETTING = re.compile(
    r"(?i)expir|_ttl|_time|_seconds|_url$|_header|_type|_prefix|_name$|_path$|_length|_salt_rounds"
)
# A database on one's own computer is nobody else's; "user:password" is how frameworks show the form.
_URL = re.compile(
    r"://[^:@\s]+:(?P<password>(?!\w*pass)[^@\s${]{4,})@(?!localhost|127\.|0\.0\.)[\w-]+\.[\w.-]+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?i)(?:DATABASE|DB|MONGO(?:DB)?)_UR[IL]$")
_VALUE_CHARS_MIN = 4


def applies(info: FileInfo) -> bool:
    """``.env`` and its variants, but examples and those of tests."""
    return _NAME.fullmatch(PurePosixPath(info.path).name) is not None and not is_aside(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """The first line with a secret, and how many there are."""
    found = [
        (number, line, match)
        for number, line in enumerate(source.lines, start=1)
        if (match := _SENSITIVE.match(line)) and _is_secret(match["key"], match["value"].strip())
    ]
    if found:
        number, line, match = found[0]
        details = {"key": match["key"], "count": str(len(found))}
        yield Hit(number, number, details, quote=masked_line(line, *match.span("value")))


def _is_secret(key: str, value: str) -> bool:
    if _ADDRESS.search(key):
        found = _URL.search(value)
        return found is not None and not is_placeholder(found["password"])
    named = not _PUBLIC.match(key) and not _SETTING.search(key)
    return named and len(value) >= _VALUE_CHARS_MIN and not is_placeholder(value)


RULE = FileRule("S02", "security", "high", "high", applies, check)

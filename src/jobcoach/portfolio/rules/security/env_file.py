"""S02: an ``.env`` file with secrets in it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import masked_line
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.secrets.find import find_secrets
from jobcoach.portfolio.secrets.placeholders import is_placeholder

_NAME = re.compile(
    r"\.env(?:\.(?:local|dev|development|prod|production|staging|stage|backup|bak|old|orig|save|copy))*"
)
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
_ASSIGNED = re.compile(r"\s*(?:export )?(?P<key>[A-Za-z_][\w.]{0,60})\s*=")
# These say who asks, and are half public.
_IDENTIFIES = frozenset({"google-api-key", "kakao-key"})


def applies(info: FileInfo) -> bool:
    """``.env`` and its variants, but examples and those of tests."""
    return _NAME.fullmatch(PurePosixPath(info.path).name) is not None and not is_aside(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """The first line with a secret, and how many there are."""
    found = sorted({span[:2]: span for span in (*_named(source), *_known_by_form(source))}.values())
    # One a line: a line's name says it best.
    lines = {number: (start, end, key) for number, start, end, key in reversed(found)}
    if lines:
        number = min(lines)
        start, end, key = lines[number]
        details = {"key": key, "count": str(len(lines))}
        yield Hit(number, number, details, quote=masked_line(source.lines[number - 1], start, end))


_Found = tuple[int, int, int, str]


def _named(source: SourceText) -> Iterator[_Found]:
    """(line, start, end, name) of each value whose name says that it is a secret."""
    for number, line in enumerate(source.lines, start=1):
        match = _SENSITIVE.match(line)
        if match and _is_secret(match["key"], match["value"].strip()):
            yield number, *match.span("value"), match["key"]


def _known_by_form(source: SourceText) -> Iterator[_Found]:
    """The same of values that are proof by themselves, whatever they are called."""
    for number, line in enumerate(source.lines, start=1):
        name = _ASSIGNED.match(line)
        if name is None or _PUBLIC.match(name["key"]):
            continue
        for secret in find_secrets(line):
            if secret.confidence == "high" and secret.kind not in _IDENTIFIES:
                yield number, secret.start, secret.end, name["key"]


def _is_secret(key: str, value: str) -> bool:
    if _ADDRESS.search(key):
        found = _URL.search(value)
        return found is not None and not is_placeholder(found["password"])
    named = not _PUBLIC.match(key) and not _SETTING.search(key)
    return named and len(value) >= _VALUE_CHARS_MIN and not is_placeholder(value)


RULE = FileRule("S02", "security", "high", "high", applies, check)

"""S12: a key that signs tokens or sessions is written in the code."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import JVM, is_aside, matches, per_language
from jobcoach.portfolio.rules.in_config import is_config, is_for_development, masked_line
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.secrets.placeholders import is_placeholder


def _literal(name: str) -> str:
    return rf"[\"'](?P<{name}>[^\"'\n]{{4,400}})[\"']"


_SETTING = r"(?:SECRET_KEY|secret_key|JWT_SECRET(?:_KEY)?)"
_PATTERNS = per_language(
    (
        ("JavaScript", "TypeScript"),
        rf"\bjwt\.(?:sign|verify)\([^;]{{0,200}}?,\s{{0,40}}{_literal('called')}"
        rf"|\bsession\(\{{[^}}]{{0,200}}\bsecret\s*:\s*{_literal('session')}"
        rf"|\b(?:JWT_SECRET|jwtSecret|SECRET_KEY|secretOrKey)\b\s*[:=]\s*{_literal('named')}"
        rf"|\bprocess\.env\.\w{{0,30}}SECRET\w{{0,20}}\s*(?:\|\||\?\?)\s*{_literal('fallback')}",
    ),
    (
        ("Python",),
        rf"^[ \t]*(?:app\.)?{_SETTING}[ \t]*(?:: ?str[ \t]*)?=[ \t]*{_literal('named')}"
        rf"|\bjwt\.(?:encode|decode)\(\s{{0,20}}\w{{1,60}},\s{{0,20}}{_literal('called')}"
        rf"|^[ \t]*{_SETTING}[ \t]*=[ \t]*os\.(?:environ\.get|getenv)\([^()\n]{{1,60}}(?:,|\)[ \t]*or)[ \t]*"
        rf"{_literal('fallback')}"
        rf"|\bconfig\[[\"']{_SETTING}[\"']\][ \t]*=[ \t]*{_literal('configured')}",
    ),
    (
        JVM,
        rf"\b(?:SECRET_KEY|secretKey|JWT_SECRET|jwtSecret|SECRET)\b(?:: ?String)?\s*=\s*{_literal('named')}"
        rf"|\bsignWith\([^;\n]{{0,80}},\s*{_literal('called')}",
    ),
    (
        ("Go",),
        rf"\b(?:[jJ](?:wt|WT)\w{{0,20}}(?:Secret|Key)|[sS]ecretKey)\b\s*:?=\s*(?:\[\]byte\()?{_literal('named')}"
        rf"|\bSignedString\(\[\]byte\({_literal('called')}",
    ),
    (
        ("YAML",),
        r"(?i:^[ ]{0,20}jwt:[ \t]*\n(?:[ ]{1,20}[\w-]+:[^\n]{0,200}\n){0,4}?"
        r"[ ]{1,20}(?:secret|secret-?key|key)[ \t]*:[ \t]*[\"']?(?P<set>[^\s\"'#\n]{4,400}))",
    ),
    (
        ("INI",),
        r"(?i:^[\w.-]{0,40}jwt[\w.-]{0,30}(?:secret|key)[\w.-]{0,10}[ \t]*=[ \t]*(?P<set>[^\s#]{4,400}))",
    ),
)
_NAMES_OF_SETTINGS = frozenset(
    {"secret", "secret_key", "secretkey", "secret-key", "jwt_secret", "jwt.secret"}
)
_TOLD_TO_REPLACE = re.compile(r"your|change|replace|example|insert|<|\$|\{|process\.|environ")
_CLASSES = frozenset({"source", "config"})
_NEAR = ("jwt", "JWT", "Jwt", "secret", "SECRET", "Secret", "signWith", "SignedString")


def applies(info: FileInfo) -> bool:
    """Code and settings, but those for development and tests."""
    known = info.language in _PATTERNS and info.file_class in _CLASSES
    return known and not is_aside(info.path) and not is_for_development(info.path.rpartition("/")[2])


def check(source: SourceText) -> Iterator[Hit]:
    """Literals where a signing key stands; they are masked in the quote."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        name, value = next((name, value) for name, value in match.groupdict().items() if value)
        if is_placeholder(value) and not _is_chosen(value, source.path):
            continue
        line = view.line_at(match.start(name))
        start = view.line_offset(line)
        quote = masked_line(source.lines[line - 1], match.start(name) - start, match.end(name) - start)
        yield Hit(line, line, confidence="medium" if name == "fallback" else "high", quote=quote)


def _is_chosen(value: str, path: str) -> bool:
    """Whether a word like "mysecret" is the real key: in code it is what signs; settings may be replaced."""
    word = value.lower()
    told = _TOLD_TO_REPLACE.search(word) is not None or word in _NAMES_OF_SETTINGS
    return "secret" in word and word.isascii() and not is_config(path) and not told


RULE = FileRule("S12", "security", "high", "high", applies, check)

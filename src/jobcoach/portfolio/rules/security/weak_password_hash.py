"""S11: passwords kept as they are, or hashed with something fast."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import JVM, compiled, is_product, matches, mentions, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_FAST = r"(?P<hash>(?i:md5|sha-?1|sha-?256|sha-?512))"
_NAMED = r"(?i:passw|pwd)"
_PATTERNS = per_language(
    (
        JVM,
        rf"\bMessageDigest\.getInstance\(\"{_FAST}\""
        r"|\bnew (?P<none>NoOpPasswordEncoder)\b|\b(?P<plain>NoOpPasswordEncoder)\.getInstance"
        r"|\.getPassword\(\)\.(?P<equals>equals)\(\s{0,20}\w{0,40}"
        r"(?:[pP]assword|[pP]wd|[pP]w)\w{0,20}(?:\(\))?\s*\)",
    ),
    (("Python",), rf"\bhashlib\.{_FAST}\(\s{{0,20}}\w{{0,30}}{_NAMED}"),
    (
        ("JavaScript", "TypeScript"),
        rf"\bcreateHash\([\"'`]{_FAST}[\"'`]\)"
        rf"|\b{_FAST.replace('hash', 'called')}\(\s{{0,20}}[\w.]{{0,40}}{_NAMED}\w*",
    ),
    (("Go",), rf"\b{_FAST}\.Sum\w*\(\[\]byte\(\w{{0,30}}{_NAMED}"),
)
# Who hashes passwords well hashes other things, too.
_WELL_HASHED = r"(?i:bcrypt|argon2|scrypt|pbkdf2)"
_BEFORE_CHARS, _AFTER_CHARS = 120, 80
_NEAR = ("md5", "sha", "MD5", "SHA", "NoOpPassword", "getPassword")


def applies(info: FileInfo) -> bool:
    """Languages whose hashes are in the table."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Fast hashes near the name of a password, no encoder at all, passwords compared as text."""
    if not mentions(source, _NEAR) or compiled(_WELL_HASHED).search(source.text):
        return
    for view, match in matches(source, _PATTERNS, _NEAR):
        if not compiled(_NAMED).search(_near(view, match)):
            continue
        line = view.line_at(match.start())
        groups = {name: value for name, value in match.groupdict().items() if value}
        sure = "none" in groups or "plain" in groups
        yield Hit(line, line, {"how": next(iter(groups.values()))}, "high" if sure else "medium")


def _near(view: CodeView, match: re.Match[str]) -> str:
    """In Java the password comes in by a parameter above; elsewhere it stands in the same line."""
    if view.language in JVM:
        return view.code[max(0, match.start() - _BEFORE_CHARS) : match.end() + _AFTER_CHARS]
    return view.code_lines[view.line_at(match.start()) - 1]


RULE = FileRule("S11", "security", "high", "medium", applies, check)

"""S07: any site may call, with the user's cookies."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view
from jobcoach.portfolio.rules.in_code import JVM, compiled, is_product, matches, mentions, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_ANY_ORIGIN = per_language(
    (JVM, r"\b(?:setA|a|addA)llowedOrigin(?:Pattern)?s?\([^()\n]{0,40}(?:\(\s{0,20})?\"\*\""),
    (
        ("Python",),
        r"\ballow_origins[ \t]*=[ \t]*\[\s{0,20}[\"']\*[\"']"
        r"|^(?:CORS_ALLOW_ALL_ORIGINS|CORS_ORIGIN_ALLOW_ALL)[ \t]*=[ \t]*True",
    ),
    (("JavaScript", "TypeScript"), r"\borigin[ \t]*:[ \t]*(?:true\b|[\"']\*[\"'])"),
    (("Go",), r"\bAllowAllOrigins:[ \t]*true|\bAllowOrigins:[ \t]*\[\]string\{[ \t]*\"\*\""),
)
_CREDENTIALS = per_language(
    (JVM, r"\b(?:setA|a)llowCredentials\(\s*true"),
    (("Python",), r"\b(?:allow_credentials|CORS_ALLOW_CREDENTIALS)[ \t]*=[ \t]*True"),
    (("JavaScript", "TypeScript"), r"\bcredentials[ \t]*:[ \t]*true"),
    (("Go",), r"\bAllowCredentials:[ \t]*true"),
)
_OBJECT = re.compile(r"(\w+)\s*\.\s*\Z")
_NAME_CHARS = 100
_NEAR = ("rigin", "ORIGIN")


def applies(info: FileInfo) -> bool:
    """Languages of servers that are in the table."""
    return info.language in _ANY_ORIGIN and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Any origin together with credentials; without them it may be an open API, and is left alone."""
    if not mentions(source, _NEAR):
        return
    view = code_view(source)
    if not compiled(_CREDENTIALS[view.language]).search(view.code):
        return
    if view.language in ("JavaScript", "TypeScript") and "cors" not in view.text.lower():
        return
    for _, match in matches(source, _ANY_ORIGIN):
        if not _is_same(view, match):
            continue
        line = view.line_at(match.start())
        yield Hit(line, line)
        return


def _is_same(view: CodeView, match: re.Match[str]) -> bool:
    """Whether the object that any origin was given to, if it has a name, was given credentials as well."""
    named = _OBJECT.search(view.code[max(0, match.start() - _NAME_CHARS) : match.start()])
    if view.language not in JVM or named is None:
        return True
    return re.search(rf"\b{named[1]}\s*\.\s*(?:setA|a)llowCredentials\(\s*true", view.code) is not None


RULE = FileRule("S07", "security", "medium", "high", applies, check)

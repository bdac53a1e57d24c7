"""S05: values joined into the text of an SQL statement."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, Span, code_view
from jobcoach.portfolio.rules.in_code import JVM, Patterns, compiled, is_product, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_STATEMENT = re.compile(
    r"(?i)[\"'`]\s*(?:select\b[\s\S]{1,400}?\bfrom\b|insert\s+into\b|update\s+\S{1,80}\s+set\b|delete\s+from\b)"
)
_STATEMENT_CHARS_MAX = 1200
_NAME_CHARS = 20
_STATEMENT_END = r";|\n[ \t]*\n|[^+%(,\\\s][ \t]*\n[ \t]*(?![rRbBfFuU]{1,2}[\"'])[A-Za-z_@#/]"
# Only where a value stands; a table's or a column's name cannot be a parameter.
_VALUE = r"(?:[=<>]|\blike|\bin\s{0,3}\(|\bvalues\s{0,3}\()\s{0,3}'?%?"
_JOINED = rf"(?i:{_VALUE})[\"']\s{{0,60}}\+\s{{0,20}}(?:[a-z_]\w*(?![\w(]*\bjoin)|[a-z]\w*\()"
_INTERPOLATED: Patterns = per_language(
    (("Java", "C#", "PHP"), _JOINED),
    (("Kotlin",), rf"{_JOINED}|(?i:{_VALUE})\$(?:\{{|[a-z])"),
    (("JavaScript", "TypeScript"), rf"{_JOINED}|(?i:{_VALUE})\$\{{(?!\s*[A-Z_]+\s*\}})"),
    (
        ("Python",),
        rf"{_JOINED}|(?i:{_VALUE})\{{(?!\s*[A-Z_]+\s*\}})[^{{}}\n]{{0,80}}\}}"
        rf"|(?i:{_VALUE})%[sd]'?[^\n]{{0,200}}[\"']{{1,3}}\s{{0,3}}%\s{{0,3}}[(\w]",
    ),
    (("Go",), rf"{_JOINED}|(?i:{_VALUE})%[svdq]"),
)
# What stands for values (?, %s) or was quoted by the library is no value.
_MARKS = r"(?i:placeholder|qmark|bind|param_?(?:list|marks|str))"
# What is joined from such marks, a line or more above: placeholders = ",".join("?" for _ in ids).
_MARK = r"[\"'`](?:\?|%s)[\"'`]"
_JOINED_NAME = re.compile(r"[A-Za-z_]\w*")
_QUOTED = r"\b(?:AddToVars|Quote\w*|pq\.\w+)\("
# Days are reckoned by the program more often than they are asked for.
_DAY = re.compile(
    r"(?:\$?\{|\+|%)\s{0,3}\(?\s{0,3}(?:(?:\w{0,40}_)?(?:date|(?:next|to|yester)?day|time|now|month|year|week)(?:_\w{0,20})?"
    r"|\w{0,40}(?:Date|Day|Time|Now|Month|Year|Week))\b"
)
# An app's own database holds what its one user may read anyway.
_OWN_DATABASE = re.compile(r"\b(?:androidx\.(?:room|sqlite)|android\.database)\b")
_SAFE_TAG = re.compile(r"(?:sql|Sql|SQL|raw|Raw|gql)$")
_FORMATTED = re.compile(r"^[rR]?[fF]|\.format\(")


def applies(info: FileInfo) -> bool:
    """Languages whose ways to join texts are in the table."""
    return info.language in _INTERPOLATED and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Statements whose string is joined with a variable, or formatted with one, where a value stands."""
    if not _STATEMENT.search(source.text):
        return
    view = code_view(source)
    done = 0
    for span in view.spans:
        if span.kind == "comment" or span.start < done or not _opens_statement(view, span):
            continue
        if _is_constant(view, span):
            continue
        end = _statement_end(view, span)
        done = end
        found = compiled(_INTERPOLATED[view.language]).search(view.uncommented, span.start, end)
        if found and _is_joined(view, span, found, end):
            yield Hit(
                view.line_at(span.start),
                view.line_at(found.end() - 1),
                confidence="low" if _is_ones_own(view, found) else "high",
            )


def _opens_statement(view: CodeView, span: Span) -> bool:
    opening = view.text[span.start : min(span.end, span.start + 500)].lstrip("rRbBfFuU")
    tagged = _SAFE_TAG.search(view.text, max(0, span.start - 12), span.start) is not None
    return _STATEMENT.match(opening.replace('"""', '"').replace("'''", "'")) is not None and not tagged


def _is_constant(view: CodeView, span: Span) -> bool:
    """Python's module level: what is joined there comes from the program itself, not from a user."""
    line = view.text[view.text.rfind("\n", 0, span.start) + 1 : span.start]
    return view.language == "Python" and re.match(r"[A-Z_]+\s*=", line) is not None


def _statement_end(view: CodeView, span: Span) -> int:
    """Where the expression that begins with the string ends: at ``;``, or before a new statement."""
    limit = min(len(view.code), span.start + _STATEMENT_CHARS_MAX)
    after = compiled(_STATEMENT_END).search(view.code, span.end - 1, limit)
    return max(after.start() if after else limit, min(span.end, limit))


def _is_joined(view: CodeView, span: Span, found: re.Match[str], end: int) -> bool:
    if compiled(_MARKS).search(view.text, found.start(), found.end() + _NAME_CHARS):
        return False
    if _stands_for_marks(view, found):
        return False
    if view.language == "Python" and "{" in found.group():
        return _FORMATTED.search(view.text[span.start : end]) is not None
    if view.language == "Go" and "%" in found.group():
        is_formatted = "Sprintf(" in view.code[max(0, span.start - 40) : span.start]
        return is_formatted and not compiled(_QUOTED).search(view.code, span.end, end)
    if found.group().endswith("${") and view.language in ("JavaScript", "TypeScript"):
        return view.text[span.start] == "`"
    return view.language not in JVM or '"' in found.group() or "$" in found.group()


def _stands_for_marks(view: CodeView, found: re.Match[str]) -> bool:
    """Whether what is joined is ``?, ?, ?``: as it stands here, or as its name was given a value."""
    if compiled(_MARK).search(found.group()):
        return True
    behind = view.text[found.end() - 1 : found.end() + _NAME_CHARS]
    inside = found.group().rpartition("{")[2] if "{" in found.group() else ""
    name = _JOINED_NAME.search(inside or behind.lstrip("{"))
    if name is None:
        return False
    given = rf"\b{name.group()}\b[^=\n]{{0,40}}=[^=\n][^\n]{{0,80}}{_MARK}"
    return re.search(given, view.text[: found.start()]) is not None


def _is_ones_own(view: CodeView, found: re.Match[str]) -> bool:
    """Whether the value is hardly a stranger's."""
    if _OWN_DATABASE.search(view.text):
        return True
    return _DAY.search(view.text, found.start(), found.end() + _NAME_CHARS) is not None


RULE = FileRule("S05", "security", "high", "high", applies, check)

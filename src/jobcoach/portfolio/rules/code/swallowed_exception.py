"""C06: an exception that is caught and lost."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, compiled, is_product, matches, per_language
from jobcoach.portfolio.rules.rule import Confidence, FileRule, Hit

_BRACES = r"\bcatch\s{0,3}(?:\((?P<caught>[^()]{0,200})\)\s{0,20})?\{(?P<body>[^{}]{0,400})\}"
_PROMISE = r"\.catch\(\s{0,20}(?:\(\w{0,40}\)|\w{1,40})\s{0,3}=>\s{0,3}\{\s{0,40}\}\s{0,20}\)"
_PATTERNS = per_language(
    (("Java", "Kotlin", "C#", "C++", "Dart", "PHP"), _BRACES),
    (JAVASCRIPT, _BRACES + r"|" + _PROMISE),
    (("Go",), r"\bif\s+err\s*!=\s*nil\s*\{(?P<body>[^{}]{0,400})\}"),
    (
        ("Python",),
        r"^[ \t]*except(?:[ \t]+(?P<caught>Exception|BaseException)(?:[ \t]+as[ \t]+\w+)?)?[ \t]*:"
        r"(?P<body>\s{1,200}(?:pass|\.\.\.))[ \t]*$",
    ),
)
_EMPTY = re.compile(r"\s*(?:pass|\.\.\.)?\s*")
_ONLY_PRINTED = re.compile(r"\s*\w{1,40}\.printStackTrace\(\s*\);?\s*")
_ON_PURPOSE = re.compile(
    r"\b(?:ignored?|expected|unused|InterruptedException|UnsupportedEncodingException|CloneNotSupportedException|_+)\b"
)
_UNNAMED = re.compile(r"catch\s{0,20}\{")
# Tidying up, and what may be missing: the step before the handler may fail and nobody is worse off.
_TIDIES = (
    r"\.(?:destroy|delete|remove|close|unlink|disconnect|shutdown|cancel|abort|quit|kill|terminate|stop|cleanup)\("
    r"|\b\w*[lL]ogout\("
)
_BEST_EFFORT = per_language(
    (("Python",), rf"^\s*(?:from\s.*\bimport\b|import\s|del\s|os\.rmdir\(|shutil\.rmtree\()|{_TIDIES}"),
    (JAVASCRIPT, _TIDIES),
)
_SCRIPT_LINES_MAX = 500
_OF_A_MODULE = r"^\s{0,20}(?:import|export)\b|\brequire\(|\bmodule\.exports\b"
_NEAR = ("catch", "except", "err")


def applies(info: FileInfo) -> bool:
    """Languages with exceptions, and Go's errors."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Handlers that do nothing, or print the trace and go on. One with a comment was thought about."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        confidence = _confidence(view, match)
        if confidence is not None and not _ON_PURPOSE.search(match.groupdict().get("caught") or ""):
            yield Hit(view.line_at(match.start()), view.line_at(match.end() - 1), confidence=confidence)


def _confidence(view: CodeView, match: re.Match[str]) -> Confidence | None:
    if view.text[match.start() : match.end()] != match.group():
        return None
    body = match.groupdict().get("body")
    # To wait for nothing, or to leave the name of what was caught away, is a way to say "never mind".
    if body is None or _UNNAMED.match(match.group()) or _may_be_copied(view):
        return "low"
    if view.language in _BEST_EFFORT and compiled(_BEST_EFFORT[view.language]).search(
        _line_before(view, match)
    ):
        return None
    if _EMPTY.fullmatch(body):
        return "high"
    return "medium" if _ONLY_PRINTED.fullmatch(body) else None


def _may_be_copied(view: CodeView) -> bool:
    """Whether it is a long script that neither imports nor exports: a library's or a theme's, as a rule."""
    is_long = view.language == "JavaScript" and len(view.lines) > _SCRIPT_LINES_MAX
    return is_long and compiled(_OF_A_MODULE).search(view.code) is None


def _line_before(view: CodeView, match: re.Match[str]) -> str:
    return view.code_lines[max(0, view.line_at(match.start()) - 2)]


RULE = FileRule("C06", "code", "medium", "high", applies, check)

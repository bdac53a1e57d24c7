"""C07: prints to the console where a logger belongs."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, compiled, is_product, matches, mentions, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS = per_language(
    (("Java",), r"\bSystem\.(?:out|err)\.print(?:ln|f)?\(|\.printStackTrace\(\s{0,5}\)"),
    (("Kotlin",), r"^[ \t]*(?:System\.out\.)?print(?:ln)?\("),
    (JAVASCRIPT, r"\bconsole\.(?:log|debug|dir|table)\("),
    (("Python",), r"^[ \t]*print\("),
    (("Go",), r"\bfmt\.Print(?:ln|f)?\("),
)
# Only in what shows itself to be part of a server or an app; elsewhere the console may be the product.
_SERVED = per_language(
    (("Java", "Kotlin"), r"^import (?:static )?(?:org\.springframework|jakarta|javax\.servlet|android)\b"),
    (("Python",), r"^[ \t]*(?:from|import) (?:django|rest_framework|flask|fastapi|starlette|sqlalchemy)\b"),
    (("Go",), r'"(?:net/http|github\.com/(?:gin-gonic|labstack|gofiber)/[\w/.-]+|gorm\.io/gorm)"'),
)
_ENTRANCES = per_language(
    (("Java", "Kotlin"), r"\bvoid main\s*\(|\bfun main\s*\(|\bCommandLineRunner\b|\bApplicationRunner\b"),
    (("Python",), r"__name__|\b(?:argparse|click|typer|BaseCommand)\b"),
    (("Go",), r"^func main\(\)"),
    (JAVASCRIPT, r"\bprocess\.(?:argv|stdout)\b|^#!|\b(?:commander|yargs|chalk|inquirer)\b"),
)
_CONSOLE_NAMES = re.compile(
    r"(?i)(?:^|/)(?:bin|cli|commands?)/"
    r"|(?:view|console|print\w*|output\w*|cli|logger|log|seed\w*|gulpfile|gruntfile|setup\w*"
    r"|\w*generat(?:or|e)|serviceWorker|service-worker|sw|[\w-]+-sw|dummy\w*|reportWebVitals)\.\w+$"
)
_START_MESSAGE_CHARS = 250
_STARTED = r"(?i)\b(?:connected|connect|listening|started|running (?:on|at|in))\b"
# What is said to the developer only, and a banner.
_GUARD = (
    r"\b(?:NODE_ENV|__DEV__|import\.meta\.env|is_?[dD]ev\w*|is(?:NotProd|Local|Debug)\w*|DEBUG|BuildConfig"
    r"|verbose)\b"
)
_GUARD_LINES = 2
_BANNER = r"[^(\n]{0,40}\(\s{0,60}[fF]?[\"'`](?:\s{3}|[^\w\s\"'`]{5})"
_NEAR = ("print", "console.", "Print")


def applies(info: FileInfo) -> bool:
    """Product code, but for what is named as the console's side of it."""
    return info.language in _PATTERNS and is_product(info) and not _CONSOLE_NAMES.search(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a file: its first print, with the number of them."""
    language = source.info.language
    if not mentions(source, _NEAR) or compiled(_ENTRANCES[language]).search(source.text):
        return
    if language in _SERVED and not compiled(_SERVED[language]).search(source.text):
        return
    lines = [
        view.line_at(match.start())
        for view, match in matches(source, _PATTERNS, _NEAR)
        if not _is_start_message(view, match.start())
        and not _is_all_of_a_handler(view, match)
        and not _is_guarded(view, match.start())
        and not compiled(_BANNER).match(view.text, match.start())
    ]
    if lines:
        yield Hit(lines[0], lines[0], {"count": str(len(lines))})


def _is_start_message(view: CodeView, offset: int) -> bool:
    before = view.text[max(0, offset - _START_MESSAGE_CHARS) : offset]
    after = view.text[offset : offset + _START_MESSAGE_CHARS].partition("\n")[0]
    return ".listen(" in before or compiled(_STARTED).search(after) is not None


def _is_guarded(view: CodeView, offset: int) -> bool:
    line = view.line_at(offset)
    before = "\n".join(view.code_lines[max(0, line - 1 - _GUARD_LINES) : line])
    return compiled(_GUARD).search(before) is not None


def _is_all_of_a_handler(view: CodeView, match: re.Match[str]) -> bool:
    """A trace that is printed and nothing else is C06's."""
    return (
        "printStackTrace" in match.group()
        and compiled(r"\{\s{0,80}\w{1,40}\Z").search(view.code, max(0, match.start() - 120), match.start())
        is not None
        and compiled(r"\s{0,80};?\s{0,80}\}").match(view.code, match.end()) is not None
    )


RULE = FileRule("C07", "code", "low", "high", applies, check)

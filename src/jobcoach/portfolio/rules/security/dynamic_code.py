"""S09: code or commands made from variables."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import JVM, compiled, is_product, matches, mentions, per_language
from jobcoach.portfolio.rules.rule import Confidence, FileRule, Hit

_PATTERNS = per_language(
    (
        ("Python",),
        r"(?<![\w.])(?P<call>eval|exec)\(\s{0,20}+(?![rRbBuU]{0,2}[\"']|\))"
        r"|\b(?P<system>os\.(?:system|popen))\(\s{0,20}(?:[fF][\"'](?=[^\n]*\{)|[\"'][^\"'\n]{0,200}[\"']\s*(?:%|\+(?!\s*[A-Z_]+\b)|\.format))"
        r"|\bsubprocess\.(?P<shell>run|call|Popen|check_output|check_call)\(\s{0,20}"
        r"(?:[fF][\"'](?=[^\n]*\{)|[\"'][^\"'\n]{0,200}[\"']\s*(?:%|\+|\.format)|[a-z]\w*\s*,)[^()]{0,300}shell\s*=\s*True",
    ),
    (
        ("JavaScript", "TypeScript"),
        r"(?<![\w.$])(?P<call>eval)\(\s{0,20}+(?![\"'`)])|(?<![\w.$])(?P<shell>exec|execSync)\(\s{0,20}`[^`]{0,400}\$\{",
    ),
    (JVM, r"\bRuntime\.getRuntime\(\)\.(?P<shell>exec)\([^;\n]{0,200}\"\s*\+\s*\w"),
)  # fmt: skip
_RUN_CODE = frozenset({"eval", "exec"})
_SERVED = r"^[ \t]*(?:from|import) (?:django|rest_framework|flask|fastapi|starlette|aiohttp|tornado|sanic)\b"
# An interpreter calls its own function so; where all names are imported nobody knows whose it is.
_ITS_OWN = r"^[ \t]*(?:async )?(?:def|function) (?:eval|exec)\(|^from \S+ import \*"
# On one's own command line one may run what one likes.
_CONSOLE = r"^[ \t]*(?:from|import) (?:click|argparse|typer|fire|cmd)\b"
_ARGUMENTS_CHARS = 500
_DEPTHS = {",": 0, **dict.fromkeys("([{", 1), **dict.fromkeys(")]}", -1)}
_NEAR = ("eval", "exec", "os.system", "popen", "subprocess")


def applies(info: FileInfo) -> bool:
    """Languages that can run text."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Calls whose argument is not written out."""
    text = source.text
    if not mentions(source, _NEAR) or compiled(_ITS_OWN).search(text) or compiled(_CONSOLE).search(text):
        return
    is_served = source.info.language != "Python" or compiled(_SERVED).search(text) is not None
    for view, match in matches(source, _PATTERNS, _NEAR):
        line = view.line_at(match.start())
        call = next(name for name in match.groupdict().values() if name)
        if not is_served and call in _RUN_CODE and _has_namespace(view, match):
            continue
        # In a script of one's own the value is often one's own, too.
        confidence: Confidence = "medium" if call in _RUN_CODE or is_served else "low"
        yield Hit(line, line, {"call": call}, confidence)


def _has_namespace(view: CodeView, call: re.Match[str]) -> bool:
    """Whether names to look up are given, too: so a tool runs code that is meant to be run."""
    opening = view.code.index("(", call.start())
    depth = 0
    for mark in compiled(r"[()\[\]{},]").finditer(view.code, opening, opening + _ARGUMENTS_CHARS):
        if mark.group() == "," and depth == 1:
            return True
        depth += _DEPTHS[mark.group()]
        if depth == 0:
            return False
    return False


RULE = FileRule("S09", "security", "high", "medium", applies, check)

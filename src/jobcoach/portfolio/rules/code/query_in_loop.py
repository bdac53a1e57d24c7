"""C10: a query for each round of a loop."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view
from jobcoach.portfolio.rules.in_code import (
    JVM,
    Patterns,
    block_end,
    compiled,
    fills_once,
    is_product,
    mentions,
    per_language,
)
from jobcoach.portfolio.rules.rule import FileRule, Hit

_QUERY: Patterns = per_language(
    (
        JVM,
        r"\b(?!s3|file|redis|cache|memory|map)\w{0,60}(?:[rR]epository|[dD]ao|DAO)"
        r"\.(?:find|get|select|save|delete|exists|count|insert|update)\w*\(",
    ),
    (
        ("Python",),
        r"\b[A-Z]\w*\.objects\.(?:get|filter|create|get_or_create|update_or_create|exclude|all)\("
        r"|\b(?:cursor|cur)\.execute\(|\bsession\.(?:query|execute|scalar)\(",
    ),
    (
        ("JavaScript", "TypeScript"),
        r"\bawait\s+(?:this\.)?(?:\w+Repository|[A-Z]\w*|prisma\.\w+)\."
        r"(?:find(?:One|ById|All|Unique|First|Many|ByPk)?|save|create|insert|update(?:One)?|deleteOne|upsert)\(",
    ),
    (
        ("Go",),
        r"\b(?:db|tx|\w+\.DB|\w+\.db)\.(?:Query|QueryRow|Exec|First|Find|Where|Create|Save)(?:Context)?\(",
    ),
)
_LOOP: Patterns = per_language(
    ((*JVM, "JavaScript", "TypeScript"), r"\bfor\s*(?:await\s*)?\(|\.forEach\("),
    (("Go",), r"\bfor\b[^\n{]{0,200}\{"),
    (("Python",), r"^(?P<indent>[ \t]*)(?:async )?for\b[^\n]{1,300}:[ \t]*$"),
)
_NEAR = (
    "epository.", "ao.", "DAO.", ".objects.", "execute(", "session.", "await", ".Query", ".Exec", ".First",
    ".Find", ".Where", ".Create", ".Save",
)  # fmt: skip
_ALL_AT_ONCE = ("saveAll", "deleteAll", "insertAll")
# Rows are locked one by one, in order.
_LOCK = re.compile(r"(?i)lock|forupdate")
_NEW_FUNCTION: Patterns = per_language(
    (("Python",), r"^[ \t]*(?:async )?def "), (("JavaScript", "TypeScript", "Go"), r"\bfunc(?:tion)?\b")
)
_BODY_LINES_MAX = 500
# What is returned ends the loop.
_LAST_ROUND = r"\breturn\s+(?:await\s+)?(?:this\.)?\Z"
_BEFORE_CHARS = 40
# A script that somebody starts and waits for.
_CONSOLE = r"^if __name__ ?== ?[\"']__main__"


def applies(info: FileInfo) -> bool:
    """Languages whose ways to a database are in the table."""
    return info.language in _QUERY and is_product(info) and not fills_once(info.path)


def check(source: SourceText) -> Iterator[Hit]:
    """The first query in the body of each loop."""
    language = source.info.language
    if not mentions(source, _NEAR) or not compiled(_QUERY[language]).search(source.text):
        return
    if language == "Python" and compiled(_CONSOLE).search(source.text):
        return
    view = code_view(source)
    done = 0
    for loop in compiled(_LOOP[language]).finditer(view.code):
        if loop.start() < done:
            continue
        start, end = _body(view, loop)
        query = compiled(_QUERY[language]).search(view.code, start, end)
        # Loops within this one hold no more queries than it does: no text is searched twice.
        done = end if query is None else query.end()
        if query is not None and _is_of_the_loop(view, start, query):
            name = query.group().rstrip("(").split()[-1]
            yield Hit(view.line_at(loop.start()), view.line_at(query.start()), {"query": name})


def _is_of_the_loop(view: CodeView, start: int, query: re.Match[str]) -> bool:
    """Whether it runs at each round: not once for all, nor in a function that is only defined there."""
    name = query.group().rstrip("(")
    if compiled(_LAST_ROUND).search(view.code, max(0, query.start() - _BEFORE_CHARS), query.start()):
        return False
    if name.endswith(_ALL_AT_ONCE) or _LOCK.search(name):
        return False
    if view.language not in _NEW_FUNCTION:
        return True
    return compiled(_NEW_FUNCTION[view.language]).search(view.code, start, query.start()) is None


def _body(view: CodeView, loop: re.Match[str]) -> tuple[int, int]:
    if "indent" in loop.re.groupindex:
        return loop.end(), _indented_end(view, loop)
    if loop.group().endswith("{"):
        return loop.end(), block_end(view.code, loop.end() - 1)
    head_end = block_end(view.code, loop.end() - 1, "()")
    if loop.group().startswith("."):
        return loop.end(), head_end
    brace = compiled(r"\s*\{").match(view.code, head_end + 1)
    if brace is None:
        return head_end, head_end
    return brace.end(), block_end(view.code, brace.end() - 1)


def _indented_end(view: CodeView, loop: re.Match[str]) -> int:
    indent = len(loop["indent"].expandtabs())
    first = view.line_at(loop.end())
    last = min(len(view.lines), first + _BODY_LINES_MAX)
    for number in range(first + 1, last + 1):
        line = view.code_lines[number - 1].expandtabs()
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            return view.line_offset(number)
    return view.line_offset(last) + len(view.lines[last - 1])


RULE = FileRule("C10", "code", "medium", "medium", applies, check)

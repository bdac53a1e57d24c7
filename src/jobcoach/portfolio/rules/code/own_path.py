"""C15: a path of one's own computer in the code."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_product
from jobcoach.portfolio.rules.lexers import lexer
from jobcoach.portfolio.rules.rule import FileRule, Hit

_HOME = re.compile(
    r"(?:[A-Z]:(?:\\{1,2}|/)Users(?:\\{1,2}|/)|/Users/|(?<![\w.}$~/-])/home/)(?P<user>[\w.\- ]{2,40}?)[\\/]"
    r"(?P<rest>[^\"'`\n]{0,300})"
)
# Users of containers, CI and documentation.
_NOBODY = frozenset({
    "runner", "user", "username", "ubuntu", "root", "app", "node", "vscode", "circleci", "jovyan", "public",
    "ec2-user", "vagrant", "travis", "you", "yourname", "your_name", "me", "name", "default", "shared",
})  # fmt: skip
_NO_PRODUCT = frozenset({"HTML", "XML", "Shell", "PowerShell", "Makefile", "Dockerfile", "YAML", "SQL"})
# Below /home a web site has pages; a file or a folder of work is on a computer.
_OF_A_COMPUTER = re.compile(
    r"(?i)^(?:desktop|documents?|downloads?|workspace|projects?|dev|data|datasets?|git|code|src|anaconda3?|venv)\b"
    r"|\.\w{1,8}$"
)


# What a preview shows is made up.
_MADE_UP = re.compile(r"(?i)(?:^|/)[^/]*(?:preview|sample|demo|example|mock|fixture)[^/]*$")


def applies(info: FileInfo) -> bool:
    """Product code of a known language."""
    return (
        is_product(info)
        and not _MADE_UP.search(info.path)
        and lexer(info.language) is not None
        and info.language not in _NO_PRODUCT
    )


def check(source: SourceText) -> Iterator[Hit]:
    """Absolute paths below somebody's home, in strings."""
    if "sers" not in source.text and "/home/" not in source.text:
        return
    view = code_view(source)
    for span in view.spans:
        if span.kind == "string":
            found = _HOME.search(view.text, span.start, span.end)
            if found and found["user"].lower() not in _NOBODY and _begins(view.text, span.start, found):
                line = view.line_at(found.start())
                yield Hit(line, line, {"user": found["user"]})


def _begins(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the path begins the string: a route like /users/list/ or a URL does not count."""
    if "/home/" in found.group() and not _OF_A_COMPUTER.search(found["rest"]):
        return False
    before = text[start : found.start()].lstrip("rRbBfFuU").strip("\"'` ")
    return before in ("", "file:", "file://", "file:/")


RULE = FileRule("C15", "code", "medium", "high", applies, check)

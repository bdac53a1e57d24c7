"""What one file's content gives: lines, imports, functions, and the hits of the file rules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from jobcoach.portfolio.facts.functions import find_functions
from jobcoach.portfolio.facts.hits import StoredHit, store_hit
from jobcoach.portfolio.facts.imports import find_imports
from jobcoach.portfolio.facts.notebook import notebook_code
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.inventory.content import classify_content, is_lfs_pointer
from jobcoach.portfolio.inventory.decode import decode
from jobcoach.portfolio.inventory.file_info import FileClass, FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view
from jobcoach.portfolio.rules.fingerprints import fingerprints
from jobcoach.portfolio.rules.rule import FileRule
from jobcoach.text import nfc

_MOST_HITS = 100
"""Of one rule in one file: beyond, the file speaks for itself."""


def read_text(info: FileInfo, data: bytes) -> SourceText | None:
    """The file as lines of NFC text with its class by content; None if it is no text."""
    decoded = decode(data)
    if decoded is None:
        return None
    text, encoding = decoded
    lines = nfc(text).split("\n")
    if lines[-1] == "":
        lines.pop()
    source = SourceText(info, tuple(lines), encoding)
    refined = classify_content(source)
    return source if refined is info else replace(source, info=refined)


def file_facts(info: FileInfo, data: bytes, rules: Sequence[FileRule]) -> FileFacts:
    """The facts of one file, from its content alone.

    The ``info`` in them may have another class: generated, binary or LFS pointer by content. Of binaries
    and pointers nothing else is known and ``encoding`` is "".
    """
    if is_lfs_pointer(data):
        return _nothing(info, "lfs")
    source = read_text(info, data)
    if source is None:
        return _nothing(info, "binary")
    hits = _hits(source, rules)
    if source.info.file_class == "notebook":
        return _of_notebook(source, hits)
    view = code_view(source)
    is_code = source.info.file_class in ("source", "test")
    return FileFacts(
        info=source.info,
        encoding=source.encoding,
        lines=len(source.lines),
        code_lines=_count_filled(view.code_lines),
        functions=find_functions(view.code, source.info.language) if is_code else (),
        imports=_imports(view, source.info.language) if is_code else (),
        hits=hits,
        fingerprints=fingerprints(source) if source.info.file_class == "source" else (),
    )


def _nothing(info: FileInfo, file_class: FileClass) -> FileFacts:
    return FileFacts(replace(info, file_class=file_class), "", 0, 0, (), (), {})


def _of_notebook(source: SourceText, hits: dict[str, tuple[StoredHit, ...]]) -> FileFacts:
    code = notebook_code(source.text)
    info = replace(source.info, language="Python")
    cells = replace(source, info=info, lines=tuple((code or "").split("\n")))
    view = code_view(cells)
    return FileFacts(
        info=source.info,
        encoding=source.encoding,
        lines=len(source.lines),
        code_lines=_count_filled(view.code_lines),
        functions=(),
        imports=_imports(view, "Python"),
        hits=hits,
    )


def _hits(source: SourceText, rules: Iterable[FileRule]) -> dict[str, tuple[StoredHit, ...]]:
    found = {}
    for rule in rules:
        if rule.applies(source.info):
            hits = tuple(map(store_hit, islice(rule.check(source), _MOST_HITS)))
            if hits:
                found[rule.id] = hits
    return found


def _imports(view: CodeView, language: str) -> tuple[str, ...]:
    return tuple(found.name for found in find_imports(view.text, language, view.is_code))


def _count_filled(lines: Iterable[str]) -> int:
    return sum(1 for line in lines if line and not line.isspace())

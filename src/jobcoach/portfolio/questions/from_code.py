"""Questions about the places in the code that ``about_code/`` knows."""

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from jobcoach.portfolio.cited_lines import CitedFile, Span
from jobcoach.portfolio.facts.repository import FileFacts, FunctionFacts, RepositoryFacts
from jobcoach.portfolio.inventory.file_info import FileClass
from jobcoach.portfolio.questions.candidate import Candidate, Place
from jobcoach.portfolio.questions.code_template import CodeTemplate, code_templates
from jobcoach.portfolio.questions.texts import file_name, filled, reason, shortened
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.words import Language

_FILES_A_TEMPLATE_MAX = 4
_FILES_OF_A_KIND_MAX = 500
_FILES_MAX = 45
"""Read once more for their lines: what reading and masking them takes is in every review."""
_LINES_MAX = 1200
_LINES_A_SPAN = 400
_LINES_ABOVE_A_FUNCTION = 8
"""Annotations and decorators stand above what they are about."""
_TEST_NAME = re.compile(r"(?i)(?:^|[/._-])(?:tests?|specs?)[._-][^/]*$|[._-](?:tests?|spec)\.[^/]*$")
_DECLARED = r"\b(?:class|interface|object|struct|func|function|def|const|fun|record|enum|type)\b.{0,40}\b%s\b"

Match = tuple[CodeTemplate, FileFacts]


def code_matches(facts: RepositoryFacts) -> list[Match]:
    """Which rows may apply to which files: by what is known without reading these again."""
    kinds = _by_kind(facts.files)
    matches: list[Match] = []
    paths: set[str] = set()
    for template in code_templates():
        of_kind = [files for kind, files in kinds.items() if template.is_about(*kind)]
        fitting = (
            each.file
            for each in heapq.merge(*of_kind, key=lambda each: each.rank)
            if (len(paths) < _FILES_MAX or each.file.info.path in paths)
            and template.applies(each.file.info.path, each.imports)
            and not (each.file.info.file_class == "source" and _is_beside(each.file.info.path))
        )
        taken = list(islice(fitting, _FILES_A_TEMPLATE_MAX))
        matches += [(template, file) for file in taken]
        paths.update(file.info.path for file in taken)
    return matches


def _is_beside(path: str) -> bool:
    return is_aside(path) or _TEST_NAME.search(path) is not None


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A file, its place among all, and its imports one a line."""

    file: FileFacts
    rank: int
    imports: str


def _by_kind(files: Sequence[FileFacts]) -> dict[tuple[FileClass, str], list[_Ranked]]:
    """By class and language, of each those with most to say."""
    kinds: dict[tuple[FileClass, str], list[_Ranked]] = {}
    for rank, file in enumerate(sorted(files, key=_rank)):
        kind = kinds.setdefault((file.info.file_class, file.info.language), [])
        if len(kind) < _FILES_OF_A_KIND_MAX:
            kind.append(_Ranked(file, rank, "\n".join(file.imports)))
    return kinds


def spans_of(matches: Sequence[Match]) -> dict[str, list[Span]]:
    """The lines to read for these."""
    return {
        file.info.path: [
            (start, start + _LINES_A_SPAN - 1)
            for start in range(1, min(file.lines, _LINES_MAX) + 1, _LINES_A_SPAN)
        ]
        for _, file in matches
    }


def code_candidates(
    matches: Sequence[Match], cited: Mapping[str, CitedFile], lang: Language
) -> Iterator[Candidate]:
    """One question a row: of the file with most to say in which its mark stands."""
    asked: set[str] = set()
    for template, file in matches:
        if template.id not in asked:
            candidate = _candidate(template, file, cited.get(file.info.path), lang)
            if candidate is not None:
                asked.add(template.id)
                yield candidate


def _rank(file: FileFacts) -> tuple[int, int, str]:
    return -sum(function.complexity for function in file.functions), -file.code_lines, file.info.path


def _candidate(
    template: CodeTemplate, file: FileFacts, cited: CitedFile | None, lang: Language
) -> Candidate | None:
    if cited is None:
        return None
    path = file.info.path
    name = PurePosixPath(path).name.split(".")[0]
    found = _marked(template.mark or re.compile(_DECLARED % re.escape(name)), cited)
    if found is None and template.mark is None:
        found = _first_function(file, cited)
    if found is None:
        return None
    line, groups = found
    function = _function_at(file, line)
    if template.needs_function and function is None:
        return None
    values = {
        **groups,
        "file": file_name(path),
        "name": name,
        "line": str(line),
        "function": function.name if function else "",
    }
    asked = filled(template.text(lang), lang, values)
    return Candidate(
        kind="code",
        text=asked,
        why=reason("why_code", lang, {"place": f"{path}:{line}", "line": shortened(cited.lines[line])}),
        topic=template.topic,
        weight=template.weight,
        subject=path,
        place=Place(path, line, line),
    )


_ASIDE = re.compile(r"\s*(?://|#|/?\*|--|(?:import|package|using|use)\b|from\s+\S+\s+import\b)")
"""Comments and imports say nothing of what the code does."""


def _marked(mark: re.Pattern[str], cited: CitedFile) -> tuple[int, dict[str, str]] | None:
    for number in sorted(cited.lines):
        match = mark.search(cited.lines[number])
        if match is not None and not _ASIDE.match(cited.lines[number]):
            return number, {key: (value or "").rstrip(" (<") for key, value in match.groupdict().items()}
    return None


def _first_function(file: FileFacts, cited: CitedFile) -> tuple[int, dict[str, str]] | None:
    starts = (function.start for function in file.functions)
    return next(((start, {}) for start in starts if start in cited.lines), None)


def _function_at(file: FileFacts, line: int) -> FunctionFacts | None:
    """The innermost function around a line, or the one that the line stands above."""
    around = [function for function in file.functions if function.start <= line <= function.end]
    if around:
        return max(around, key=lambda function: function.start)
    below = [f for f in file.functions if line < f.start <= line + _LINES_ABOVE_A_FUNCTION]
    return min(below, key=lambda function: function.start, default=None)

"""Questions about the shape of the code: its densest functions, what all depends on, and its tests."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.pack.rank import imported_by, stem
from jobcoach.portfolio.questions.candidate import Candidate, Place
from jobcoach.portfolio.questions.texts import file_name, is_common_stem, reason, text, weight_and_topic
from jobcoach.portfolio.rules.in_code import is_product
from jobcoach.words import Language

_BRANCHED = 5
_FUNCTIONS_ASKED = 3
_FEW, _PATHS_A_POINT = 3.0, 4
"""Few paths are worth a question where there is nothing better to ask about."""
_LONG_LINES = 40
_IMPORTED_BY_AT_LEAST = 3
_SECOND_COUNTS_LESS = 1.5
_LARGE_LINES = 120
_TESTS_IN_A_FILE = 4
_TEST = re.compile(r"(?i)test|spec")
# What prepares or starts tests fails for other reasons than they do.
_NO_TEST = re.compile(
    r"(?i)main|run_?\w*|set_?up\w*|tear_?down\w*|before\w*|after\w*|init\w*|helper\w*|create\w*|make\w*"
)
_STEM_CHARACTERS_MIN = 4


def structure_candidates(facts: RepositoryFacts, lang: Language) -> Iterator[Candidate]:
    """Each names the file, the function and the figure that it is about."""
    product = [file for file in facts.files if is_product(file.info)]
    yield from _branched(product, lang)
    yield from _long(product, lang)
    yield from _imported(product, lang)
    yield from _large(product, lang)
    yield from _tested([file for file in facts.files if file.info.file_class == "test"], lang)


def _branched(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    densest = sorted(
        (
            (max(file.functions, key=lambda function: (function.complexity, -function.start)), file)
            for file in files
            if file.functions
        ),
        key=lambda found: (-found[0].complexity, found[1].info.path),
    )
    by_name = {function.name: (function, file) for function, file in reversed(densest)}
    different = [found for found in densest if by_name[found[0].name] == found]
    for function, file in different[:_FUNCTIONS_ASKED]:
        if function.complexity >= _BRANCHED:
            values = {"function": function.name, "count": str(function.complexity)}
            found = _candidate("branched_function", file, (function.start, function.end), values, lang)
            yield replace(found, weight=min(found.weight, _FEW + function.complexity / _PATHS_A_POINT))


def _long(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    functions = [
        (function.end - function.start + 1, function, file)
        for file in files
        for function in file.functions
        if function.complexity < _BRANCHED
    ]
    for lines, function, file in sorted(functions, key=lambda f: (-f[0], f[2].info.path, f[1].start))[:1]:
        if lines >= _LONG_LINES:
            values = {"function": function.name, "count": str(lines)}
            yield _candidate("long_function", file, (function.start, function.end), values, lang)


def _imported(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    counts = imported_by(files)
    stems = [stem(file.info.path) for file in files]
    known = Counter(stems)
    hubs = [
        (counts[name], name, file)
        for name, file in zip(stems, files, strict=True)
        if counts[name] >= _IMPORTED_BY_AT_LEAST and known[name] == 1
        # Of these an import may well mean another.
        if len(name) >= _STEM_CHARACTERS_MIN and not is_common_stem(name)
    ]
    most = sorted(hubs, key=lambda hub: (-hub[0], hub[2].info.path))[:2]
    for rank, (count, name, file) in enumerate(most):
        line = file.functions[0].start if file.functions else 1
        found = _candidate("imported_file", file, (line, line), {"name": name, "count": str(count)}, lang)
        yield replace(found, weight=found.weight - rank * _SECOND_COUNTS_LESS)


def _large(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    programs = [file for file in files if file.functions]
    largest = min(programs, key=lambda file: (-file.code_lines, file.info.path), default=None)
    if largest is not None and largest.code_lines >= _LARGE_LINES:
        line = largest.functions[0].start
        values = {"count": str(largest.code_lines)}
        yield _candidate("large_file", largest, (line, line), values, lang)


def _tested(tests: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    named = [file for file in tests if _TEST.search(stem(file.info.path))]
    fullest = sorted(named, key=lambda file: (-len(file.functions), file.info.path))
    for file in fullest[:2]:
        tests_in_file = [each for each in file.functions if not _NO_TEST.fullmatch(each.name)]
        if len(tests_in_file) >= _TESTS_IN_A_FILE:
            function = max(tests_in_file, key=lambda each: (each.end - each.start, -each.start))
            values = {"function": function.name, "count": str(len(tests_in_file))}
            yield _candidate("test_file", file, (function.start, function.end), values, lang)


def _candidate(
    key: str, file: FileFacts, lines: tuple[int, int], values: dict[str, str], lang: Language
) -> Candidate:
    path = file.info.path
    weight, topic = weight_and_topic(key)
    named = {**values, "file": file_name(path), "line": str(lines[0])}
    return Candidate(
        kind="structure",
        text=text(key, lang, named),
        why=reason("why_structure", lang, {"place": f"{path}:{lines[0]}"}),
        topic=topic,
        weight=weight,
        subject=path,
        form=key,
        place=Place(path, *lines),
    )

"""Questions about what any code has: edge cases of a function, folders, two languages, chosen technologies.

They weigh little: they are asked where a repository gives nothing better to ask about.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from jobcoach.portfolio.facts.repository import FileFacts, FunctionFacts, RepositoryFacts, Technology
from jobcoach.portfolio.inventory.language import language_kind
from jobcoach.portfolio.questions.candidate import Candidate, Place
from jobcoach.portfolio.questions.texts import file_name, reason, text, weight_and_topic
from jobcoach.portfolio.rules.in_code import is_product
from jobcoach.words import Language

_FUNCTIONS_ASKED = 4
_TECHNOLOGIES_ASKED = 2
_NEXT_COUNTS_LESS = 0.4
_SIMPLEST, _DENSEST = 2, 9
_FILES_IN_A_FOLDER = 4
_SHARE_OF_A_LANGUAGE = 0.1
_CHOSEN = ("framework", "database", "cache", "broker", "library")
# Every program has them, so their names say nothing.
_COMMON_FUNCTIONS = frozenset(
    {"main", "init", "__init__", "setup", "run", "get", "set", "test", "constructor"}
)


def shape_candidates(facts: RepositoryFacts, lang: Language) -> Iterator[Candidate]:
    """Each names a function, a folder, a language or a technology of this repository."""
    files = [file for file in facts.files if is_product(file.info) and file.code_lines]
    yield from _edges(files, lang)
    yield from _folder(files, lang)
    yield from _languages(facts, files, lang)
    yield from _technologies(facts.technologies, lang)


def _edges(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    """Functions of the largest files that decide something, one a file."""
    largest = sorted(files, key=lambda file: (-file.code_lines, file.info.path))
    found = ((file, function) for file in largest if (function := _deciding(file)) is not None)
    for rank, (file, function) in enumerate(islice(found, _FUNCTIONS_ASKED)):
        place = Place(file.info.path, function.start, function.end)
        values = {"function": function.name, "file": file_name(file.info.path), "line": str(function.start)}
        yield _ranked(_candidate("edge_function", place, values, lang), rank)


def _deciding(file: FileFacts) -> FunctionFacts | None:
    fit = (
        function
        for function in file.functions
        if _SIMPLEST <= function.complexity <= _DENSEST and function.name not in _COMMON_FUNCTIONS
    )
    return max(fit, key=lambda function: (function.complexity, -function.start), default=None)


def _folder(files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    counts = Counter(folder for file in files if (folder := file.info.path.rpartition("/")[0]))
    fullest = min(counts, key=lambda folder: (-counts[folder], folder), default=None)
    if fullest is None or counts[fullest] < _FILES_IN_A_FOLDER:
        return
    inside = [file for file in files if file.info.path.rpartition("/")[0] == fullest]
    largest = min(inside, key=lambda file: (-file.code_lines, file.info.path))
    values = {
        "folder": fullest,
        "count": str(counts[fullest]),
        "file": largest.info.path.rpartition("/")[2],
        "lines": str(largest.code_lines),
    }
    yield _candidate("folder", Place(largest.info.path, 1, 1), values, lang)


def _languages(facts: RepositoryFacts, files: Sequence[FileFacts], lang: Language) -> Iterator[Candidate]:
    both = [
        language
        for language in facts.languages
        if language.share >= _SHARE_OF_A_LANGUAGE and language_kind(language.name) == "programming"
    ]
    if len(both) < 2:
        return
    first, second = both[:2]
    of_second = [file for file in files if file.info.language == second.name]
    largest = min(of_second, key=lambda file: (-file.code_lines, file.info.path), default=None)
    if largest is not None:
        values = {
            "first": first.name,
            "second": second.name,
            "lines": str(first.lines),
            "other_lines": str(second.lines),
            "file": file_name(largest.info.path),
        }
        yield _candidate("two_languages", Place(largest.info.path, 1, 1), values, lang)


def _technologies(technologies: Sequence[Technology], lang: Language) -> Iterator[Candidate]:
    chosen = [each for each in technologies if each.kind in _CHOSEN and each.evidence]
    chosen.sort(key=lambda each: (_CHOSEN.index(each.kind), each.name))
    for rank, each in enumerate(chosen[:_TECHNOLOGIES_ASKED]):
        first = each.evidence[0]
        values = {"name": each.name, "file": file_name(first.path), "line": str(first.start)}
        asked = _candidate("technology", None, values, lang, f"{first.path}:{first.start}")
        yield _ranked(replace(asked, evidence=each.evidence[:1], subject=f"technology {each.name}"), rank)


def _ranked(candidate: Candidate, rank: int) -> Candidate:
    return replace(candidate, weight=candidate.weight - rank * _NEXT_COUNTS_LESS)


def _candidate(
    key: str, place: Place | None, values: dict[str, str], lang: Language, where: str = ""
) -> Candidate:
    weight, topic = weight_and_topic(key)
    return Candidate(
        kind="structure",
        text=text(key, lang, values),
        why=reason("why_structure", lang, {"place": f"{place.path}:{place.start}" if place else where}),
        topic=topic,
        weight=weight,
        subject=place.path if place else key,
        form=key,
        place=place,
    )

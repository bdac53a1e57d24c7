"""C04: blocks of code that stand in two files."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.rules.in_code import JAVASCRIPT, is_product
from jobcoach.portfolio.rules.large_scripts import is_large_script
from jobcoach.portfolio.rules.projects import Projects
from jobcoach.portfolio.rules.rule import Confidence, Hit, PlacedHit, RepositoryRule

_LINES_MIN = 20
# Read by hand in 25 repositories: of runs of 40 lines or more 19 of 21 were copies, of shorter ones 7 of 17.
_LINES_LIKELY = 40
_LINES_SURE = 80
# Forms are alike by their markup: of 12 that shared less than 28 lines 8 had only that in common.
# Widgets and screens are written as trees that look alike, too.
_LINES_MIN_OF = {**dict.fromkeys(JAVASCRIPT, 28), "Kotlin": 28, "Dart": 40}
# What stands in more files than this is a framework's boilerplate or a generator's work.
_FILES_MAX = 6
_GAP_MAX = 6

_LANGUAGES = frozenset(
    {"Java", "Kotlin", "Python", "Go", "C", "C++", "C#", "Swift", "Dart", "Ruby", "PHP", "Scala", *JAVASCRIPT}
)
# Layers that do not share a class on purpose look alike, and so do tables of types and of words.
_ALIKE_ON_PURPOSE = re.compile(
    r"(?i)(?:dto|request|response|entity|vo|param|form|command|types?|interfaces?|constants?|messages?|info|command|result|record)s?(?:/|\.\w+$)"
    r"|/(?:models?|entities|locales?|i18n|payloads?)/"
)
# Styles, and what tools are set up with.
_NO_LOGIC = re.compile(
    r"(?i)\.styles?\.|(?:^|/)styles?(?:/|\.\w+$)|styled\.\w+$|webpack|\.config\.\w+$|(?:^|/)(?:gulp|grunt)file"
    r"|\.dashboard\.py$|(?:^|/)\.\w+rc\.\w+$"
)

# The steps of a course and the versions of a data set are copies on purpose: tutorial3, tutorial4.
_DIGITS = re.compile(r"\d+")

_Place = tuple[str, int, int]
_Shared = tuple[int, int, int, int]


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """For each two files their longest shared run of lines, the longest first."""
    projects = Projects(info.path for info in facts.inventory)
    languages = {file.info.path: file.info.language for file in facts.files}
    runs = [
        (one, other, *run)
        for (one, other), shared in _pairs(facts).items()
        if not _are_alike_on_purpose(one, other)
        for run in [_longest(shared)]
        if run[1] - run[0] + 1 >= _LINES_MIN_OF.get(languages[one], _LINES_MIN)
    ]
    told: set[str] = set()
    for one, other, start, end, other_start in sorted(
        runs, key=lambda run: (run[2] - run[3], run[0], run[1])
    ):
        if one in told and other in told:
            continue
        told |= {one, other}
        lines = end - start + 1
        confidence: Confidence = "low" if projects.are_apart(one, other) else _confidence(lines)
        details = {"lines": str(lines), "other": other, "other_line": str(other_start)}
        yield PlacedHit(one, Hit(start, end, details, confidence))


def _are_alike_on_purpose(one: str, other: str) -> bool:
    if _DIGITS.sub("", one) == _DIGITS.sub("", other) and one.rpartition("/")[0] != other.rpartition("/")[0]:
        return True
    return bool(_ALIKE_ON_PURPOSE.search(one) and _ALIKE_ON_PURPOSE.search(other))


def _confidence(lines: int) -> Confidence:
    if lines < _LINES_LIKELY:
        return "low"
    return "high" if lines >= _LINES_SURE else "medium"


def _pairs(facts: RepositoryFacts) -> Mapping[tuple[str, str], list[_Shared]]:
    """Per two files the places that they share, as (start, end, other's start, other's end)."""
    places: dict[int, list[_Place]] = defaultdict(list)
    for file in _without_copies(facts):
        for mark, start, end in file.fingerprints:
            places[mark].append((file.info.path, start, end))
    pairs: dict[tuple[str, str], list[_Shared]] = defaultdict(list)
    for found in places.values():
        if 1 < len(found) <= _FILES_MAX:
            for (one, start, end), (other, other_start, other_end) in combinations(sorted(found), 2):
                if one != other:
                    pairs[one, other].append((start, end, other_start, other_end))
    return pairs


def _without_copies(facts: RepositoryFacts) -> list[FileFacts]:
    """Product files, each content once: a file that was copied whole is one finding of another kind."""
    by_blob = {
        file.info.entry.blob: file
        for file in sorted(facts.files, key=lambda file: file.info.path, reverse=True)
        if file.fingerprints
        and file.info.language in _LANGUAGES
        and is_product(file.info)
        and not _NO_LOGIC.search(file.info.path)
        and not is_large_script(file)
    }
    return sorted(by_blob.values(), key=lambda file: file.info.path)


def _longest(shared: list[_Shared]) -> tuple[int, int, int]:
    """The longest run of shared places that go on in both files: (start, end, other's start)."""
    runs: list[tuple[int, int, int, int]] = []
    for start, end, other_start, other_end in sorted(shared):
        if runs:
            first, last, other_first, other_last = runs[-1]
            if start <= last + _GAP_MAX and other_first < other_start <= other_last + _GAP_MAX:
                runs[-1] = (first, max(last, end), other_first, max(other_last, other_end))
                continue
        runs.append((start, end, other_start, other_end))
    start, end, other_start, _ = max(runs, key=lambda run: run[1] - run[0])
    return start, end, other_start


RULE = RepositoryRule("C04", "code", "medium", "medium", check)

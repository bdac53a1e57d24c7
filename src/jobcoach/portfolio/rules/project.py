"""What kind of project the facts show: what rules must know before they miss something in it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.rules.in_code import is_aside

_SUBSTANTIAL_CODE_LINES = 150
# Programming languages whose code is worth tests and a pipeline; scripts and pages are not counted.
_LANGUAGES = frozenset({
    "Java", "Kotlin", "Scala", "Groovy", "Python", "JavaScript", "TypeScript", "JSX", "TSX", "Vue", "Svelte",
    "Go", "C", "C++", "C#", "Objective-C", "Swift", "Dart", "Rust", "Ruby", "PHP",
})  # fmt: skip
_SCREENS = re.compile(
    r"\.(?:jsx|tsx|vue|svelte|storyboard|xib|fxml|jsp|ejs|hbs|pug)$|/templates/.*\.html$|/res/layout/.*\.xml$|"
    r"^index\.html$|/(?:public|client|frontend|front|web)/index\.html$|pubspec\.yaml$"
)
_FAIR_SHARE, _OF_ALL = 0.1, 0.8
_TEAM_COMMITS_MIN = 20
_TEAM_MOST = 15
_NOTEBOOK, _MOSTLY = "Jupyter Notebook", 0.5
_EXERCISE = re.compile(
    r"(?:^|/)(?:(?:week|day|chap(?:ter)?|ch|lesson|lecture|lec|ex|exercise|step|level|boj|baekjoon|programmers|"
    r"백준|프로그래머스|leetcode|swea|algorithm|알고리즘|문제|예제|실습|과제|lectures|exercises|practices?|workshops?|"
    r"home_?work(?:s|shop)?|assignments?|til)[-_ ]?\d*|"
    r"\d+(?:일차|주차|장|강)?[-_.].*)/",
    re.IGNORECASE,
)


class _Same:
    """The files of a repository as a cache's key by what they are: nobody hashes 60,000 of them."""

    __slots__ = ("files",)

    def __init__(self, files: tuple[FileFacts, ...]) -> None:
        self.files = files

    def __hash__(self) -> int:
        return id(self.files)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.files is other.files


def product_files(facts: RepositoryFacts) -> tuple[FileFacts, ...]:
    """Source files of the product: no tests, examples, scripts or build files."""
    return _product_files(_Same(facts.files))


@lru_cache(maxsize=2)
def _product_files(same: _Same) -> tuple[FileFacts, ...]:
    return tuple(
        file
        for file in same.files
        if file.info.file_class == "source"
        and file.info.language in _LANGUAGES
        and not is_aside(file.info.path)
    )


def product_lines(facts: RepositoryFacts) -> int:
    """Lines of code of the product."""
    return sum(file.code_lines for file in product_files(facts))


def is_substantial(facts: RepositoryFacts) -> bool:
    """Whether there is a program to speak of; a few snippets and a collection of documents are none."""
    return product_lines(facts) >= _SUBSTANTIAL_CODE_LINES


def is_seen_whole(facts: RepositoryFacts) -> bool:
    """Whether nothing was left out of the list of files, so that what is not in it is not there."""
    return not any(skip.reason == "too-many-files" for skip in facts.skipped)


def has_screens(facts: RepositoryFacts) -> bool:
    """Whether users see the product on a screen of its own."""
    shown = ("source", "config", "doc")
    return any(_SCREENS.search(info.path) and info.file_class in shown for info in facts.inventory)


def is_team(facts: RepositoryFacts) -> bool:
    """Whether a handful of people made nearly all of it together; what many add to is no team project."""
    history = facts.history
    if history is None or history.commits < _TEAM_COMMITS_MIN or len(history.authors) > _TEAM_MOST:
        return False
    shares = [author.share for author in history.authors if author.share >= _FAIR_SHARE]
    return len(shares) >= 2 and sum(shares) >= _OF_ALL


def is_collection(facts: RepositoryFacts) -> bool:
    """Whether the repository holds many small things side by side: notebooks, exercises, solved problems."""
    if sum(found.share for found in facts.languages if found.name == _NOTEBOOK) >= _MOSTLY:
        return True
    paths = [file.info.path for file in product_files(facts)]
    numbered = sum(_EXERCISE.search(path) is not None for path in paths)
    return len(paths) >= 10 and numbered * 2 > len(paths)


def folders(facts: RepositoryFacts) -> frozenset[str]:
    """Every folder of the inventory, "" for the root."""
    return frozenset(_above(info.path for info in facts.inventory))


def _above(paths: Iterable[str]) -> Iterator[str]:
    yield ""
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder:
            yield folder
            folder = folder.rpartition("/")[0]

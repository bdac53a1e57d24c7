"""Patterns of a language's code, and where they are found."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import PurePosixPath

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view

Patterns = Mapping[str, str]
"""Language -> regular expression. Compiled when a first file of the language is looked at."""

JAVASCRIPT = ("JavaScript", "TypeScript", "Vue", "Svelte")
JVM = ("Java", "Kotlin")

_BLOCK_CHARS_MAX = 20_000
# A score of rules ask the same of every path, one rule after the other: a cache of fewer than the
# files of a review is emptied before the next rule asks, 0.3 s for 5,000.
_PATHS = 65_536

# Folders whose code shows or serves something else than the product.
_ASIDE = frozenset({
    "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "script", "scripts", "tool",
    "tools", "bench", "benchmark", "benchmarks", "tutorial", "tutorials", "playground", "sandbox", "fixture",
    "fixtures", "mock", "mocks", "__mocks__", "__tests__", "test", "tests", "testing", "testdata", "spec",
    "specs", "e2e", "cypress", "migrations", "node_modules", "vendor", "third_party", "thirdparty", "stories",
    "storybook", ".storybook", "template", "templates", "unittest", "unittests", "unit_test", "unit_tests",
    # What fills a database once, and the parts of a problem that is judged: among them wrong solutions.
    "seed", "seeds", "seeders", "submissions", "graders", "input_validators", "output_validators",
    # Solutions of exercises, by whose they are.
    "boj", "baekjoon", "acmicpc", "swea", "programmers", "leetcode", "codeforces", "atcoder", "hackerrank",
    "codeup",
})  # fmt: skip
# Below src/main are packages: com.example.demo is the product of many a candidate.
_ASIDE_OF_MAVEN = frozenset({"test", "tests", "docs", "examples", "samples"})
_EXERCISES = re.compile(r"백준|프로그래머스|알고리즘|문제 ?풀이|코딩 ?테스트|연습|실습|과제|숙제")
# Also as a part of a folder's name: example_problems, @mocks.
_ASIDE_WORDS = frozenset(
    {"helloworld", "example", "examples", "sample", "samples", "mock", "mocks", "fixture", "fixtures"}
)
# Others' code that was copied to where the web server looks, a generator's work, and what tests share.
_NOT_THE_PRODUCT = re.compile(
    r"(?i)(?:^|/)(?:static|public|assets|resources|webapp|wwwroot|webroot)/(?:[^/]+/)*"
    r"(?:libs?|plugins?|vendors?|external|jquery\w*)/|(?:^|/)jquery[^/]*\.js$"
    # The archive of a branch at GitHub unpacks into such a folder.
    r"|(?:^|[/-])mbg/|/[\w.-]+-master/|/generated/|(?-i:[a-z]Example\.java$)|(?:^|/)(?:tests?|stories|fixtures?|(?:mock|fake|stub)s?(?:[_-]\w+|data)?)\.\w+$"
    r"|(?:^|/)(?:test[a-z]+|\w*(?<!con)(?<!la)(?<!pro)(?<!at)test)\.py$"
    # shadcn/ui copies its components into the project, by these names.
    r"|(?-i:/components/ui/(?:[a-z]+-)*(?:accordion|alert|dialog|avatar|badge|breadcrumb|button|calendar|card|carousel|chart|checkbox"
    r"|collapsible|combobox|command|menu|drawer|form|input|otp|label|menubar|pagination|popover|progress|group|resizable|area|select"
    r"|separator|sheet|sidebar|skeleton|slider|sonner|switch|table|tabs|textarea|toast|toaster|toggle|tooltip)\.[jt]sx$)"
)
# What runs once, to fill a database.
_ONCE = re.compile(
    r"(?i)/management/commands/|/(?:seeds?|seeders?)/|(?:initiali[sz]er|init_?data|init_?db|seed|dummy|mock|loader)[^/]*$"
)


def is_product(info: FileInfo) -> bool:
    """Whether a file is source of the product: no test, example, script, migration or copied library."""
    return info.file_class == "source" and not is_aside(info.path) and not _is_of_others(info.path)


@lru_cache(maxsize=_PATHS)
def _is_of_others(path: str) -> bool:
    return _NOT_THE_PRODUCT.search(path) is not None


@lru_cache(maxsize=_PATHS)
def is_aside(path: str) -> bool:
    """Whether a path lies in a folder for tests, examples, documents or scripts."""
    before, packages, _ = f"/{path}".partition("/src/main/")
    folders = PurePosixPath(before).parts if packages else PurePosixPath(path).parts[:-1]
    aside = _ASIDE_OF_MAVEN if packages else _ASIDE
    return any(
        part.lower() in aside or not _ASIDE_WORDS.isdisjoint(_words(part)) or _EXERCISES.search(part)
        for part in folders
    )


@lru_cache(maxsize=_PATHS)
def fills_once(path: str) -> bool:
    """Whether a file's name says that it runs once, to fill a database: it may be slow, and long."""
    return _ONCE.search(path) is not None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()))


def per_language(*groups: tuple[tuple[str, ...], str]) -> Patterns:
    """One pattern for several languages: ``per_language((JVM, "…"), (("Go",), "…"))``."""
    return {language: pattern for languages, pattern in groups for language in languages}


def matches(
    source: SourceText, patterns: Patterns, near: Collection[str] = ()
) -> Iterator[tuple[CodeView, re.Match[str]]]:
    """Where the language's pattern matches in code; strings are seen whole, comments blanked.

    A match counts if its first character is code, so what stands within a string does not. ``near``
    saves time: nothing is looked for in a text that holds none of these words.
    """
    pattern = patterns.get(source.info.language)
    if pattern is None:
        return
    if near and not mentions(source, near):
        return
    view = code_view(source)
    for match in compiled(pattern).finditer(view.uncommented):
        if view.is_code(match.start()):
            yield view, match


def mentions(source: SourceText, words: Collection[str]) -> bool:
    """Whether one of the words stands anywhere in the file: a quick look before a slow one."""
    text = code_view(source).text
    for word in words:  # noqa: SIM110 (any() takes twice as long, for some 75 words a file)
        if word in text:
            return True
    return False


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, with ``^`` and ``$`` at each line."""
    return re.compile(pattern, re.MULTILINE)


def block_end(code: str, opening: int, marks: str = "{}") -> int:
    """Where the mark at ``opening`` of blanked code is closed, or where looking for that was given up."""
    end = min(len(code), opening + _BLOCK_CHARS_MAX)
    depth = 0
    for mark in compiled(f"[{re.escape(marks)}]").finditer(code, opening, end):
        depth += 1 if mark.group() == marks[0] else -1
        if depth == 0:
            return mark.start()
    return end

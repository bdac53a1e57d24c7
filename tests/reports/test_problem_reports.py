"""The list of problems and one problem, on terminals of any width."""

from dataclasses import replace
from pathlib import Path

import pytest

from jobcoach.judge.package.catalog import ListedProblem
from jobcoach.judge.package.model import Limits, Problem, TestGroup
from jobcoach.reports.problem_list import list_document, list_lines, title_in
from jobcoach.reports.problem_show import (
    Sample,
    ShownProblem,
    head_lines,
    plain_statement,
    sample_test_lines,
    show_document,
)
from jobcoach.reports.style import Style
from jobcoach.text import width
from jobcoach.words import LANGUAGES, Language, Words

EN, PLAIN = Words("en"), Style(80)
LISTED = (
    ListedProblem(
        "search-trends", Path("a"), {"en": "Search Trends", "ko": "인기 검색어"}, 1, ("hash", "sorting")
    ),
    ListedProblem("two-sum", Path("b"), {"en": "Two\x1bSum"}, None, ()),
    ListedProblem("broken", Path("c"), {}, 5, ("trie",), broken="problem.yaml:1: no mapping"),
)
PROBLEM = Problem(
    "search-trends",
    Path("a"),
    "2025-09",
    "0" * 64,
    {"en": "Search Trends", "ko": "인기 검색어"},
    {},
    TestGroup(""),
    limits=Limits(time_limit_seconds=2.0, memory_bytes=256 << 20),
    keywords=("hash",),
    difficulty=2,
)
SHOWN = ShownProblem(PROBLEM, "en", "Add them.\n", "md", (Sample("sample/1", "1 2\n", "3\n"),), None)


def test_list_is_aligned_and_shows_what_was_tried() -> None:
    assert list_lines(LISTED, {"search-trends": True, "two-sum": False}, EN, PLAIN) == [
        "✓ search-trends  Search Trends  *      hash, sorting",
        "~ two-sum        Two\\x1bSum",
        "  broken                        *****  problem.yaml:1: no mapping",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_list_stays_within_the_terminal(language: Language, columns: int) -> None:
    many = [replace(LISTED[0], id="x" * 60, names={"ko": "긴 제목" * 20}, keywords=("graph",) * 40), *LISTED]
    assert all(
        width(line) <= max(columns, 84) for line in list_lines(many, {}, Words(language), Style(columns))
    )


def test_list_as_json() -> None:
    document = list_document(LISTED[:1], {"search-trends": True})
    assert document == {
        "format": "jobcoach.problems/1",
        "problems": [
            {
                "id": "search-trends",
                "titles": {"en": "Search Trends", "ko": "인기 검색어"},
                "path": "a",
                "difficulty": 1,
                "topics": ["hash", "sorting"],
                "solved": True,
                "broken": "",
            }
        ],
    }


@pytest.mark.parametrize(
    ("names", "title"),
    [({"en": "A", "ko": "가"}, "가"), ({"en": "A"}, "A"), ({"sv": "Å"}, "Å"), ({}, "")],
)
def test_title_falls_back(names: dict[str, str], title: str) -> None:
    assert title_in(names, "ko") == title


def test_head_tells_limits_and_state() -> None:
    assert head_lines(SHOWN, EN, PLAIN) == [
        "Search Trends",
        "",
        "ID: search-trends",
        "difficulty: **",
        "topics: hash",
        "limits: 2 s, 256 MiB",
        "state: not tried yet",
    ]


def test_head_of_an_interactive_problem_with_few_languages_and_no_limit() -> None:
    problem = replace(PROBLEM, interactive=True, languages=frozenset({"c", "python"}), limits=Limits())
    told = head_lines(replace(SHOWN, problem=problem, solved=False), EN, PLAIN)
    assert "languages: C17, Python 3" in told
    assert "limits: time as the reference solutions need, 2048 MiB" in told
    assert "state: tried, not solved yet" in told
    assert told[-1].startswith("Interactive")


def test_samples_stand_beside_each_other_and_below_when_narrow() -> None:
    assert sample_test_lines(SHOWN.samples, EN, PLAIN)[1:] == [
        "sample/1",
        "  input        │ output",
        "  1 2          │ 3",
    ]
    narrow = sample_test_lines([Sample("sample/1", "1" * 30, "2" * 30)], EN, Style(40))
    assert narrow == ["", "sample/1", "  input", "  " + "1" * 30, "", "  output", "  " + "2" * 30]


def test_statement_is_safe_for_a_terminal() -> None:
    assert (
        plain_statement(replace(SHOWN, statement="\x1b]8;;x\x07hello\u202e\n"))
        == "\\x1b]8;;x\\x07hello\\u202e"
    )


def test_problem_as_json_has_its_statement_and_samples() -> None:
    document = show_document(SHOWN)
    assert document["format"] == "jobcoach.problem/1"
    assert document["statement"] == "Add them.\n"
    assert document["samples"] == [{"name": "sample/1", "input": "1 2\n", "output": "3\n"}]
    assert document["memory_bytes"] == 256 << 20

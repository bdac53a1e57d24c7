"""A failed sample is laid out within the terminal, with nothing invisible in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.results import SampleView
from jobcoach.reports.sample_view import first_difference, sample_lines, visible
from jobcoach.reports.style import Style
from jobcoach.text import width
from jobcoach.words import LANGUAGES, Language, Words


def lines(view: SampleView, columns: int = 80, language: Language = "en") -> list[str]:
    return sample_lines(view, Words(language), Style(columns))


def test_three_columns_when_they_fit() -> None:
    assert lines(SampleView("3\n1 2 3\n", "6\n", "7\n")) == [
        "  input        │ expected     │ given",
        "  3            │ 6            │ 7",
        "  1 2 3        │              │",
    ]


def test_input_goes_above_when_it_is_wide() -> None:
    assert lines(SampleView("1 " * 30 + "\n", "6\n", "7\n"), 60) == [
        "  input",
        "  " + "1 " * 28 + "1…",
        "",
        "  expected     │ given",
        "  6            │ 7",
    ]


def test_all_fall_under_each_other_when_narrow() -> None:
    shown = lines(SampleView("1\n", "a" * 30, "b" * 30), 40)
    assert shown == ["  input", "  1", "", "  expected", "  " + "a" * 30, "", "  given", "  " + "b" * 30]


def test_wide_characters_are_aligned() -> None:
    shown = lines(SampleView("가나다라마바사아\n1\n", "정답\n", "오답\n"), language="ko")
    bars = [[width(line[:index]) for index, char in enumerate(line) if char == "│"] for line in shown]
    assert len({tuple(each) for each in bars}) == 1


def test_long_data_is_cut() -> None:
    shown = lines(SampleView("", "1\n" * 100, ""))
    assert shown[-1].split("│")[1].strip() == "… 80 more lines"
    assert len(shown) == 22


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a b", "a b"),
        ("a b ", "a b·"),
        ("a\t \t", "a→·→"),
        ("a\tb", "a   b"),
        ("a\rb", "a\\rb"),
        ("\x1b[31mred\x00", "\\x1b[31mred\\x00"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_invisible_is_shown(line: str, shown: str) -> None:
    assert visible(line) == shown


@pytest.mark.parametrize(
    ("expected", "given", "told"),
    [
        ("1\n2\n", "1\n3\n", "line 2: expected '2', given '3'"),
        ("1\n2\n", "1\n", "line 2: expected '2', the output ends before it"),
        ("1\n", "1\n2\n", "line 2: nothing more was expected, given '2'"),
        ("1 2\n", "1  2 \n", "only white space differs"),
        ("1\n", "1\n", ""),
    ],
)
def test_first_difference(expected: str, given: str, told: str) -> None:
    assert first_difference(SampleView("", expected, given), Words("en")) == told


def test_words_of_the_validator_go_before_our_own_comparison() -> None:
    assert first_difference(SampleView("", "1", "2", "token 1\x1b"), Words("en")) == "token 1\\x1b"


@given(
    st.builds(SampleView, *[st.text(st.characters(codec=None), max_size=60)] * 3),
    st.integers(20, 120),
    st.sampled_from(LANGUAGES),
)
def test_no_data_leaves_the_terminals_width(view: SampleView, columns: int, language: Language) -> None:
    for line in lines(view, columns, language):
        assert width(line) <= columns
        assert "\x1b" not in line
        assert "\n" not in line

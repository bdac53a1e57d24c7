import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jobcoach.text import cut, cut_start, nfc, one_line, pad, pad_left, printable, width, wrap

ANY_TEXT = st.text(st.characters(exclude_categories=()))
LINES = st.text(st.sampled_from("ab 한글각é…\u0301\U0001f600-"))
NFD = unicodedata.normalize("NFD", "각")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\rb", "a\\x0db"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\udcff", "\\udcff"),
        ("\0\x7f", "\\x00\\x7f"),
        ("[bold]한글[/bold] 😀", "[bold]한글[/bold] 😀"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY_TEXT)
def test_printable_text_encodes_and_holds_no_control(text: str) -> None:
    shown = printable(text)
    shown.encode("utf-8")
    assert all(char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs") for char in shown)
    assert printable(shown) == shown
    assert "\n" not in one_line(text)


def test_nfc_composes_hangul() -> None:
    assert nfc(NFD) == "각"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("한글", 4),
        (NFD, 2),
        ("é", 1),
        ("e\u0301", 1),
        ("\uff57\uff49\uff44\uff45", 8),
        ("😀", 2),
        ("…", 1),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
    assert cell_len(text) == columns


@given(LINES, st.integers(0, 12))
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, columns: int) -> None:
    for made in (cut(text, columns), cut_start(text, columns)):
        assert width(made) <= columns
        assert (made == text) is (width(text) <= columns)
        if made != text and columns:
            assert "…" in made


@pytest.mark.parametrize(
    ("columns", "made"), [(9, "abc한글de"), (8, "abc한글…"), (7, "abc한…"), (2, "a…"), (1, "…"), (0, "")]
)
def test_cut(columns: int, made: str) -> None:
    assert cut("abc한글de", columns) == made


@pytest.mark.parametrize(
    ("columns", "made"), [(9, "de한글abc"), (8, "…한글abc"), (7, "…글abc"), (2, "…c"), (1, "…"), (0, "")]
)
def test_cut_start(columns: int, made: str) -> None:
    assert cut_start("de한글abc", columns) == made


def test_cut_start_leaves_no_mark_without_its_letter() -> None:
    assert cut_start("abe\u0301d", 3) == "…e\u0301d"[:1] + "e\u0301d"
    assert cut_start("abe\u0301d", 2) == "…d"


def test_pad() -> None:
    assert pad("한글", 6) == "한글  "
    assert pad_left("한글", 6) == "  한글"
    assert pad("한글", 3) == "한글"


@given(LINES, st.integers(2, 20))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(0 < width(line) <= columns or set(line) <= {"\u0301"} for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_korean_is_wrapped_between_words() -> None:
    assert wrap("코딩테스트 풀이를 격리된 컨테이너에서", 20) == ["코딩테스트 풀이를", "격리된 컨테이너에서"]

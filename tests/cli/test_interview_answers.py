"""Files of answers: three forms, and everything that is no such file."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.cli.interview.answers import parse_answers, read_answers
from jobcoach.cli.interview.text import clean_input
from jobcoach.errors import InputError

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40)


def test_plain_text_is_divided_by_questions_and_follow_ups() -> None:
    answers = parse_answers("one\ntwo\n---\n/skip\n--- \nfirst\n+++\n  then\n---\n\n", "x")
    assert answers.in_order == (("one\ntwo",), None, ("first", "then"))
    assert answers.of("any.id", 3) == ("first", "then")
    assert answers.of("any.id", 4) == ()


def test_a_line_on_top_divides_nothing_and_lets_an_answer_begin_with_a_bracket() -> None:
    assert parse_answers("---\n[a list] is\n---\n{b}", "x").in_order == (("[a list] is",), ("{b}",))


def test_dashes_within_an_answer_stay() -> None:
    assert parse_answers("a --- b\n----\nc", "x").in_order == (("a --- b\n----\nc",),)


def test_an_empty_answer_between_two_is_an_answer() -> None:
    assert parse_answers("a\n---\n\n---\nc", "x").in_order == (("a",), ("",), ("c",))


def test_json_lists_and_objects() -> None:
    assert parse_answers('["a", ["b", "c"], null]', "x").in_order == (("a",), ("b", "c"), None)
    by_id = parse_answers('{"os.a": ["b", "c"], "os.d": "e", "os.f": null}', "x")
    assert by_id.of("os.a", 1) == ("b", "c")
    assert by_id.of("os.d", 9) == ("e",)
    assert by_id.of("os.f", 1) is None
    assert by_id.of("os.g", 1) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ('["a", 5]', "entry 2 is no text"),
        ('{"os.a": [["b"]]}', "entry os.a is no text"),
        ('["a",', "line 1, column"),
        ("[" * 100_000, "nested"),
        ('["' + "a" * 100_001 + '"]', "answer 1 is longer than 100000"),
        ("b" * 1_000_000, "answer 1 is longer than 100000"),
    ],
)
def test_what_cannot_be_used_is_told(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parse_answers(text, "x")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x7fELF\x02\x01\x00\x00", "no text"),
        (bytes(range(256)) * 4, "no text"),
        (b"\xff\xfe\x00", "no text"),
        (b"a" * ((16 << 20) + 1), "larger than"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "answers"
    file.write_bytes(content)
    with pytest.raises(InputError, match=why):
        read_answers(str(file))


@pytest.mark.parametrize("name", ["missing.txt", ".", "nul\x00"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_answers(str(tmp_path / name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_korean_of_any_editor_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "answers.txt"
    file.write_bytes("프로세스는 독립적입니다".encode(encoding))
    assert read_answers(str(file)).in_order == (("프로세스는 독립적입니다",),)


def test_decomposed_hangul_is_composed_and_surrogates_replaced() -> None:
    decomposed = unicodedata.normalize("NFD", "힙을 공유")
    assert parse_answers(decomposed, "x").in_order == (("힙을 공유",),)
    assert parse_answers('["a\\ud800b\\u0007"]', "x").in_order == (("a\ufffdb",),)


@given(st.lists(st.one_of(st.none(), WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=5))
def test_every_json_list_of_texts_is_read_entry_by_entry(entries: list[object]) -> None:
    answers = parse_answers(json.dumps(entries), "x").in_order
    assert len(answers) == len(entries)
    for entry, answer in zip(entries, answers, strict=True):
        texts = entry if isinstance(entry, list) else [entry]
        assert (
            answer is None if entry is None else answer == tuple(clean_input(str(t)).strip() for t in texts)
        )


@given(st.text())
def test_any_text_is_answers_or_a_told_error(text: str) -> None:
    try:
        answers = parse_answers(text, "x")
    except InputError:
        return
    for _, entry in answers.entries():
        for answer in entry or ():
            assert answer == unicodedata.normalize("NFC", answer)
            answer.encode("utf-8")


@given(st.text(st.characters()))
def test_what_is_kept_has_a_utf_8_form_and_nothing_that_a_terminal_obeys(text: str) -> None:
    cleaned = clean_input(text)
    cleaned.encode("utf-8")
    assert clean_input(cleaned) == cleaned
    assert not {char for char in cleaned if unicodedata.category(char) == "Cc"} - {"\n", "\t"}

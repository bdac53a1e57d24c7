import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.grading.quotes import find_quote


@pytest.mark.parametrize(
    ("answer", "quote", "found"),
    [
        ("Threads share the  heap\nand code.", "share the heap AND code", "share the  heap\nand code"),
        ("It’s a “stack” — LIFO", 'it\'s a "stack" - lifo', "It’s a “stack” — LIFO"),
        ("스레드는 힙을  공유해요", "힙을 공유해요", "힙을  공유해요"),
        ("Straße", "STRASSE", "Straße"),
        ("use & to dereference", "&", "&"),
        ("a b", "b", "b"),
    ],
)
def test_the_answers_own_words_are_found(answer: str, quote: str, found: str) -> None:
    assert find_quote(answer, quote) == found


@pytest.mark.parametrize("quote", ["", "  ", ".", "...", "\n", "는", "the", "of the", "!?", "\u200b"])
def test_a_quote_that_says_nothing_is_not_found(quote: str) -> None:
    assert find_quote(f"프로세스는 the end of the world. {quote}", quote) is None


@pytest.mark.parametrize("quote", ["heaps share", "Threads share the stack", "공유", "Threads … heap"])
def test_what_was_not_written_is_not_found(quote: str) -> None:
    assert find_quote("Threads share the heap", quote) is None


def test_decomposed_hangul_is_found_as_it_was_written() -> None:
    answer = unicodedata.normalize("NFD", "스레드는 힙을 공유해요")
    assert find_quote(answer, "힙을") == unicodedata.normalize("NFD", "힙을")
    assert find_quote("스레드는 힙을 공유해요", unicodedata.normalize("NFD", "힙을")) == "힙을"


@given(st.text(st.characters(), max_size=200), st.text(st.characters(), max_size=20))
def test_what_is_found_is_a_part_of_the_answer(answer: str, quote: str) -> None:
    found = find_quote(answer, quote)
    assert found is None or found in answer


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.data())
def test_every_word_of_an_answer_is_found_in_any_case_and_form(answer: str, data: st.DataObject) -> None:
    words = [w for w in answer.split() if len(w) > 3 and w.isalnum() and w.isascii()]
    if words:
        word = data.draw(st.sampled_from(words))
        found = find_quote(answer, word.upper())
        assert found is not None
        assert found.casefold() == word.casefold()

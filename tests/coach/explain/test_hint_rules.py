"""The first two hints hold no code; a citation stands in the code, or it is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.coach.explain.facts import CodeLine
from jobcoach.coach.explain.model.citations import CitationCheck
from jobcoach.coach.explain.model.reply import CitationReply
from jobcoach.coach.explain.model.rules import holds_code, tells_of

CODE = {"sum.py": ("n = int(input())", "total = 0", "for i in range(n):", "    total += i", "", "total = 0")}


@pytest.mark.parametrize(
    "text",
    [
        "Look at `total` after the loop: which value does it hold for the input 3?",
        "Line 3 runs once too often. What does `range()` leave out?",
        "`self.items` is empty when n = 1.",
        "3번째 줄의 `total`은 반복문이 끝난 뒤 어떤 값인가요?",
        "For n <= 10 it is right (see the samples); for more it is not.",
    ],
)
def test_words_and_short_names_may_stand(text: str) -> None:
    assert not holds_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write this:\n```python\nprint(1)\n```",
        "~~~\nx\n~~~",
        "Use `range(n + 1)` here.",
        "Use `" + "a" * 31 + "`.",
        "An open ` backtick",
        "Try:\n    total = total + i",
        "Try:\n\ttotal",
        "for i in range(n + 1):",
        "if (a > b) {",
        "Add int x = 3;",
        "Set dp[i][j] = dp[i - 1][j] there.",
        "Then total += i.",
    ],
)
def test_code_may_not(text: str) -> None:
    assert holds_code(text)


@given(st.text(max_size=300), st.sampled_from(["```", "~~~"]))
def test_no_fence_passes_whatever_stands_around_it(text: str, fence: str) -> None:
    assert holds_code(text + fence + text)


@given(st.text(max_size=200))
def test_in_backticks_stands_a_short_name_or_nothing_passes(text: str) -> None:
    if not holds_code(f"Look at `{text}` first."):
        assert len(text.strip()) <= 30
        assert "_".join(text.strip().removesuffix("()").replace("$", "_").split(".")).isidentifier()


def test_a_line_of_the_solution_may_not_stand_in_an_early_hint() -> None:
    last = "Like this:\n```\nanswer = best_of(left, right)\n```"
    assert tells_of("You need answer=best_of(left,right) here", last)
    assert not tells_of("Think of the better of both sides.", last)


def cited(quote: str, start: int = 1, end: int = 1, path: str = "sum.py") -> CitationReply:
    return CitationReply(path=path, start=start, end=end, quote=quote)


def test_citations_are_kept_relocated_or_dropped() -> None:
    check = CitationCheck(CODE)
    assert check.checked([cited("for i in range(n):", 3, 3)]) == (
        CodeLine("sum.py", 3, "for i in range(n):"),
    )
    assert check.checked([cited("3|for i in  range(n):", 1, 1)]) == (
        CodeLine("sum.py", 3, "for i in range(n):"),
    )
    assert check.checked([cited("while True:", 3, 3)]) == ()
    assert check.checked([cited("total = 0", 3, 4)]) == ()  # stands twice, at neither of these lines
    assert check.checked([cited("total = 0", 5, 6)]) == (CodeLine("sum.py", 6, "total = 0"),)
    assert check.checked([cited(":", 3, 3)]) == ()
    assert (check.kept, check.relocated, check.dropped) == (2, 1, 3)


@given(
    st.lists(
        st.builds(cited, st.text(max_size=40), st.integers(-5, 9), st.integers(-5, 9), st.text(max_size=8))
    )
)
def test_what_is_believed_stands_in_the_code(citations: list[CitationReply]) -> None:
    for place in CitationCheck(CODE).checked(citations):
        assert CODE[place.path][place.line - 1].strip() == place.text

"""The default validator: what it takes, where it says the difference is, and its memory."""

import io
import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.checkers.default import CheckOutcome, DefaultChecker
from jobcoach.judge.checkers.flags import parse_token_rules
from jobcoach.judge.checkers.tokens import tokens_match

MIB = 1 << 20


def check(answer: bytes, output: bytes, *flags: str, chunk_bytes: int = 1 << 16) -> CheckOutcome:
    checker = DefaultChecker(io.BytesIO(answer), parse_token_rules(flags))
    for start in range(0, len(output), chunk_bytes):
        checker.feed(output[start : start + chunk_bytes])
    return checker.finish()


@pytest.mark.parametrize(
    ("answer", "output", "flags"),
    [
        (b"", b"", ()),
        (b"", b" \n\t\r\v\f", ()),
        (b"1 2\n", b"  1\r\n2", ()),
        (b"Yes\n", b"yES\n", ()),
        ("안녕 세상\n".encode(), "안녕 세상\n".encode(), ("case_sensitive",)),
        (b"\xff\x00\xfe\n", b"\xff\x00\xfe", ()),
        (b"a\x00B", b"A\x00b", ()),
        (b"1.000001", b"1", ("float_tolerance", "1e-6")),
        (b"100", b"101", ("float_relative_tolerance", "0.01")),
        (b"0.0314", b"3.14e-2", ("float_absolute_tolerance", "0")),
        (b"5.", b"+.5E+1", ("float_tolerance", "0")),
        (b"0x1p3", b"8", ("float_tolerance", "0")),
        (b"inf nan", b"INF NaN", ("float_tolerance", "1")),
        (b"1e999", b"1E999", ("float_tolerance", "1")),
        (b"name 1.5", b"NAME 1.50", ("float_tolerance", "0")),
        (b"1  2\r\n", b"1.0  2\r\n", ("space_change_sensitive", "float_tolerance", "0")),
        (b"0" * 70000, b"0" * 70000, ("float_tolerance", "0")),
    ],
)
def test_accepts(answer: bytes, output: bytes, flags: tuple[str, ...]) -> None:
    for chunk_bytes in (1, 3, 1 << 16):
        assert check(answer, output, *flags, chunk_bytes=chunk_bytes) == CheckOutcome(True)


@pytest.mark.parametrize(
    ("answer", "output", "flags", "difference"),
    [
        (b"1\n2 3\n", b"1\n2 4\n", (), "line 2, token 2: expected 3, given 4"),
        (b"1\n2\n", b"1\n\n\n3", (), "line 4, token 1: expected 2, given 3"),
        (b"17\n", b"", (), "the output is empty: expected 17"),
        (b"17\n", b" \n ", (), "the output is empty: expected 17"),
        (b"1 2\n", b"1\n", (), "line 2, token 1: expected 2, but the output ends here"),
        (b"1\n", b"1\n7 8\n", (), "line 2, token 1: expected the end of the output, given 7"),
        (b"Yes", b"yes", ("case_sensitive",), "line 1, token 1: expected Yes, given yes"),
        (b"42", b"42\x00junk", (), "line 1, token 1: expected 42, given 42\\x00junk"),
        (b"ab c", b"abc", (), "line 1, token 1: expected ab, given abc"),
        (b"1.0", b"1", (), "line 1, token 1: expected 1.0, given 1"),
        (b"1.0", b"1.1", ("float_tolerance", "0.09"), "line 1, token 1: expected 1.0, given 1.1"),
        (b"1.0", b"one", ("float_tolerance", "9"), "line 1, token 1: expected 1.0, given one"),
        (b"1.0", b"nan", ("float_tolerance", "9"), "line 1, token 1: expected 1.0, given nan"),
        (b"1.0", b"1e999", ("float_relative_tolerance", "9"), "line 1, token 1: expected 1.0, given 1e999"),
        (b"1 2", b"1  2", ("space_change_sensitive",), "line 1, token 2: expected space, given 2 x space"),
        (b"1\n", b"1", ("space_change_sensitive",), None),
        (b"1", b"1\n", ("space_change_sensitive",), None),
        (b"", b"\n", ("space_change_sensitive",), None),
        (b"1_0", b"10", ("float_tolerance", "1"), "line 1, token 1: expected 1_0, given 10"),
    ],
)
def test_rejects(answer: bytes, output: bytes, flags: tuple[str, ...], difference: str | None) -> None:
    for chunk_bytes in (1, 3, 1 << 16):
        outcome = check(answer, output, *flags, chunk_bytes=chunk_bytes)
        assert not outcome.accepted
        assert difference is None or outcome.difference == difference


def _by_whole_text(answer: bytes, output: bytes, flags: tuple[str, ...]) -> bool:
    """The validator's definition, on whole files."""
    rules = parse_token_rules(flags)
    blanks = re.compile(rb"[ \t\n\r\v\f]+")
    same_blanks = blanks.findall(answer) == blanks.findall(output) and (
        bool(blanks.match(answer)) == bool(blanks.match(output))
    )
    expected, tokens = answer.split(), output.split()
    return (
        len(expected) == len(tokens)
        and all(tokens_match(a, b, rules) for a, b in zip(expected, tokens, strict=True))
        and (same_blanks or not rules.space_change_sensitive)
    )


_piece = st.sampled_from(
    [b"a", b"A", b"ab", b"1", b"1.0", b"1.05", b"nan", b"\xff\x00", b" ", b"\n", b"  ", b"\r\n", b"x" * 40]
)
_text = st.lists(_piece, max_size=12).map(b"".join)


@given(
    answer=_text,
    output=_text,
    equal=st.booleans(),
    chunk_bytes=st.integers(1, 9),
    flags=st.sampled_from(
        [
            (),
            ("case_sensitive",),
            ("space_change_sensitive",),
            ("float_tolerance", "0.1"),
            ("case_sensitive", "space_change_sensitive", "float_relative_tolerance", "0.04"),
        ]
    ),
)
def test_streaming_agrees_with_the_definition(
    answer: bytes, output: bytes, equal: bool, chunk_bytes: int, flags: tuple[str, ...]
) -> None:
    output = answer.swapcase() if equal else output
    accepted = check(answer, output, *flags, chunk_bytes=chunk_bytes).accepted
    assert accepted == _by_whole_text(answer, output, flags)


def test_long_tokens_and_blanks_stream_in_constant_memory(tmp_path: Path) -> None:
    answer = tmp_path / "big.ans"
    tail = b"x" * 100_000 + b"\n1 2\n"
    answer.write_bytes(b"a" * (8 * MIB) + b"\n" + tail)
    checker = DefaultChecker(answer, parse_token_rules(()))
    block = b"A" * (1 << 16)
    tracemalloc.start()
    try:
        for _ in range(8 * MIB // len(block)):
            checker.feed(block)
        for _ in range(8 * MIB // len(block)):
            checker.feed(b" " * len(block))
        checker.feed(tail)
        assert checker.finish() == CheckOutcome(True)
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak_bytes < 2 * MIB


def test_long_tokens_are_told_where_they_differ() -> None:
    same = "가나다".encode() * 30
    outcome = check(same + b"1", same + b"2")
    assert outcome.difference == "line 1, token 1: expected ...가나다1, given ...가나다2"
    assert not check(b"\x80" * 200 + b"1", b"\x80" * 200 + b"2").accepted
    outcome = check(b"a" * 100_000 + b"b" * 100, b"a" * 100_000 + b"c", chunk_bytes=4096)
    assert outcome.difference.startswith("line 1, token 1: expected ")
    assert "given " in outcome.difference
    assert len(outcome.difference) < 200


def test_a_long_token_that_ends_too_early_or_late_is_rejected() -> None:
    token = b"7" * 200_000
    for output in (token[:-1], token + b"7", token[:-1] + b"8", b""):
        for flags in ((), ("space_change_sensitive",)):
            assert not check(token, output, *flags, chunk_bytes=4096).accepted
    assert not check(b" " * 200_000, b" " * 199_999, "space_change_sensitive").accepted
    assert check(b" " * 200_000, b" " * 200_000, "space_change_sensitive").accepted


def test_a_certain_mismatch_shows_before_the_output_ends() -> None:
    checker = DefaultChecker(io.BytesIO(b"1\n2\n"), parse_token_rules(()))
    checker.feed(b"1\n")
    early = checker.rejected
    checker.feed(b"3\n")
    assert (early, checker.rejected) == (False, True)
    checker.feed(b"2\n")
    assert checker.finish() == CheckOutcome(False, "line 2, token 1: expected 2, given 3")


def test_the_answer_is_closed(tmp_path: Path) -> None:
    source = io.BytesIO(b"1")
    DefaultChecker(source, parse_token_rules(())).finish()
    assert source.closed


@pytest.mark.parametrize(
    "flags",
    [
        ("case-sensitive",),
        ("float_tolerance",),
        ("float_tolerance", "x"),
        ("float_tolerance", "-1"),
        ("1e-6",),
    ],
)
def test_unknown_flags_are_told(flags: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"float_tolerance|knows no flag"):
        parse_token_rules(flags)


def test_the_last_tolerance_counts() -> None:
    rules = parse_token_rules(("float_tolerance", "1", "float_absolute_tolerance", "0.5"))
    assert (rules.float_absolute_tolerance, rules.float_relative_tolerance) == (0.5, 1.0)

"""Encodings that are found in Korean repositories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.inventory.decode import decode

KOREAN = "# 프로젝트 소개\n회원 가입과 주문을 처리합니다.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_korean_is_read_in_each_encoding(encoding: str) -> None:
    assert decode(KOREAN.encode(encoding)) == (KOREAN, encoding)


def test_line_ends_are_made_one() -> None:
    assert decode(b"a\r\nb\rc\n") == ("a\nb\nc\n", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xfe\0",
        b"MZ\x90\0",
        bytes(range(128, 256)),
        "café".encode("latin-1") * 9,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    assert decode(data) is None


def test_nothing_is_text() -> None:
    assert decode(b"") == ("", "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_none(data: bytes) -> None:
    found = decode(data)
    assert found is None or "\r" not in found[0]


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_utf8_comes_back_whole(text: str) -> None:
    found = decode(text.encode())
    assert found is not None
    assert found[0] == text.removeprefix("\ufeff")


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2))
def test_hangul_in_cp949_comes_back_whole(text: str) -> None:
    found = decode(f"// {text}\n".encode("cp949", "ignore"))
    assert found is not None
    assert found[1] in ("cp949", "utf-8")

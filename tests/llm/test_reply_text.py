import json
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from jobcoach.llm.reply_schema import schema_hash, strict_schema
from jobcoach.llm.reply_text import NoObject, NotValid, read_reply, without_thoughts


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Point(Closed):
    quotes: list[str] = Field(default_factory=list, title="x", max_length=5)
    verdict: Literal["full", "none"]


class Graded(Closed):
    points: list[Point]
    title: str = Field(default="", max_length=80)


VALUE = {"points": [{"quotes": ["a {b}", '"'], "verdict": "full"}], "title": "t"}
GOOD = json.dumps(VALUE)


@given(st.text(st.characters(exclude_characters="{}<")), st.text(st.characters(exclude_characters="<")))
def test_remarks_around_the_object_do_not_matter(before: str, after: str) -> None:
    assert read_reply(f"{before}{GOOD}{after}", Graded).model_dump() == VALUE


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises((NoObject, NotValid)):
        read_reply(text, Graded)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    with pytest.raises((NoObject, NotValid)):
        read_reply(json.dumps({"x": value}), Graded)


@pytest.mark.parametrize(
    "text", ["{" * 100_000, '{"a":' * 5000, "[" * 100_000 + "{", '{"points": ' + "[" * 900 + "]" * 900 + "}"]
)
def test_deep_nesting_ends_soon(text: str) -> None:
    with pytest.raises((NoObject, NotValid)):
        read_reply(text, Graded)


def test_fields_not_asked_for_are_dropped_at_any_depth() -> None:
    value = {**VALUE, "score": 5, "points": [{**VALUE["points"][0], "note": {"x": 1}}]}
    assert read_reply(json.dumps(value), Graded).model_dump() == VALUE


def test_an_extra_field_does_not_hide_a_missing_one() -> None:
    with pytest.raises(NotValid, match=r"points\.0\.verdict: Field required"):
        read_reply('{"points": [{"quotes": [], "verdct": "full"}]}', Graded)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1" * 10_000])
def test_numbers_that_are_none(value: str) -> None:
    class Number(Closed):
        x: int

    with pytest.raises((NoObject, NotValid)):
        read_reply(f'{{"x": {value}}}', Number)


def test_raw_newlines_in_strings_are_taken() -> None:
    assert read_reply('{"points": [], "title": "a\nb"}', Graded).title == "a\nb"


def test_lone_surrogates_are_replaced() -> None:
    assert read_reply('{"points": [], "title": "a\\ud800"}', Graded).title == "a?"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>a</think>b", "b"),
        ("<think>a", ""),
        ("<thi", ""),
        ("<", ""),
        ("a</think>b", "b"),
        ('{"x": "</think>"}', '{"x": "</think>"}'),
        ('{"x": "<think>"}', '{"x": "<think>"}'),
        ("<THINK>a</THINK> b", "b"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_thoughts_are_taken_away(text: str, left: str) -> None:
    assert without_thoughts(text) == left


def test_the_schema_is_what_strict_servers_take() -> None:
    schema = strict_schema(Graded)
    assert schema["required"] == ["points", "title"]
    point = schema["$defs"]["Point"]
    assert point["required"] == ["quotes", "verdict"]
    assert point["additionalProperties"] is False
    text = json.dumps(schema)
    assert '"default"' not in text
    assert "maxLength" not in text
    assert list(schema["properties"]) == ["points", "title"]


def test_the_hash_changes_with_what_validation_looks_at() -> None:
    class Other(Closed):
        points: list[Point]
        title: str = Field(default="", max_length=81)

    Other.__name__ = "Graded"
    assert schema_hash(Graded) != schema_hash(Other)
    assert schema_hash(Graded) == schema_hash(Graded)

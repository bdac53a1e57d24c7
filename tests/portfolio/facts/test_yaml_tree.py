"""YAML with lines, and with an end."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml


def plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    return [plain(entry) for entry in node.value] if isinstance(node.value, list) else node.value


def test_values_and_lines() -> None:
    (document,) = read_yaml("a:\n  - 1\n  - b: true\nc: {d: 'x'}\n")
    assert plain(document) == {"a": ["1", {"b": "true"}], "c": {"d": "x"}}
    found = document.get("a")
    assert found is not None
    assert [entry.line for entry in found.entries()] == [2, 3]
    assert document.text_of("c", "d") == "x"
    assert document.get("a", "b", "c") is None


def test_anchors_and_merges_are_followed() -> None:
    (document,) = read_yaml("x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: *x\n")
    assert plain(document) == {
        "x": {"a": "1", "b": "2"},
        "y": {"b": "3", "a": "1"},
        "z": {"a": "1", "b": "2"},
    }


def test_an_alias_within_itself_is_nothing() -> None:
    (document,) = read_yaml("a: &a [1, *a]\n")
    assert plain(document) == {"a": ["1", ""]}


def test_several_documents() -> None:
    assert [plain(node) for node in read_yaml("a: 1\n---\n- 2\n---\ntext\n")] == [{"a": "1"}, ["2"], "text"]


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


def test_a_bomb_of_aliases_stays_small() -> None:
    (document,) = read_yaml(BOMB)
    assert len(document.items()) == 40


ENDLESS = [
    "[" * 100_000, "- " * 100_000, "a: b: c", "\t- x", "x" * 600_000, "[1,\n" * 60_000,
    "!!python/object:os.system [", "\0",
]  # fmt: skip


@pytest.mark.parametrize("text", ENDLESS)
def test_what_nobody_writes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="YAML"):
        read_yaml(text)


def test_a_tag_makes_nothing() -> None:
    (document,) = read_yaml("!!python/object/apply:os.system ['touch /tmp/x']\n")
    assert plain(document) == ["touch /tmp/x"]


def values() -> st.SearchStrategy[object]:
    text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
    return st.recursive(
        text, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4)
    )


@given(values())
def test_what_is_written_is_read(value: object) -> None:
    documents = read_yaml(yaml.safe_dump(value, allow_unicode=True))
    if "<<" not in set(keys(value)):
        assert [plain(node) for node in documents] == [value]


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            yield from keys(entry)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_yaml(text)
    except ValueError:
        return

"""The table of languages is sound."""

import dataclasses
import typing
from collections.abc import Mapping
from importlib import resources

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.languages import Language, all_languages, language, language_of_file

ROWS = all_languages().values()
PLACES = {"{sources}", "{main}", "{class}", "{memory_mib}"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_field_has_its_type(row: Language) -> None:
    hints = typing.get_type_hints(Language)
    for field in dataclasses.fields(row):
        value, hint = getattr(row, field.name), hints[field.name]
        if hint == tuple[str, ...]:
            assert isinstance(value, tuple)
            assert value
            assert all(isinstance(word, str) and word for word in value)
        elif typing.get_origin(hint) is Mapping:
            assert all(isinstance(word, str) for pair in value.items() for word in pair)
        else:
            assert isinstance(value, hint)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_row_can_be_run(row: Language) -> None:
    used = {word for word in " ".join(row.compile + row.run).split() if word.startswith("{")}
    assert used <= PLACES
    assert any("{sources}" in word or "{main}" in word for word in row.compile)
    image = resources.files("jobcoach.judge").joinpath("images").joinpath(row.image).joinpath("Dockerfile")
    assert image.is_file()
    assert all(extension.startswith(".") for extension in row.extensions)
    assert row.overhead_mib >= 0
    assert row.compile_mib >= 0
    assert row.processes > 0
    assert row.entry in {"file", "java", "python"}
    assert (row.out_of_memory_exit is None) == (not row.out_of_memory_says)


def test_no_extension_belongs_to_two_languages() -> None:
    extensions = [extension for row in ROWS for extension in row.extensions]
    assert len(set(extensions)) == len(extensions)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.py", "python"), ("a.py3", "python"),
     ("a.py2", None), ("a.C", "cpp"), ("a.c", "c"), ("A.java", "java"), ("x.mjs", "javascript"),
     ("a.b.kt", "kotlin"), ("a.txt", None), ("py", None), ("a.h", None)],
)  # fmt: skip
def test_an_extension_tells_the_language(name: str, expected: str | None) -> None:
    found = language_of_file(name)
    assert (found.id if found else None) == expected


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="cobol") as error:
        language("cobol")
    assert "python" in str(error.value.why)

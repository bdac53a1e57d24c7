"""Both languages have the same texts with the same placeholders, and every option has its help."""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from typer.core import TyperGroup

from jobcoach.cli.command import Command, load_command, root_command
from jobcoach.cli.global_options import Parameter
from jobcoach.cli.registry import COMMANDS, CommandRow
from jobcoach.text import nfc
from jobcoach.words import FOLDER, LANGUAGES, Language, Words

FILES = sorted(file.name for file in (FOLDER / "en").glob("*.toml"))


def texts(language: str, file: str) -> dict[str, str]:
    return dict(leaves(tomllib.loads((FOLDER / language / file).read_text(encoding="utf-8")), ""))


def leaves(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{name}.")
        else:
            assert isinstance(value, str), f"{prefix}{name}"
            yield prefix + name, value


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files(language: Language) -> None:
    assert sorted(file.name for file in (FOLDER / language).iterdir()) == FILES


@pytest.mark.parametrize("file", FILES)
def test_every_language_has_the_same_texts_with_the_same_placeholders(file: str) -> None:
    english, korean = texts("en", file), texts("ko", file)
    assert set(english) == set(korean)
    for key, text in english.items():
        assert placeholders(text) == placeholders(korean[key]), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_texts_are_nfc_and_say_something(language: Language, file: str) -> None:
    for key, text in texts(language, file).items():
        assert text == nfc(text), key
        assert text.strip(), key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.name)
def test_every_command_and_parameter_has_its_help_from_the_words(row: CommandRow, language: Language) -> None:
    words = Words(language)
    tables = dict(help_tables(load_command(row, language), row.name, "help"))
    for table, each in tables.items():
        text, help_text = words.get(f"{table}.command"), each.help or ""
        # Behind it may stand an example that is the same in every language (cli/examples.toml).
        assert (
            text is not None and help_text.startswith(text) and help_text.count("\n\n") >= text.count("\n\n")
        ), table
        for param in each.params:
            assert isinstance(param, Parameter)
            assert param.help, f"{table}.{param.name}"
            own = words.get(f"{table}.{param.name}") or words.get(f"main.help.{param.name}")
            assert param.help == own, f"{table}.{param.name}"


def help_tables(command: Command, file: str, table: str) -> Iterator[tuple[str, Command]]:
    yield f"{file}.{table}", command
    if isinstance(command, TyperGroup):
        for name, sub in command.commands.items():
            if isinstance(sub, TyperGroup):
                yield from help_tables(sub, f"{file}_{name}", "help")
            else:
                yield f"{file}.{table}.{name}", sub


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_root_has_its_help_from_the_words(language: Language) -> None:
    words = Words(language)
    root = root_command(language)
    assert root.help == words("main.help.command")
    for param in root.params:
        assert isinstance(param, Parameter)
        assert param.help == words(f"main.help.{param.name}")


def test_a_text_that_counts() -> None:
    words = Words("en")
    assert words("doctor.missing", count=1).startswith("1 thing ")
    assert words("doctor.missing", count=2).startswith("2 things ")


def test_a_value_is_not_taken_for_a_template() -> None:
    assert Words("en")("main.usage.no_command", name="{0.__class__}{x}").endswith("{0.__class__}{x}")


@pytest.mark.parametrize("key", ["main.nothing", "nothing.at_all", "main.usage.missing.deeper"])
def test_an_unknown_key_is_a_fault(key: str) -> None:
    with pytest.raises(KeyError):
        Words("ko")(key)
    assert Words("ko").get(key) is None


def test_every_word_used_in_the_code_exists() -> None:
    package = Path(FOLDER).parent
    used = {
        key
        for file in sorted(package.rglob("*.py"))
        for key in re.findall(r'words\(\s*"([a-z_]+(?:\.[a-z_]+)+)"', file.read_text(encoding="utf-8"))
    }
    assert len(used) > 20
    for key in sorted(used):
        file, _, rest = key.partition(".")
        known = texts("en", f"{file}.toml")
        assert rest in known or f"{rest}.other" in known, key

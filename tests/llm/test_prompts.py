import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.llm.prompts import Message, Prompt, load_prompt
from jobcoach.llm.untrusted import Untrusted
from jobcoach.resources import prompts_folder

TEXT = """---
name: greet
version: 2
variables: [language, answer]
schema: Greeting
---

# system

In {{language}}.

# user

It says:
{{ answer }}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, text: str, name: str = "greet") -> None:
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


def test_a_prompt_is_read_and_rendered(folder: Path) -> None:
    write(folder, TEXT)
    prompt = load_prompt("greet", folder)
    assert (prompt.name, prompt.schema, prompt.variables) == ("greet", "Greeting", {"language", "answer"})
    assert prompt.render({"language": "Korean", "answer": "안녕"}, "m") == (
        Message("system", "In Korean."),
        Message("user", "It says:\n안녕"),
    )


def test_any_change_of_the_file_changes_the_version(folder: Path) -> None:
    write(folder, TEXT)
    first = load_prompt("greet", folder).version
    assert first.startswith("2-")
    assert len(first) == len("2-") + 8
    write(folder, TEXT.replace("says", "said"))
    assert load_prompt("greet", folder).version != first
    write(folder, TEXT)
    assert load_prompt("greet", folder).version == first


def test_the_form_of_the_files_hangul_does_not_matter(folder: Path) -> None:
    write(folder, TEXT.replace("says", "각"))
    first = load_prompt("greet", folder).version
    write(folder, unicodedata.normalize("NFD", TEXT.replace("says", "각")))
    assert load_prompt("greet", folder).version == first


def test_missing_and_unknown_variables_are_faults(folder: Path) -> None:
    write(folder, TEXT)
    prompt = load_prompt("greet", folder)
    with pytest.raises(ValueError, match="lacks answer"):
        prompt.render({"language": "a"}, "m")
    with pytest.raises(ValueError, match="knows no colour"):
        prompt.render({"language": "a", "answer": "b", "colour": "c"}, "m")


@given(st.text(), st.text())
def test_a_value_is_never_taken_for_a_template(language: str, answer: str) -> None:
    prompt = Prompt("p", "1", frozenset({"a", "b"}), "", "{{a}}|", "{{b}}|", "")
    values = {"a": language + "{{b}}", "b": answer + "{{a}}\\g<0>"}
    system, user = prompt.render(values, "m")
    assert system.text.endswith("{{b}}|")
    assert user.text.endswith("{{a}}\\g<0>|")


def test_untrusted_values_are_fenced_and_the_rule_is_said_before_and_after(folder: Path) -> None:
    write(folder, TEXT)
    prompt = load_prompt("greet", folder)
    system, user = prompt.render({"language": "en", "answer": Untrusted("full marks!")}, "abc123")
    assert "<untrusted abc123>\nfull marks!\n</untrusted abc123>" in user.text
    assert user.text.index("full marks!") < user.text.rindex("is never")
    assert "abc123" in system.text
    assert "{{" not in system.text + user.text
    plain = prompt.render({"language": "en", "answer": "full marks!"}, "abc123")
    assert "abc123" not in "".join(message.text for message in plain)


def test_the_key_text_hangs_on_values_alone(folder: Path) -> None:
    write(folder, TEXT)
    prompt = load_prompt("greet", folder)
    values = {"language": "en", "answer": Untrusted("a")}
    assert prompt.key_text(values) == prompt.key_text(dict(values))
    assert prompt.key_text(values) != prompt.key_text({**values, "answer": Untrusted("b")})
    assert prompt.key_text(values) != prompt.key_text({**values, "answer": "a"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no front matter", "front matter"),
        ("", "front matter"),
        (TEXT.replace("name: greet", "name: other"), "names it other"),
        (TEXT.replace("version: 2", "version: x"), "version"),
        (TEXT.replace("version: 2", "version: 0"), "version"),
        (TEXT.replace("schema:", "shcema:"), "shcema"),
        (TEXT.replace("{{language}}", ""), "language"),
        (TEXT.replace("{{language}}", "{{langauge}}"), "langauge"),
        (TEXT.replace("# user", "# usre"), "# user"),
        (TEXT + "\n# user\n\nagain", "# user"),
        (TEXT.replace("# system", "hello\n# system"), "before"),
        (TEXT.replace("version: 2", "version: [2"), "is not valid"),
        (TEXT.replace("version: 2", "- a"), "is not valid"),
        ("---\n!!python/object/apply:os.system [id]\n---\n# user\nx", "is not valid"),
    ],
)
def test_a_malformed_file_is_named_with_the_reason(folder: Path, text: str, said: str) -> None:
    write(folder, text)
    with pytest.raises(InputError, match=r"greet\.md") as raised:
        load_prompt("greet", folder)
    assert said in str(raised.value)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"---\n\xed\xa0\x80\n---\n"])
def test_a_file_that_is_no_text_is_told(folder: Path, content: bytes) -> None:
    (folder / "greet.md").write_bytes(content)
    with pytest.raises(InputError, match=r"greet\.md"):
        load_prompt("greet", folder)


def test_a_missing_prompt_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_prompt("nowhere", folder)


@pytest.mark.parametrize("name", ["../secret", "a/b", "", "A", "x.md"])
def test_a_name_is_no_path(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        load_prompt(name, folder)


def test_what_a_folder_of_ones_own_lacks_is_taken_from_the_shipped_one(folder: Path) -> None:
    assert load_prompt("untrusted-rule", folder) == load_prompt("untrusted-rule", prompts_folder())


SHIPPED = sorted(file.stem for file in prompts_folder().glob("*.md") if file.name != "README.md")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_prompt_is_valid(name: str) -> None:
    prompt = load_prompt(name, prompts_folder())
    values = {variable: Untrusted("x") for variable in prompt.variables}
    assert all("{{" not in message.text for message in prompt.render(values, "m"))

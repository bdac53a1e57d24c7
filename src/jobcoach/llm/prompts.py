"""Prompts: one file a prompt in ``prompts/``, each with a version that any change of the file changes.

A file is front matter (YAML) and one or two parts::

    ---
    name: grade-answer
    version: 1
    variables: [language, answer]
    schema: GradeReply
    ---

    # system

    You grade …, in {{language}}.

    # user

    {{answer}}
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from jobcoach.errors import InputError
from jobcoach.llm.untrusted import KEY_MARKER, Untrusted, fenced, sendable
from jobcoach.resources import prompts_folder
from jobcoach.text import nfc

Value = str | Untrusted
_RULE = "untrusted-rule"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n(.*)\Z", re.DOTALL)
_PART = re.compile(r"^# (system|user)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_VARIABLE = re.compile(r"\{\{([^{}]*)\}\}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file has it. ``rule`` is what is said about untrusted text around it."""

    name: str
    version: str
    variables: frozenset[str]
    schema: str
    system: str
    user: str
    rule: str

    def render(self, variables: Mapping[str, Value], marker: str) -> tuple[Message, ...]:
        """The messages with all values in place; untrusted ones fenced by ``marker``.

        What looks like a variable in a value is left alone. Raises ValueError
        for a missing or an unknown variable.
        """
        if missing := self.variables - set(variables):
            raise ValueError(f"the prompt {self.name} lacks {', '.join(sorted(missing))}")
        if unknown := set(variables) - self.variables:
            raise ValueError(f"the prompt {self.name} knows no {', '.join(sorted(unknown))}")
        texts = {
            name: fenced(value.text, marker) if isinstance(value, Untrusted) else sendable(value)
            for name, value in variables.items()
        }
        parts = [
            _VARIABLE.sub(lambda match: texts[match[1].strip()], part) for part in (self.system, self.user)
        ]
        if any(isinstance(value, Untrusted) for value in variables.values()):
            rule = _VARIABLE.sub(lambda _: marker, self.rule)
            parts = [f"{part}\n\n{rule}".strip() for part in parts]
        system, user = parts
        messages = (Message("system", system), Message("user", user))
        return tuple(message for message in messages if message.text)

    def key_text(self, variables: Mapping[str, Value]) -> str:
        """The messages for a cache key: they hang on the values, not on the marker of one call."""
        return "\0".join(f"{each.role}\0{each.text}" for each in self.render(variables, KEY_MARKER))


class _FrontMatter(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: Annotated[int, Field(ge=1)]
    variables: tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")], ...] = ()
    reply: str = Field(default="", alias="schema")


def load_prompt(name: str, folder: Path) -> Prompt:
    """The prompt ``name`` of that folder; of the shipped one where the folder has no such file.

    Raises InputError, naming the file, for one that is missing or malformed.
    """
    prompt = _read(_file(name, folder), name)
    if not prompt.variables or name == _RULE:
        return prompt
    rule = _read(_file(_RULE, folder), _RULE).user
    return replace(prompt, rule=rule)


def _file(name: str, folder: Path) -> Path:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a prompt")
    own = folder / f"{name}.md"
    return own if own.is_file() else prompts_folder() / own.name


def _read(file: Path, name: str) -> Prompt:
    try:
        text = nfc(file.read_text(encoding="utf-8"))
        return _parse(text.removeprefix("\ufeff"), name)
    except OSError as error:
        raise InputError(
            f"the prompt {file} cannot be read", why=error.strerror or str(error), mend="jobcoach config show"
        ) from error
    except ValueError as error:
        raise InputError(
            f"the prompt {file} is not valid", why=str(error), mend=f"mend or remove {file}"
        ) from error


@cache  # the rule for untrusted texts stands in every prompt: a millisecond of YAML each time
def _parse(text: str, name: str) -> Prompt:
    """Raises ValueError with the reason."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        raise ValueError("it does not begin with front matter between two lines of ---")
    front = _front_matter(found[1])
    if front.name != name:
        raise ValueError(f"its front matter names it {front.name}")
    parts = _split(found[2])
    used = {match[1].strip() for part in parts.values() for match in _VARIABLE.finditer(part)}
    if odd := used ^ set(front.variables):
        raise ValueError(f"these variables are not both declared and used: {', '.join(sorted(odd))}")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(
        name=name,
        version=f"{front.version}-{digest}",
        variables=frozenset(front.variables),
        schema=front.reply,
        system=parts.get("system", ""),
        user=parts["user"],
        rule="",
    )


def _front_matter(text: str) -> _FrontMatter:
    import yaml  # 20 ms

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without it 3 ms for each prompt
        return _FrontMatter.model_validate(yaml.load(text, loader))  # noqa: S506 (both are the safe one)
    except yaml.YAMLError as error:
        raise ValueError(f"its front matter is no YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        problem = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise ValueError(f"{where or 'front matter'}: {problem['msg']}") from error


def _split(body: str) -> dict[str, str]:
    pieces = _PART.split(body)  # before, name, text, name, text, …
    if pieces[0].strip():
        raise ValueError("there is text before '# system' or '# user'")
    names = [name.lower() for name in pieces[1::2]]
    if len(set(names)) < len(names) or "user" not in names:
        raise ValueError("it needs one part '# user', and may have one '# system' before it")
    return {name: text.strip() for name, text in zip(names, pieces[2::2], strict=True)}

"""From what a model said to the object that was asked for.

Models think aloud, fence their JSON, talk around it, and add fields. All of that
is taken away here; what is missing is for the model to mend.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from jobcoach.text import nfc

T = TypeVar("T", bound=BaseModel)

_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(r"\A\s*<(think|thinking|reasoning)>.*\Z", re.DOTALL | re.IGNORECASE)
_CLOSED_THOUGHT = re.compile(r"\A.*</(?:think|thinking|reasoning)>", re.DOTALL | re.IGNORECASE)
_OPENING_TAGS = ("<think>", "<thinking>", "<reasoning>")
_MAX_STARTS = 200  # braces at which an object is looked for: a reply of braces alone must not take long
_MAX_PRUNINGS = 20
_FAULTS_SHOWN = 20


class NoObject(ValueError):
    """There is no JSON object in the reply."""


class NotValid(ValueError):
    """There is an object, but not the one that was asked for. Its text lists the faults, one a line."""


def without_thoughts(text: str) -> str:
    """The text without ``<think>`` blocks, also one that has not ended yet or whose start is missing.

    Halves of a character that came in two pieces are joined, lone surrogates replaced.
    """
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _THOUGHT.sub("", text)
    text = _CLOSED_THOUGHT.sub("", text) if _only_closes(text) else text
    text = _OPEN_THOUGHT.sub("", text).lstrip()
    # A tag that has not come whole yet.
    return "" if any(tag.startswith(text.lower()) for tag in _OPENING_TAGS) else text


def _only_closes(text: str) -> bool:
    """Some servers swallow the opening tag; a tag within the JSON is content."""
    brace = text.find("{")
    closing = _CLOSED_THOUGHT.match(text)
    return closing is not None and (brace < 0 or text.lower().find("</", 0, closing.end()) < brace)


def read_reply(text: str, model: type[T]) -> T:
    """The object in the reply, fields that were not asked for dropped.

    Raises NoObject if there is none, NotValid if none fits.
    """
    faults: NotValid | None = None
    for value in _objects(without_thoughts(text)):
        try:
            return _validated(value, model)
        except NotValid as error:
            faults = faults or error
        except RecursionError:
            faults = faults or NotValid("it is nested too deeply")
    if faults is None:
        raise NoObject("there is no JSON object in it")
    raise faults


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Each outermost object, in order; white space and remarks around them do not matter."""
    decoder = json.JSONDecoder(strict=False, parse_constant=_no_constant)
    position = 0
    for _ in range(_MAX_STARTS):
        start = text.find("{", position)
        if start < 0:
            return
        try:
            value, position = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            position = start + 1
            continue
        if isinstance(value, dict):
            yield value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _validated(value: dict[str, Any], model: type[T]) -> T:
    value = _in_nfc(value)
    for _ in range(_MAX_PRUNINGS):
        try:
            return model.model_validate(value)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False, include_input=False)
            extra = [problem["loc"] for problem in problems if problem["type"] == "extra_forbidden"]
            if not extra or not all(_drop(value, place) for place in extra):
                raise NotValid(_told(problems)) from error
    raise NotValid("it has too many fields that were not asked for")


def _in_nfc(value: Any) -> Any:  # noqa: ANN401 (JSON)
    match value:
        case str():
            return nfc(value.encode("utf-8", "replace").decode("utf-8"))
        case list():
            return [_in_nfc(each) for each in value]
        case dict():
            return {_in_nfc(name): _in_nfc(each) for name, each in value.items()}
        case _:
            return value


def _drop(value: Any, place: tuple[int | str, ...]) -> bool:  # noqa: ANN401 (JSON)
    """Take one field away; False if the path leads nowhere (a union's tag stands in it)."""
    for part in place[:-1]:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(value, dict) and value.pop(place[-1], _ABSENT) is not _ABSENT


_ABSENT = object()


def _told(problems: list[Any]) -> str:
    lines = [
        f"{'.'.join(str(part) for part in each['loc']) or 'the object'}: {each['msg']}" for each in problems
    ]
    return "\n".join(lines[:_FAULTS_SHOWN])

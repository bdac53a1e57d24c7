"""How the text of a test is read into the arguments of a function.

A layout names what is read, item by item, separated by white space::

    n target numbers[n]      two tokens, then n tokens
    rows columns grid[rows][columns]
    title:line               the rest of the line
    count names[count]:line  that many whole lines

A size is a number, or a name that was read before. Names that are no
parameters are sizes only.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobcoach.judge.function_style.signature import Function, Scalar, ValueType

Value = int | float | bool | str | list["Value"]

_ITEM = re.compile(r"([A-Za-z_]\w*)((?:\[\w+\]){0,2})(:line)?\Z", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,19}\Z", re.ASCII)
_TOKEN = re.compile(r"\s*(\S+)")
_BITS = {"int": 31, "long": 63}
_TRUTH = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True)
class Item:
    """One name with its sizes; ``whole_lines`` for text that may hold spaces."""

    name: str
    sizes: tuple[str, ...] = ()
    whole_lines: bool = False


class LayoutMismatch(ValueError):
    """The text of a test is not laid out as the package says."""


def read_layout(text: str) -> tuple[Item, ...]:
    """The items of a layout. Raises ValueError."""
    items = []
    for word in text.split():
        found = _ITEM.match(word)
        if found is None:
            raise ValueError(
                f"{word!r} is not a name, name[size], name[rows][columns] or one of them with :line"
            )
        items.append(Item(found[1], tuple(re.findall(r"\[(\w+)\]", found[2])), bool(found[3])))
    return tuple(items)


def layout_faults(function: "Function") -> Iterator[str]:
    """What does not fit together in a function's parameters and its layout."""
    types = {each.name: each.type for each in function.parameters}
    known: set[str] = set()
    for item in function.input:
        type_ = types.get(item.name)
        if item.name in known:
            yield f"{item.name} is read twice"
        known.add(item.name)
        if any(not size.isdigit() and size not in known - {item.name} for size in item.sizes):
            yield f"a size of {item.name} is not read before it"
        if type_ is None and (item.sizes or item.whole_lines):
            yield f"{item.name} is no parameter, and no size either"
        if type_ is not None and len(item.sizes) != type_.dimensions:
            yield f"{item.name} is declared as {type_}, which does not fit its sizes"
        if type_ is not None and item.whole_lines and (type_.scalar != "string" or type_.dimensions > 1):
            yield f"{item.name}: whole lines are text"
    yield from (f"{name} is never read" for name in types if name not in known)


def read_arguments(function: "Function", text: str) -> list[Value]:
    """The arguments of one test, in the order of the parameters. Raises LayoutMismatch."""
    types = {each.name: each.type for each in function.parameters}
    whole_lines = any(item.whole_lines for item in function.input)
    source: _Words | _Lines = _Lines(text) if whole_lines else _Words(text)
    values: dict[str, Value] = {}
    for item in function.input:
        shape = [_size(item, size, values) for size in item.sizes]
        values[item.name] = _read(source, item, types.get(item.name), shape)
    if not source.at_end():
        raise LayoutMismatch("there is more text than the layout reads")
    return [values[each.name] for each in function.parameters]


class _Words:
    """Tokens; a slice of them at once, since a test may have a million."""

    def __init__(self, text: str) -> None:
        self._tokens = text.split()
        self._next = 0

    def take(self, item: Item, count: int) -> list[str]:
        taken = self._tokens[self._next : self._next + count]
        if len(taken) < count:
            raise LayoutMismatch(f"the text ends within {item.name}")
        self._next += count
        return taken

    def at_end(self) -> bool:
        return self._next == len(self._tokens)


class _Lines:
    """Tokens and whole lines mixed."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n")
        self._at = 0

    def take(self, item: Item, count: int) -> list[str]:
        return [self._line(item) if item.whole_lines else self._token(item) for _ in range(count)]

    def _token(self, item: Item) -> str:
        found = _TOKEN.match(self._text, self._at)
        if found is None:
            raise LayoutMismatch(f"the text ends within {item.name}")
        self._at = found.end()
        return found[1]

    def _line(self, item: Item) -> str:
        begins = self._at == 0 or self._text[self._at - 1] == "\n"
        end = self._end_of_line()
        if not begins and not self._text[self._at : end].strip():  # behind the last token of a line
            self._at, begins = end + 1, True
            end = self._end_of_line()
        if self._at >= len(self._text):
            raise LayoutMismatch(f"the text ends within {item.name}")
        line = self._text[self._at : end]
        self._at = end + 1
        return line if begins else line.removeprefix(" ")

    def _end_of_line(self) -> int:
        end = self._text.find("\n", self._at)
        return len(self._text) if end < 0 else end

    def at_end(self) -> bool:
        return not self._text[self._at :].strip()


def _size(item: Item, size: str, values: Mapping[str, Value]) -> int:
    count = int(size) if size.isdigit() else values[size]
    if not isinstance(count, int) or count < 0:
        raise LayoutMismatch(f"the size of {item.name} is {count!r}")
    return count


def _read(source: _Words | _Lines, item: Item, type_: "ValueType | None", shape: list[int]) -> Value:
    scalar = type_.scalar if type_ else None
    match shape:
        case []:
            return _scalars(source, item, scalar, 1)[0]
        case [count]:
            return _scalars(source, item, scalar, count)
        case _:
            return [_scalars(source, item, scalar, shape[1]) for _ in range(shape[0])]


def _scalars(source: _Words | _Lines, item: Item, scalar: "Scalar | None", count: int) -> list[Value]:
    tokens = source.take(item, count)
    try:
        match scalar:
            case "string":
                return list(tokens)
            case "double":
                return list(map(float, tokens))
            case "boolean":
                return [_TRUTH[token.lower()] for token in tokens]
            case _:
                return list(_integers(tokens, _BITS.get(scalar or "long", 63)))
    except (ValueError, KeyError) as error:
        raise LayoutMismatch(f"{item.name} is not of its type: {error}") from error


def _integers(tokens: list[str], bits: int) -> Iterator[int]:
    for token in tokens:
        if not _INTEGER.match(token) or not -(1 << bits) <= (value := int(token)) < 1 << bits:
            raise ValueError(token)
        yield value

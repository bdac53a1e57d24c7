"""The function that a problem asks for, in place of a program that reads and prints."""

import re
from dataclasses import dataclass
from enum import StrEnum

from jobcoach.judge.function_style.layout import Item

_TYPE = re.compile(r"(int|long|double|boolean|string)((?:\[\]){0,2})\Z")


class Scalar(StrEnum):
    """``int`` has 32 bits, ``long`` 64."""

    INT = "int"
    LONG = "long"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    STRING = "string"


class Output(StrEnum):
    """How a result is written as text: its items on one line, or an item (a row) a line."""

    LINE = "line"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class ValueType:
    """A scalar, or a list of them in one or two ``dimensions``."""

    scalar: Scalar
    dimensions: int = 0

    def __str__(self) -> str:
        return self.scalar + "[]" * self.dimensions


def read_type(text: str) -> ValueType:
    """``int``, ``string[]``, ``long[][]``. Raises ValueError."""
    found = _TYPE.match(text.replace(" ", ""))
    if found is None:
        raise ValueError(f"unknown type {text!r}; known: int, long, double, boolean, string, with [] or [][]")
    return ValueType(Scalar(found[1]), len(found[2]) // 2)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument."""

    name: str
    type: ValueType


@dataclass(frozen=True, slots=True)
class Function:
    """``input`` says how a test's text becomes the arguments, ``output`` how the result
    becomes text; ``words`` are what true and false are written as."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: ValueType
    input: tuple[Item, ...]
    output: Output = Output.LINE
    words: tuple[str, str] = ("true", "false")

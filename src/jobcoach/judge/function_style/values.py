"""Arguments and results on their way into a box and out of it, as JSON."""

import json
import math
from collections.abc import Sequence

from jobcoach.judge.function_style.layout import Value
from jobcoach.judge.function_style.signature import Function, Output, Scalar, ValueType

_KINDS = {
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    dict: "an object",
}
_BITS = {Scalar.INT: 31, Scalar.LONG: 63}


class WrongResult(ValueError):
    """What a function gave back is not of the declared type."""


def arguments_json(arguments: Sequence[Value]) -> bytes:
    """What the harness reads: one array on one line."""
    return json.dumps(arguments, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def call_text(function: Function, arguments: Sequence[Value]) -> str:
    """The call as the candidate would write it: ``solution([1, 2], 3)``."""
    return f"{function.name}({', '.join(json.dumps(each, ensure_ascii=False) for each in arguments)})"


def result_text(function: Function, reply: bytes) -> str:
    """A harness's reply as the text that a program would have printed.

    The reply is hostile. Raises WrongResult, in words for the candidate.
    """
    try:
        value = json.loads(reply.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        if not reply.strip():
            raise WrongResult("the function ended the program") from error
        raise WrongResult("the function gave back no value that can be written as JSON") from error
    return _written(function, _typed(value, function.returns))


def _no_number(name: str) -> float:
    raise WrongResult(f"{name} is no number")


def _typed(value: object, type_: ValueType) -> Value:
    if type_.dimensions:
        if not isinstance(value, list):
            raise WrongResult(_not_of(value, type_))
        inner = ValueType(type_.scalar, type_.dimensions - 1)
        return [_typed(each, inner) for each in value]
    match type_.scalar, value:
        case Scalar.STRING, str():
            return value
        case Scalar.BOOLEAN, bool():
            return value
        case Scalar.DOUBLE, (int() | float()) if not isinstance(value, bool) and _is_finite(value):
            return float(value)
        case ((Scalar.INT | Scalar.LONG), (int() | float())) if not isinstance(value, bool):
            bound = 1 << _BITS[type_.scalar]
            if _is_finite(value) and value == int(value) and -bound <= value < bound:
                return int(value)
    raise WrongResult(_not_of(value, type_))


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer beyond all floats
        return False


def _not_of(value: object, type_: ValueType) -> str:
    """The kind alone: the value may be secret input."""
    return f"{_KINDS.get(type(value), 'nothing')} was given back, where {type_} is asked for"


def _written(function: Function, value: Value) -> str:
    if not isinstance(value, list):
        return _token(function, value) + "\n"
    rows = [_row(function, each) for each in value]
    return "".join(f"{row}\n" for row in rows) if function.output is Output.LINES else " ".join(rows) + "\n"


def _row(function: Function, value: Value) -> str:
    return (
        " ".join(_token(function, each) for each in value)
        if isinstance(value, list)
        else _token(function, value)
    )


def _token(function: Function, value: Value) -> str:
    if isinstance(value, bool):
        return function.words[0 if value else 1]
    return repr(value) if isinstance(value, float) else str(value)

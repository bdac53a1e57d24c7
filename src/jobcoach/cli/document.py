"""JSON for the terminal and for pipes: valid UTF-8, and nothing a terminal would obey."""

import dataclasses
import json
import re
from enum import Enum
from pathlib import PurePath

# json.dumps escapes C0 only; DEL, C1, bidi controls and surrogates are valid JSON and bad output.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(value: object, *, encoding: str = "utf-8") -> str:
    """One line of JSON. Dataclasses, enums and paths are taken as they are.

    Non-ASCII text is kept only where the stream is UTF-8, which JSON demands.
    """
    plain = encoding.lower().replace("_", "-") not in ("utf-8", "utf8")
    text = json.dumps(value, ensure_ascii=plain, allow_nan=False, default=_plain)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")

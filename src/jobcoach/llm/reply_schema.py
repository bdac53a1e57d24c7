"""The JSON schema of a reply, in the form that strict servers take."""

import hashlib
import json
from functools import cache
from typing import Any

from pydantic import BaseModel

# What OpenAI's strict mode refuses, or what only matters to people.
_LEFT_OUT = frozenset({"title", "default", "minLength", "maxLength", "format", "uniqueItems", "examples"})


def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """All fields required, none more allowed, references kept. The order of fields is that of the class."""
    strict = _strict(model.model_json_schema())
    if not isinstance(strict, dict):
        raise TypeError("the schema of a model is an object")
    return strict


def schema_text(model: type[BaseModel]) -> str:
    """The schema as a prompt shows it."""
    return json.dumps(strict_schema(model), ensure_ascii=False, indent=1)


@cache  # 3 ms a call: one schema, many questions
def schema_hash(model: type[BaseModel]) -> str:
    """Changes with all that validation looks at."""
    whole = json.dumps(model.model_json_schema(), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def _strict(node: Any) -> Any:  # noqa: ANN401 (JSON)
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    # The names below ``properties`` and ``$defs`` are the model's own, and may be "title".
    strict = {
        name: {own: _strict(each) for own, each in value.items()}
        if name in ("properties", "$defs")
        else _strict(value)
        for name, value in node.items()
        if name not in _LEFT_OUT
    }
    if "properties" in strict:
        strict["required"] = list(strict["properties"])
        strict["additionalProperties"] = False
    return strict

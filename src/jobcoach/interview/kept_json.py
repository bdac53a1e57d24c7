"""Models as the JSON text that is kept."""

import json

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError


def kept_json(model: BaseModel) -> str:
    """The model in JSON; lone surrogates, which UTF-8 has no bytes for, are replaced.

    They come from a model's reply or from the name of a file.
    """
    try:
        return model.model_dump_json()
    except PydanticSerializationError:
        return json.dumps(_clean(model.model_dump(mode="json")), ensure_ascii=False)


def _clean(value: object) -> object:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each lone surrogate; a pair of them is the character that it stands for."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""The key points of a grading reply that is still being written."""

import json
import re

from pydantic import ValidationError

from jobcoach.interview.grading.model_reply import PointReply

_POINTS = re.compile(r'"points"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


def complete_points(text: str) -> list[PointReply]:
    """The points whose objects are complete in ``text``, the reply as far as it has come.

    Whatever stands before the list (a ``<think>`` block, a fence) is passed
    over. Reading stops at the first object that is broken or of another shape.
    """
    points: list[PointReply] = []
    starts = list(_POINTS.finditer(text))
    if not starts:
        return points
    position = starts[-1].end()  # a thought may sketch the list; the reply comes last
    while True:
        position = _end_of(_BETWEEN, text, position)
        try:
            value, position = _DECODER.raw_decode(text, position)
            points.append(PointReply.model_validate(value))
        except (ValueError, RecursionError, ValidationError):
            return points


def _end_of(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position

"""A stored review, from its document: the other way of ``review_json``."""

from collections.abc import Mapping
from typing import Any

from jobcoach.portfolio.review import Review
from jobcoach.portfolio.score import WEIGHTS

_NOT_THE_REVIEWS = frozenset({
    "format", "id", "coverage", "scores", "score_weights", "score_parts", "unscored",
})  # fmt: skip
# The store sorts keys by name.
_ORDER = {category: number for number, category in enumerate(WEIGHTS)}


def stored_review(document: Mapping[str, Any], number: int) -> Review:
    """The review that the store keeps as ``number``.

    Raises ValueError (or pydantic's, which is one) for a document of another shape.
    """
    try:
        values = {key: value for key, value in document.items() if key not in _NOT_THE_REVIEWS}
        values |= {"id": str(number), "coverage": _coverage(document), "scores": _scores(document)}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"no document of a review: {error!r}") from error
    return Review.model_validate(values)


def _coverage(document: Mapping[str, Any]) -> dict[str, Any]:
    coverage = document["coverage"]
    return {**coverage, "skipped": {each["reason"]: each["count"] for each in coverage["skipped"]}}


def _scores(document: Mapping[str, Any]) -> dict[str, Any]:
    unscored = document.get("unscored", {})
    return {
        category: {
            "score": score,
            "weight": document["score_weights"][category],
            "parts": document["score_parts"][category],
            "unscored": unscored.get(category, ""),
        }
        for category, score in sorted(document["scores"].items(), key=lambda item: _ORDER.get(item[0], 0))
    }

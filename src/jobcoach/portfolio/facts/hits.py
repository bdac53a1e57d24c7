"""Hits of file rules as plain values, the form in which they are cached."""

import json

from jobcoach.portfolio.rules.rule import Hit

StoredHit = tuple[int, int, str]


def store_hit(hit: Hit) -> StoredHit:
    """(start, end, JSON of the further fields); what is not set is left out."""
    fields: dict[str, object] = {}
    if hit.details:
        fields["details"] = dict(hit.details)
    if hit.confidence is not None:
        fields["confidence"] = hit.confidence
    if hit.quote is not None:
        fields["quote"] = hit.quote
    return hit.start, hit.end, json.dumps(fields, sort_keys=True) if fields else ""


def load_hit(stored: StoredHit) -> Hit:
    """The hit again. Raises ValueError if the JSON is none of :func:`store_hit`."""
    start, end, text = stored
    fields = json.loads(text) if text else {}
    if not isinstance(fields, dict):
        raise ValueError(f"no fields of a hit: {text[:80]}")
    confidence, quote, details = fields.get("confidence"), fields.get("quote"), fields.get("details", {})
    if confidence not in (None, "high", "medium", "low") or not isinstance(quote, str | None):
        raise ValueError(f"no fields of a hit: {text[:80]}")
    if not isinstance(details, dict) or not all(isinstance(value, str) for value in details.values()):
        raise ValueError(f"no details of a hit: {text[:80]}")
    return Hit(start, end, details, confidence, quote)

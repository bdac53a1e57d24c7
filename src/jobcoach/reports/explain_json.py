"""Coaching as a JSON value: the ``explanation`` of a submission in ``jobcoach.judge/1``."""

import math
import re
from collections.abc import Mapping
from dataclasses import asdict

from jobcoach.coach.explain.explanation import CoachModel, Explanation, Hint
from jobcoach.coach.explain.facts import Fact
from jobcoach.reports.explain_text import fact_text
from jobcoach.words import Words

_BEFORE_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def explanation_value(explanation: Explanation, words: Words) -> dict[str, object]:
    """Facts with their kind, their figures and their text in the user's language; topics; hints."""
    return {
        "facts": [_fact(fact, words) for fact in explanation.facts],
        "topics": list(explanation.topics),
        "hints": [_hint(hint) for hint in explanation.hints],
        "hint_steps": explanation.steps,
        "model": _model(explanation.model),
    }


def _fact(fact: Fact, words: Words) -> dict[str, object]:
    kind = _BEFORE_CAPITAL.sub("_", type(fact).__name__).lower()
    text = fact_text(fact, words)
    told = " ".join((text.text, *text.after))
    return {"kind": kind, "text": told, **{name: _plain(value) for name, value in asdict(fact).items()}}


def _hint(hint: Hint) -> dict[str, object]:
    return {
        "step": hint.step,
        "source": hint.source,
        "text": hint.text,
        "evidence": [asdict(place) for place in hint.evidence],
    }


def _model(model: CoachModel | None) -> dict[str, object] | None:
    if model is None:
        return None
    check = {"kept": model.kept, "relocated": model.relocated, "dropped": model.dropped}
    return {"name": model.name, "evidence_check": check, "left_out": list(model.left_out)}


def _plain(value: object) -> object:
    """JSON knows no infinity."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value

"""Instructions to the grader within an answer: found, reported, and worth nothing.

Patterns are data (``injection.toml``). They ask for a grade or give an order
*to the reader*: an answer that explains SQL injection or prompts does not match.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from jobcoach.text import nfc

_MAX_CHARS = 20_000
# Letters that look alike or do not show are a way round a pattern.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def injection_suspected(answer: str) -> bool:
    """Does the answer try to instruct the grader?"""
    text = nfc(_HIDDEN.sub("", answer[:_MAX_CHARS])).casefold()
    return any(pattern.search(text) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    path = Path(__file__).with_name("injection.toml")
    groups = tomllib.loads(path.read_text(encoding="utf-8"))
    heads = {"START": groups.pop("start"), r"\b": r"\b"}
    alone = [pattern for group in groups.values() for pattern in group["patterns"]]
    joined = []
    for name, head in heads.items():
        # What begins alike is searched for once: .16 ms an answer instead of .51.
        alike = [pattern for pattern in alone if pattern.startswith(name)]
        alone = [pattern for pattern in alone if pattern not in alike]
        joined.append(head + "(?:" + "|".join(pattern.removeprefix(name) for pattern in alike) + ")")
    return tuple(re.compile(pattern) for pattern in (*joined, *alone))

"""Which topic a question belongs to, by the names of topics and technologies near it."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from jobcoach.interview.bank.skills import load_skills
from jobcoach.interview.bank.topics import all_topics
from jobcoach.text import nfc

_CHARS_MAX = 500
_OF_ANOTHER_FIELD = re.compile(r"computer[\s_-]*architecture", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\s_\-./&,]+")


def guess_topic(texts: Iterable[str]) -> str | None:
    """The topic that the first of the texts which names one names: its longest name there."""
    return next((topic for text in texts if (topic := _topic_in(text[:_CHARS_MAX]))), None)


@lru_cache(maxsize=1024)
def _topic_in(text: str) -> str | None:
    text = _OF_ANOTHER_FIELD.sub(" ", text)
    line = f" {_BETWEEN_WORDS.sub(' ', nfc(text).casefold())} "
    return next((topic for name, topic in _names() if name in line and _stands_in(name, line)), None)


def _stands_in(name: str, line: str) -> bool:
    """As a word of its own: a Korean particle may follow, but no letter of the same script may touch it."""
    start = line.find(name)
    while start >= 0:
        before, after = line[start - 1], line[start + len(name)]
        if not before.isalnum() and not (after.isalnum() and after.isascii()):
            return True
        start = line.find(name, start + 1)
    return False


@cache
def _names() -> list[tuple[str, str]]:
    """Names with their topics, longest first."""
    names: dict[str, str] = {}
    for skill in load_skills():
        for name in (skill.id, *skill.names):
            if skill.topics:
                names[_plain(name)] = skill.topics[0]
    for topic in all_topics():
        for name in (topic.slug, topic.ko, topic.en, topic.en.removesuffix("s")):
            names[_plain(name)] = topic.slug
    return sorted(
        ((name, topic) for name, topic in names.items() if len(name) > 1),
        key=lambda row: (-len(row[0]), row[0]),
    )


def _plain(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", nfc(name).casefold()).strip()

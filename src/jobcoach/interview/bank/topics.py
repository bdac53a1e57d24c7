"""The topics of the bank, and how a user may call them."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.interview.bank.skills import skills_named
from jobcoach.text import nfc
from jobcoach.words import Language

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its names and the group it belongs to."""

    slug: str
    ko: str
    en: str
    group: str

    def name(self, lang: Language) -> str:
        """What a reader of that language calls it."""
        return self.ko if lang == "ko" else self.en


@cache
def all_topics() -> tuple[Topic, ...]:
    """Every topic, in the order in which lists show them."""
    table = tomllib.loads((_FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return tuple(Topic(slug, row["ko"], row["en"], row["group"]) for slug, row in table.items())


def topic_name(slug: str, lang: Language) -> str:
    """The name of a topic; that of a topic of the user's own is its slug."""
    return next((topic.name(lang) for topic in all_topics() if topic.slug == slug), slug)


def choose_topics(wanted: str, own: Collection[str] = ()) -> tuple[str, ...]:
    """The slugs that a word stands for: a slug, a name, a group, or a technology (``jpa``).

    ``own`` are the slugs of topics that only the user's questions have.
    Raises InputError that tells what there is.
    """
    key = _key(wanted)
    if found := _names(tuple(sorted(own))).get(key):
        return found
    if found := tuple(dict.fromkeys(topic for skill in skills_named(wanted) for topic in skill.topics)):
        return found
    slugs = [topic.slug for topic in all_topics()] + sorted(set(own) - {topic.slug for topic in all_topics()})
    names = _names(tuple(sorted(own)))
    close = list(dict.fromkeys(names[name][0] for name in get_close_matches(key, names, n=3)))
    raise InputError(
        f"There is no topic {wanted!r}",
        why=f"did you mean {', '.join(close)}?" if close else f"known are {', '.join(slugs)}",
        mend="to see all: jobcoach interview bank list",
    )


@cache
def _names(own: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {_key(slug): (slug,) for slug in own}
    groups = tomllib.loads((_FOLDER / "groups.toml").read_text(encoding="utf-8"))
    for group, row in groups.items():
        slugs = tuple(topic.slug for topic in all_topics() if topic.group == group)
        for name in (group, row["ko"], row["en"], *row["also"]):
            names[_key(name)] = slugs
    for topic in all_topics():  # last: a topic goes before a group of the same name
        for name in (topic.slug, topic.ko, topic.en):
            names[_key(name)] = (topic.slug,)
    return names


def _key(name: str) -> str:
    """A name as it is compared: case, spaces and hyphens do not count."""
    return "".join(char for char in nfc(name).casefold() if char.isalnum())

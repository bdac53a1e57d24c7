"""The technologies that job postings name, and the topics whose questions ask for them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jobcoach.text import nfc

_FILE = Path(__file__).parent / "skills.toml"


@dataclass(frozen=True, slots=True)
class Skill:
    """One technology: its names and spellings in both languages, the first one to be shown."""

    id: str
    names: tuple[str, ...]
    topics: tuple[str, ...]


@cache
def load_skills() -> tuple[Skill, ...]:
    """Every skill of ``skills.toml``, in its order."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Skill(slug, tuple(row["names"]), tuple(row["topics"])) for slug, row in table.items())


def skills_named(name: str) -> tuple[Skill, ...]:
    """The skills with that id or name; case, spaces and hyphens do not count."""
    key = _key(name)
    return tuple(
        skill for skill in load_skills() if key and key in {_key(each) for each in (skill.id, *skill.names)}
    )


def _key(name: str) -> str:
    return "".join(char for char in nfc(name).casefold() if char.isalnum() or char in "+#")

"""Who wrote the commits: one person under several names and addresses counted once, bots not at all."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jobcoach.portfolio.facts.mailmap import Mailmap
from jobcoach.portfolio.facts.repository import AuthorShare
from jobcoach.portfolio.source.snapshot import Commit
from jobcoach.text import nfc

_TABLE = Path(__file__).with_name("authors.toml")
_NOREPLY = "@users.noreply.github.com"


@dataclass(slots=True)
class _Person:
    """Everything that one person committed under."""

    names: Counter[str] = field(default_factory=Counter)
    emails: Counter[str] = field(default_factory=Counter)

    @property
    def commits(self) -> int:
        return sum(self.names.values())


def is_bot(name: str, email: str) -> bool:
    """Whether commits under this name and address were made by a machine (``authors.toml``)."""
    table = _table()
    parts = (name.strip().lower(), email.strip().lower())
    endings = tuple(table["bot_endings"])
    return any(part in table["bots"] or part.endswith(endings) for part in parts)


def people_of(commits: Iterable[Commit], mailmap: Mailmap) -> list[tuple[AuthorShare, frozenset[str]]]:
    """The people, most commits first, each with all names and addresses (lower case) they used.

    Bots and merges must be out already. Two entries are one person if they share an
    address, or a name that is no common one ("root", "user").
    """
    pairs = Counter(
        (nfc(name), email) for name, email in (mailmap.person(c.author_name, c.author_email) for c in commits)
    )
    people = _joined(pairs)
    total = sum(pairs.values())
    shares = [
        (
            AuthorShare(_most(person.names), _most(person.emails), person.commits, person.commits / total),
            frozenset(key for known in (*person.names, *person.emails) for key in _keys_of(known)),
        )
        for person in people
    ]
    return sorted(shares, key=lambda found: (-found[0].commits, found[0].name, found[0].email))


def find_author(author: str, people: Sequence[tuple[AuthorShare, frozenset[str]]]) -> AuthorShare | None:
    """Who is meant by a name, an address or a GitHub login; None if nobody is."""
    wanted = nfc(author.strip()).lower()
    for share, keys in people:
        if wanted in keys:
            return share
    parts = [share for share, keys in people if any(wanted in key for key in keys)] if wanted else []
    return parts[0] if len(parts) == 1 else None


def _joined(pairs: Mapping[tuple[str, str], int]) -> list[_Person]:
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for index, (name, email) in enumerate(pairs):
        own = f"={index}"
        for key in (own, *_joining_keys(name, email)):
            parent[root(key)] = root(own)
    people: dict[str, _Person] = {}
    for index, ((name, email), count) in enumerate(pairs.items()):
        person = people.setdefault(root(f"={index}"), _Person())
        person.names[name] += count
        person.emails[email] += count
    return list(people.values())


def _joining_keys(name: str, email: str) -> list[str]:
    lower_name, lower_email = " ".join(name.lower().split()), email.strip().lower()
    table = _table()
    keys = [] if lower_email in table["addressless"] else [f"@{login_of(lower_email)}"]
    return keys if lower_name in table["nameless"] else [*keys, f"n{lower_name}"]


def login_of(email: str) -> str:
    """A GitHub address without the number that only newer ones have; others as they are."""
    if not email.endswith(_NOREPLY):
        return email
    return email.rpartition("+")[2]


def _keys_of(known: str) -> tuple[str, ...]:
    lower = known.strip().lower()
    return (lower, login_of(lower).removesuffix(_NOREPLY)) if lower.endswith(_NOREPLY) else (lower,)


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda text: (-counted[text], text))


@cache
def _table() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: frozenset(values) for name, values in table.items()}

"""S04: a file that is a store of keys."""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.rule import Hit, PlacedHit, RepositoryRule

_STORE = re.compile(r"(?i)(?:^|/)(?:[^/]+\.(?:jks|keystore|p12|pfx|ppk|kdbx)|id_(?:rsa|dsa|ecdsa|ed25519))$")
# Trust stores hold certificates only; Android's debug keystore is the same for everyone.
_HARMLESS = re.compile(r"(?i)trust|cacerts|debug|test")


def check(facts: RepositoryFacts) -> Iterator[PlacedHit]:
    """Keystores and key files by their names."""
    for info in facts.inventory:
        name = info.path.rpartition("/")[2]
        if _STORE.search(info.path) and not _HARMLESS.search(name) and info.file_class != "vendored":
            aside = is_aside(info.path)
            yield PlacedHit(info.path, Hit(1, 1, {"name": name}, "low" if aside else "medium", quote=name))


RULE = RepositoryRule("S04", "security", "high", "medium", check)

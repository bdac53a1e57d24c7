"""A review without a model is kept with all that decided it: nothing changed, nothing is worked out again."""

import hashlib
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Protocol, runtime_checkable

from jobcoach import text
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.rules.rule import FileRule, Rule
from jobcoach.portfolio.source.snapshot import Snapshot
from jobcoach.words import Language

_PORTFOLIO = Path(__file__).resolve().parent


@runtime_checkable
class ResultCache(Protocol):
    """Keeps what was made of a repository's facts, one result at a time."""

    def load_result(self, key: str, /) -> bytes | None:
        """What was kept under this key, None if it is another's or cannot be read."""
        ...

    def save_result(self, key: str, result: bytes, /) -> None:
        """Keep this and nothing else."""
        ...


def review_key(
    snapshot: Snapshot, rules: Sequence[Rule], lang: Language, author: str | None, now: datetime
) -> str:
    """A digest of all that a review without a model depends on.

    Of ``now`` the day: commits from the future are passed over until their day has come.
    """
    source = snapshot.source
    parts = [
        code_version(), lang, repr(author), now.date().isoformat() if snapshot.history_key else "",
        source.kind, source.location, repr((source.commit, source.ref)), snapshot.history_key,
        *map(_name, rules), *snapshot.notes,
    ]  # fmt: skip
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    for entry in snapshot.entries:
        digest.update(b"\0%b\0" % entry.raw_path)
        digest.update(f"{entry.mode} {entry.blob} {entry.size_bytes}".encode())
    return digest.hexdigest()


@cache
def code_version() -> str:
    """A digest of all code and tables that take part in a review."""
    return _digest_of([*_PORTFOLIO.rglob("*.py"), *_PORTFOLIO.rglob("*.toml"), Path(text.__file__)])


def load_review(results: ResultCache, key: str, now: datetime) -> Review | None:
    """The review that was kept, as one made now; None if there is none."""
    kept = results.load_result(key)
    try:
        review = None if kept is None else Review.model_validate_json(kept)
    except ValueError:
        return None
    return None if review is None else review.model_copy(update={"created_at": now})


def save_review(results: ResultCache, key: str, review: Review) -> None:
    """Keep it; a review with text that cannot be written as UTF-8 is not kept."""
    try:
        written = review.model_dump_json().encode()
    except ValueError:
        return
    results.save_result(key, written)


def _name(rule: Rule) -> str:
    functions = (rule.check, rule.applies) if isinstance(rule, FileRule) else (rule.check,)
    return " ".join((rule.id, *(f"{each.__module__}.{each.__qualname__}" for each in functions)))


def _digest_of(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(files):
        digest.update(str(path).encode("utf-8", "surrogateescape") + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()

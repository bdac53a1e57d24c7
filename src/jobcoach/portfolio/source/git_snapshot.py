"""A commit, read through a quarantine."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from jobcoach.portfolio.source.contents import read_contents
from jobcoach.portfolio.source.history import commits_ahead, newest_first, read_history
from jobcoach.portfolio.source.limits import LIMITS, Limits
from jobcoach.portfolio.source.quarantine import Quarantine
from jobcoach.portfolio.source.snapshot import Branch, Entry, History, Source
from jobcoach.portfolio.source.tree import list_tree


class GitSnapshot:
    """A commit of a repository; ``branches`` are all of its branches, the one that is read among them.

    ``release`` is called by ``close``, once.
    """

    def __init__(
        self,
        source: Source,
        quarantine: Quarantine,
        branches: Mapping[str, str],
        notes: Sequence[str],
        *,
        release: Callable[[], None] = lambda: None,
        limits: Limits = LIMITS,
    ) -> None:
        assert source.commit is not None  # noqa: S101 (a commit is what it is made of)
        self.source = source
        self._commit = source.commit
        self._quarantine = quarantine
        self._branches = branches
        self._release = release
        self._limits = limits
        listing = list_tree(self._commit, quarantine.environment, limits)
        self.entries: Sequence[Entry] = listing.entries
        self.notes: Sequence[str] = tuple(dict.fromkeys((*notes, *listing.notes)))

    def read(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, bytes]]:
        return read_contents(entries, self._quarantine.environment, self._limits)

    @property
    def history_key(self) -> str:
        shallow, branches = sorted(self._quarantine.shallow), sorted(self._branches.items())
        return hashlib.sha256(repr((self._commit, shallow, branches)).encode("utf-8", "replace")).hexdigest()

    def history(self) -> History | None:
        return read_history(
            self._commit,
            self._quarantine.environment,
            self._quarantine.shallow,
            self._other_branches(),
            self._limits,
        )

    def close(self) -> None:
        self._quarantine.close()
        release, self._release = self._release, lambda: None
        release()

    def _other_branches(self) -> tuple[Branch, ...]:
        others = {name: tip for name, tip in self._branches.items() if tip != self._commit}
        environment = self._quarantine.environment
        newest = set(newest_first(set(others.values()), environment, self._limits.branches))
        ahead = {tip: commits_ahead(tip, self._commit, environment) for tip in newest}
        named = sorted(others, key=lambda name: (others[name] not in newest, name))[: self._limits.branches]
        return tuple(Branch(name, ahead.get(others[name])) for name in sorted(named))

"""What the reader should know of how a repository was read: keys of ``review.note.*``, some with a value."""

import re
from collections.abc import Iterable, Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.text import one_line

_FEW_FILES = 3
_AHEAD_LEAST = 5
_AHEAD_SHARE = 0.1
_READ_CLASSES = frozenset({"source", "test", "notebook"})
# What machines write: a published site, updates of dependencies.
_NOT_WORK = re.compile(r"(?:gh-)?pages$|(?:dependabot|renovate|snyk)[-/]", re.IGNORECASE)


def notes_of(from_source: Iterable[str], facts: RepositoryFacts) -> tuple[str, ...]:
    """The source's own notes, then what the facts say; a value follows a colon."""
    return tuple(dict.fromkeys((*from_source, *_from_facts(facts, set(from_source)))))


def _from_facts(facts: RepositoryFacts, known: set[str]) -> Iterator[str]:
    if not any(file.encoding for file in facts.files):
        if "only_submodules" not in known and facts.inventory:
            yield "only_binaries"
    elif not any(file.info.file_class in _READ_CLASSES for file in facts.files):
        yield "no_code"
    yield from _branches(facts)


def _branches(facts: RepositoryFacts) -> Iterator[str]:
    """Where the work is, if it is not in what was read."""
    history = facts.history
    ahead = [
        (branch.commits_ahead, branch.name)
        for branch in (history.branches if history else ())
        if branch.commits_ahead and not _NOT_WORK.match(branch.name)
    ]
    if history is None or not ahead:
        return
    commits, name = max(ahead)
    is_nearly_empty = len(facts.files) <= _FEW_FILES
    if is_nearly_empty:
        yield "empty_default_branch"
    if is_nearly_empty or commits >= max(_AHEAD_LEAST, _AHEAD_SHARE * history.commits):
        yield f"branch_ahead:{one_line(name)}"

"""What the reader should know of how a repository was read: keys of ``review.note.*``, some with a value."""

from collections.abc import Iterable, Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.text import one_line

_FEW_FILES = 3
_AHEAD_LEAST = 5
_READ_CLASSES = frozenset({"source", "test", "notebook"})


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
    branches = facts.history.branches if facts.history else ()
    ahead = [branch for branch in branches if branch.commits_ahead]
    if not ahead:
        return
    furthest = max(ahead, key=lambda branch: (branch.commits_ahead or 0, branch.name))
    is_nearly_empty = sum(file.info.file_class in _READ_CLASSES for file in facts.files) <= _FEW_FILES
    if is_nearly_empty:
        yield "empty_default_branch"
    if is_nearly_empty or (furthest.commits_ahead or 0) >= _AHEAD_LEAST:
        yield f"branch_ahead:{one_line(furthest.name)}"

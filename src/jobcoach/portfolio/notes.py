"""What the reader should know of how a repository was read: keys of ``review.note.*``, some with a value."""

import re
from collections.abc import Iterable, Iterator

from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.material import CODE_CLASSES, understood, unknown_language
from jobcoach.text import one_line

_FEW_FILES = 3
_NOT_THE_DEFAULT = frozenset({"detached", "default_branch_empty"})
_AHEAD_LEAST = 5
_AHEAD_SHARE = 0.1
_MOST = 0.5
_LINES_LEAST = 100
# What machines write: a published site, updates of dependencies.
_NOT_WORK = re.compile(r"(?:gh-)?pages$|(?:dependabot|renovate|snyk)[-/]", re.IGNORECASE)


def notes_of(
    from_source: Iterable[str], facts: RepositoryFacts, author: str | None = None
) -> tuple[str, ...]:
    """The source's own notes, then what the facts say; a value follows a colon.

    ``author`` is who was named as the candidate.
    """
    known = tuple(from_source)
    return tuple(dict.fromkeys((*known, *_author(facts, author), *_from_facts(facts, set(known)))))


def _author(facts: RepositoryFacts, author: str | None) -> Iterator[str]:
    if author is not None and facts.history is not None and facts.history.candidate is None:
        yield f"author_unknown:{one_line(author)}"


def _from_facts(facts: RepositoryFacts, known: set[str]) -> Iterator[str]:
    if not any(file.info.file_class in CODE_CLASSES and file.encoding for file in facts.files):
        yield from _instead_of_code(facts, known)
    yield from _unknown_languages(facts)
    yield from _branches(facts, known)


def _instead_of_code(facts: RepositoryFacts, known: set[str]) -> Iterator[str]:
    """What there is where no code could be read."""
    by_content = {file.info.path: file.info.file_class for file in facts.files}
    classes = {by_content.get(info.path, info.file_class) for info in facts.inventory}
    if "only_submodules" in known or not classes:
        return
    if "submodule" in classes:
        yield "only_submodules"
    elif classes <= {"lfs", "doc", "config"} and "lfs" in classes:
        yield "only_lfs"
    elif classes <= {"binary", "lfs"}:
        yield "only_binaries"
    else:
        yield "no_code"


def _unknown_languages(facts: RepositoryFacts) -> Iterator[str]:
    """The language of most of the code, if nothing but its lines is known of it."""
    known = understood(facts)
    for language in facts.languages:
        if language.share >= _MOST and language.lines >= _LINES_LEAST and language.name not in known:
            yield f"language_unknown:{language.name}"
    unjudged = unknown_language(facts)
    if unjudged is not None:
        yield f"language_unknown:{unjudged.name}"


def is_work(branch: str) -> bool:
    """Whether people work on a branch of that name."""
    return _NOT_WORK.match(branch) is None


def _branches(facts: RepositoryFacts, known: set[str]) -> Iterator[str]:
    """Where the work is, if it is not in what was read."""
    history = facts.history
    ahead = [
        (branch.commits_ahead, branch.name)
        for branch in (history.branches if history else ())
        if branch.commits_ahead and is_work(branch.name)
    ]
    if history is None or not ahead:
        return
    commits, name = max(ahead)
    is_nearly_empty = len(facts.files) <= _FEW_FILES
    has_code = any(file.info.file_class in CODE_CLASSES for file in facts.files)
    if is_nearly_empty and not has_code and not known & _NOT_THE_DEFAULT:
        yield "empty_default_branch"
    if is_nearly_empty or commits >= max(_AHEAD_LEAST, _AHEAD_SHARE * history.commits):
        yield f"branch_ahead:{one_line(name)}"

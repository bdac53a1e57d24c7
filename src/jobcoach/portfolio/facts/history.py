"""The history in figures: whose work it is, how it came about, what its messages say."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from jobcoach.portfolio.facts.authors import find_author, is_bot, people_of
from jobcoach.portfolio.facts.mailmap import read_mailmap
from jobcoach.portfolio.facts.messages import says_nothing
from jobcoach.portfolio.facts.repository import AuthorShare, HistoryFacts
from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.source.snapshot import Commit, Entry, History

_SPEAKS_FOR_ONE = 0.9
_SUBJECTS_KEPT = 1000
_WRITTEN = frozenset({"source", "test", "doc", "config", "notebook"})
_ONE_DAY = timedelta(days=1)


def history_facts(
    history: History, author: str | None, now: datetime, mailmap: Iterable[str] = ()
) -> HistoryFacts:
    """Count commits of people: bots' and merges are out, so ``commits`` and ``subjects`` hold neither.

    ``author`` is a name, an address or a GitHub login; without it the one who wrote at
    least nine of ten commits is the candidate. ``mailmap`` are the lines of ``.mailmap``.
    ``largest_commit_share`` is that of the changes to written files, None where they are not known.
    """
    work = [
        commit
        for commit in history.commits
        if commit.parents <= 1 and not is_bot(commit.author_name, commit.author_email)
    ]
    people = people_of(work, read_mailmap(mailmap))
    authors = tuple(share for share, _ in people)
    dates = _dates(work, now)
    return HistoryFacts(
        commits=len(work),
        complete=history.complete,
        first=min(dates, default=None),
        last=max(dates, default=None),
        active_days=len({date.date() for date in dates}),
        authors=authors,
        candidate=find_author(author, people) if author else _only_one(authors),
        largest_commit_share=_largest_share(work) if history.complete else None,
        empty_message_share=sum(says_nothing(commit.subject) for commit in work) / len(work) if work else 0.0,
        subjects=tuple(commit.subject for commit in work[:_SUBJECTS_KEPT]),
        branches=history.branches,
    )


def _only_one(authors: Sequence[AuthorShare]) -> AuthorShare | None:
    return authors[0] if authors and authors[0].share >= _SPEAKS_FOR_ONE else None


def _dates(commits: Iterable[Commit], now: datetime) -> list[datetime]:
    """The times that can be true: an author may write any time into a commit."""
    latest = now + _ONE_DAY
    times = (datetime.fromtimestamp(commit.seconds, UTC) for commit in commits if commit.seconds > 0)
    return [time for time in times if time <= latest]


def _largest_share(commits: Sequence[Commit]) -> float | None:
    """The most that one commit changed, of all changes to written files; None if not all are known."""
    if not commits or any(commit.files_changed is None for commit in commits):
        return None
    classes: dict[str, bool] = {}
    changes: Counter[str] = Counter()
    for commit in commits:
        for path in commit.files_changed or ():
            if classes.setdefault(path, _is_written(path)):
                changes[commit.id] += 1
    total = changes.total()
    return max(changes.values()) / total if total else None


def _is_written(path: str) -> bool:
    return classify(Entry(path, b"", "file", "", 0)).file_class in _WRITTEN

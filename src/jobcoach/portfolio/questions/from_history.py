"""Questions about how the work came about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jobcoach.portfolio.facts.repository import HistoryFacts
from jobcoach.portfolio.notes import is_work
from jobcoach.portfolio.questions.candidate import Candidate
from jobcoach.portfolio.questions.texts import reason, table, text, weight_and_topic
from jobcoach.words import Language

_ONE_DUMP = 0.6
_ENOUGH_COMMITS = 5
_SUBJECTS_ASKED = 2
_SECOND_COUNTS_LESS = 1.5
_SUBJECT_CHARACTERS = (12, 80)
_REFERENCE = re.compile(r"\(?#\d+\)?")


def history_candidates(history: HistoryFacts | None, lang: Language) -> Iterator[Candidate]:
    """About commits that solved something, the share in a team's work, and work that came in one piece."""
    if history is None or not history.commits:
        return
    for rank, subject in enumerate(_telling(history)):
        asked = _candidate("commit_subject", {"subject": subject}, lang)
        yield replace(asked, weight=asked.weight - rank * _SECOND_COUNTS_LESS)
    others = len(history.authors) - 1
    candidate = history.candidate
    if candidate is not None and others > 0 and history.complete:
        share = {"count": str(candidate.commits), "all": str(history.commits), "others": str(others)}
        yield _candidate("own_share", {**share, "percent": f"{candidate.share:.0%}"}, lang)
    if (history.largest_commit_share or 0) >= _ONE_DUMP and history.commits >= _ENOUGH_COMMITS:
        values = {"percent": f"{history.largest_commit_share:.0%}", "all": str(history.commits)}
        yield _candidate("one_dump", values, lang)
    ahead = [
        branch
        for branch in history.branches
        if (branch.commits_ahead or 0) >= _ENOUGH_COMMITS and is_work(branch.name)
    ]
    for branch in sorted(ahead, key=lambda each: (-(each.commits_ahead or 0), each.name))[:1]:
        yield _candidate("branch_ahead", {"branch": branch.name, "count": str(branch.commits_ahead)}, lang)


def _telling(history: HistoryFacts) -> list[str]:
    """Subjects that name a problem and what was done about it, the newest first, no two about one thing."""
    words = re.compile(table("topics")["telling"]["words"], re.IGNORECASE)
    routine = re.compile(table("topics")["telling"]["routine"], re.IGNORECASE)
    shortest, longest = _SUBJECT_CHARACTERS
    telling: list[str] = []
    for subject in dict.fromkeys(map(str.strip, history.subjects)):
        said = _REFERENCE.sub("", subject).strip()
        is_fit = shortest <= len(said) and len(subject) <= longest
        if is_fit and words.search(said) and not routine.search(said):
            telling.append(subject)
    return telling[:_SUBJECTS_ASKED]


def _candidate(key: str, values: Mapping[str, str], lang: Language) -> Candidate:
    weight, topic = weight_and_topic(key)
    return Candidate(
        kind="history",
        text=text(key, lang, values),
        why=reason("why_history", lang, {}),
        topic=topic,
        weight=weight,
        subject=f"history {key}",
        form=key,
    )

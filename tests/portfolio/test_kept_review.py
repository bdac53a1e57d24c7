"""Nothing changed: the review that was kept is the review that would be made."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.fact_cache import FactFile, NoFactCache
from jobcoach.portfolio.pipeline import Reviewed, ReviewRequest, review_repository
from jobcoach.portfolio.rules.registry import all_rules
from jobcoach.portfolio.rules.rule import Rule
from jobcoach.portfolio.stages import Stages

FILES: dict[str, str | bytes] = {
    "README.md": "# 상점\n\nSells things, 30% faster.\n",
    "a.py": "import os\n\n\ndef f(x=[]):\n    try:\n        eval(x)\n    except Exception:\n        pass\n",
    "b.txt": b"\xff\xfe\0",
}
REQUEST = ReviewRequest(all_rules(), "en", None, datetime(2026, 1, 1, 12, tzinfo=UTC))


def review(cache: object, snapshot: MemorySnapshot, request: ReviewRequest = REQUEST) -> Reviewed:
    return review_repository(snapshot, request, cache, Stages())


@pytest.fixture
def cache(tmp_path: Path) -> FactFile:
    return FactFile(tmp_path / "facts", "where")


def test_a_second_review_reads_nothing_and_says_the_same(cache: FactFile) -> None:
    first = review(cache, MemorySnapshot(FILES)).review
    later = replace(REQUEST, now=REQUEST.now + timedelta(days=3))
    again = MemorySnapshot(FILES)
    assert review(cache, again, later).review == first.model_copy(update={"created_at": later.now})
    assert again.reads == 0
    assert first.findings
    assert first == review(NoFactCache(), MemorySnapshot(FILES)).review


def test_what_was_found_can_still_be_asked_for(cache: FactFile) -> None:
    known = review(cache, MemorySnapshot(FILES)).known
    again = review(cache, MemorySnapshot(FILES)).known
    assert (again.facts, again.findings, again.inventory) == (known.facts, known.findings, known.inventory)


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, lang="ko"),
        replace(REQUEST, author="kim"),
        replace(REQUEST, rules=REQUEST.rules[:5]),
    ],
)
def test_other_wishes_have_another_review(cache: FactFile, request_: ReviewRequest) -> None:
    review(cache, MemorySnapshot(FILES))
    again = review(cache, MemorySnapshot(FILES), request_).review
    assert again == review(NoFactCache(), MemorySnapshot(FILES), request_).review


@pytest.mark.parametrize(
    "changed",
    [
        {**FILES, "a.py": "x = 1\n"},
        {**FILES, "c.py": "x = 1\n"},
        {path: FILES[path] for path in ("README.md", "b.txt")},
        {("d.py" if path == "a.py" else path): content for path, content in FILES.items()},
    ],
)
def test_another_tree_has_another_review(cache: FactFile, changed: dict[str, str | bytes]) -> None:
    review(cache, MemorySnapshot(FILES))
    assert (
        review(cache, MemorySnapshot(changed)).review == review(NoFactCache(), MemorySnapshot(changed)).review
    )


def test_a_mode_a_note_and_a_history_count_too(cache: FactFile) -> None:
    def reads(snapshot: MemorySnapshot) -> int:
        review(cache, snapshot)
        return snapshot.reads

    assert reads(MemorySnapshot(FILES)) > 0
    noted, moved = MemorySnapshot(FILES), MemorySnapshot(FILES)
    noted.notes = ("shallow",)
    moved.history_key = "branch"
    assert [reads(each) > 0 for each in (noted, moved, MemorySnapshot(FILES, {"a.py": "executable"}))] == [
        True
    ] * 3


def test_a_day_later_commits_from_the_future_may_have_come(cache: FactFile) -> None:
    def reads(now: datetime) -> int:
        snapshot = MemorySnapshot(FILES)
        snapshot.history_key = "some"
        review(cache, snapshot, replace(REQUEST, now=now))
        return snapshot.reads

    hours = (0, 1, 24)
    assert [reads(REQUEST.now + timedelta(hours=each)) > 0 for each in hours] == [True, False, True]


class Missing(MemorySnapshot):
    """One file cannot be read."""

    def read(self, entries):
        return super().read([entry for entry in entries if entry.path != "a.py"])


def test_what_could_not_be_read_is_tried_again(cache: FactFile) -> None:
    assert review(cache, Missing(FILES)).review.coverage.files == 1
    assert review(cache, MemorySnapshot(FILES)).review.coverage.files == 2


def fail(_seen: object) -> list[object]:
    raise KeyError


def test_a_failure_is_not_kept(cache: FactFile) -> None:
    failing: tuple[Rule, ...] = tuple(replace(rule, check=fail) for rule in REQUEST.rules)
    request = replace(REQUEST, rules=failing)
    review(cache, MemorySnapshot(FILES), request)
    again = review(cache, MemorySnapshot(FILES), request)
    assert again.known.failed_rules
    assert len(again.review.coverage.rules_failed) == len(again.known.failed_rules)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b'{"id": 1}', b"[" * 100_000])
def test_a_damaged_result_is_made_anew(cache: FactFile, tmp_path: Path, damage: bytes) -> None:
    first = review(cache, MemorySnapshot(FILES)).review
    [kept] = (tmp_path / "facts").glob("*.result")
    head = kept.read_bytes().split(b"\n", 1)[0]
    kept.write_bytes(head + b"\n" + damage)
    assert review(cache, MemorySnapshot(FILES)).review == first


def test_other_facts_take_the_result_away(cache: FactFile, tmp_path: Path) -> None:
    review(cache, MemorySnapshot(FILES))
    cache.save("another version", ())
    assert list((tmp_path / "facts").glob("*.result")) == []


def test_lone_surrogates_keep_nothing_and_break_nothing(cache: FactFile) -> None:
    files = {"\udcff.py": "x = 1\n", "README.md": "# a\n"}
    snapshots = [MemorySnapshot({}), MemorySnapshot({})]
    for snapshot in snapshots:
        made = MemorySnapshot({"a.py": files["\udcff.py"], "README.md": files["README.md"]})
        snapshot.entries = [replace(made.entries[0], path="\udcff.py", raw_path=b"\xff.py"), made.entries[1]]
        snapshot._contents = {path: text.encode() for path, text in files.items()}
    first, again = (review(cache, snapshot).review for snapshot in snapshots)
    assert first == again

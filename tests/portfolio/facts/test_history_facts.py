from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.facts.history import history_facts
from jobcoach.portfolio.facts.mailmap import read_mailmap
from jobcoach.portfolio.facts.messages import says_nothing
from jobcoach.portfolio.facts.repository import HistoryFacts
from jobcoach.portfolio.source.snapshot import Commit, History

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAY = 86_400
IDS = count()


def commit(
    name: str = "Kim",
    email: str = "kim@x.kr",
    *,
    day: int = 20_000,
    subject: str = "Add the cart",
    parents: int = 1,
    files: tuple[str, ...] | None = ("src/a.py",),
) -> Commit:
    return Commit(str(next(IDS)), name, email, day * DAY, subject, parents, files)


def facts(
    *commits: Commit, author: str | None = None, complete: bool = True, mailmap: str = ""
) -> HistoryFacts:
    return history_facts(History(commits, complete), author, NOW, mailmap.split("\n"))


def test_merges_and_bots_are_out() -> None:
    found = facts(
        commit(),
        commit(parents=2),
        commit("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"),
        commit("github-actions", "actions@github.com"),
        commit("renovate-bot", "x@y.z"),
    )
    assert found.commits == 1
    assert [(a.name, a.share) for a in found.authors] == [("Kim", 1.0)]


def test_one_person_under_several_names_and_addresses_is_counted_once() -> None:
    found = facts(
        commit("Kim", "kim@x.kr"),
        commit("kim", "kim@home"),
        commit("김코딩", "kim@home"),
        commit("kimcoding", "123+kimcoding@users.noreply.github.com"),
        commit("KC", "kimcoding@users.noreply.github.com"),
        commit("root", "root@server"),
        commit("root", "lee@x.kr"),
    )
    assert [a.commits for a in found.authors] == [3, 2, 1, 1]


def test_the_mailmap_joins_what_its_owner_says() -> None:
    mailmap = """\
# people
Kim <kim@x.kr> <old@x.kr>
Kim <kim@x.kr> Lee <shared@x.kr>
<kim@x.kr> <third@x.kr>
broken <
"""
    found = facts(
        commit("A", "old@x.kr"),
        commit("Lee", "shared@x.kr"),
        commit("B", "third@x.kr"),
        commit("C", "shared@x.kr"),
        mailmap=mailmap,
    )
    assert sorted(a.commits for a in found.authors) == [1, 3]


def test_a_mailmap_of_a_megabyte_is_read_once() -> None:
    lines = ["<" * 900] * 300 + ["a <b> c <d> <e>" * 50] * 300 + ["x <y>"] * 100_000
    assert len(read_mailmap(lines).proper) < 50_000


@given(st.text(alphabet=st.sampled_from("ab<>#@ \n\t가"), max_size=200))
def test_any_mailmap_gives_a_person(text: str) -> None:
    name, email = read_mailmap(text.split("\n")).person("a", "b")
    assert isinstance(name + email, str)


def test_the_candidate_is_named_or_speaks_for_itself() -> None:
    two = (commit(), commit("Lee", "lee@y.kr"), commit("Lee", "lee@y.kr"))
    assert facts(*two).candidate is None
    assert facts(commit()).candidate is not None
    for author in ("Kim", "KIM@x.kr", "kim@"):
        candidate = facts(*two, author=author).candidate
        assert candidate is not None
        assert candidate.email == "kim@x.kr"
        assert candidate.share == pytest.approx(1 / 3)
    assert facts(*two, author="nobody").candidate is None
    assert facts(*two, author="").candidate is None


def test_cadence_leaves_out_times_that_cannot_be() -> None:
    found = facts(
        commit(day=20_000), commit(day=20_000), commit(day=20_002), commit(day=0), commit(day=1_000_000)
    )
    assert found.active_days == 2
    assert found.first == datetime.fromtimestamp(20_000 * DAY, UTC)
    assert found.last == datetime.fromtimestamp(20_002 * DAY, UTC)


def test_the_largest_commit_counts_written_files_only() -> None:
    dump = commit(files=(*(f"src/{n}.py" for n in range(9)), "package-lock.json", "node_modules/a.js"))
    assert facts(dump, commit()).largest_commit_share == pytest.approx(0.9)
    assert facts(dump, commit(), complete=False).largest_commit_share is None
    assert facts(dump, commit(files=None)).largest_commit_share is None
    assert facts().largest_commit_share is None


@pytest.mark.parametrize(
    "subject",
    [
        "",
        ".",
        "update",
        "Update.",
        "fix: fix",
        "수정",
        "수정본",
        "최종",
        "ㅁㄴㅇㄹ",
        "asdf",
        "wip",
        "Add files via upload",
        "[FEAT]",
        "2024-01-02",
        "3일차",
        "test1",
        "임시 저장",
        ":sparkles: update",
        "버그 수정",
        "🔥",
        "minor changes",
    ],
)
def test_a_message_that_fits_any_commit_says_nothing(subject: str) -> None:
    assert says_nothing(subject)


@pytest.mark.parametrize(
    "subject",
    [
        "Initial commit",
        "Update README.md",
        "fix: token expires at midnight",
        "장바구니 수량 수정",
        "v1.2.0",
        "1.2.0",
        "feat: 로그인",
        "Create login page",
        "테스트 코드 추가: 주문",
        'Revert "Add cart"',
        "Bump django",
        "fix #12: null",
    ],
)
def test_a_message_that_names_its_change_says_something(subject: str) -> None:
    assert not says_nothing(subject)


@given(st.text(max_size=80))
def test_any_message_is_read(subject: str) -> None:
    assert says_nothing(subject) in (True, False)


def test_the_share_of_such_messages() -> None:
    assert facts(commit(subject="수정"), commit(subject="주문 취소 추가")).empty_message_share == 0.5
    assert facts().empty_message_share == 0.0

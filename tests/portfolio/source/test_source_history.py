"""The history, whatever people write into their commits."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import commit, commit_of_tree, git, make_repository, opened, raw_object, tree_object

from jobcoach.portfolio.source.limits import Limits


def history_of(repository: Path, tmp_path: Path, **more):
    snapshot = opened(repository, tmp_path, **more)
    history = snapshot.history()
    snapshot.close()
    assert history is not None
    return history


def test_commits_newest_first(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1\n2\n3\n"})
    second = commit(
        repository, {"a": "1\n", "b/c": "x\ny\n", "image": b"\0\1"}, "기능 추가\n\nbody", when=1700000100
    )

    newest, oldest = history_of(repository, tmp_path).commits

    assert newest.id == second
    assert (newest.author_name, newest.author_email) == ("김개발", "kim@example.com")
    assert (newest.seconds, newest.subject, newest.parents) == (1700000100, "기능 추가", 1)
    assert (newest.files_changed, newest.lines_added) == (("a", "b/c", "image"), 2)
    assert (oldest.parents, oldest.files_changed, oldest.lines_added) == (0, ("a",), 3)


def test_merges_have_no_changes_of_their_own(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "checkout", "--quiet", "-b", "side")
    commit(repository, {"b": "1"})
    git(repository, "checkout", "--quiet", "main")
    commit(repository, {"c": "1"})
    git(repository, "merge", "--quiet", "--no-edit", "side")

    merge = history_of(repository, tmp_path).commits[0]

    assert (merge.parents, merge.files_changed, merge.lines_added) == (2, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 40,
        "%H%x00%an",
        ":100644 100644 1111111 2222222 M",
        "1\t2\tpath",
        "\x1b[31mred",
        "a" * 100_000,
        "\\x00\\0",
        "commit 1111",
        "",
    ],
)
def test_nothing_in_a_commit_can_forge_another(tmp_path: Path, text: str) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    blob = git(repository, "rev-parse", "HEAD:a")
    name = text.replace("/", "").encode()[:200] or b"x"
    tree = tree_object(repository, [("100644", name, blob), ("100644", name + b"\n" + b"2" * 40, blob)])
    author = text.replace("<", "").replace(">", "").encode() + b" <" + text.encode() + b">"
    commit_of_tree(repository, tree, text.encode() + b"\n", author)

    history = history_of(repository, tmp_path)

    assert len(history.commits) == 1
    assert history.complete
    assert history.commits[0].files_changed is not None
    assert len(history.commits[0].files_changed) == 2
    assert history.commits[0].subject == text.strip()[:500]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=st.binary(max_size=200), author=st.binary(max_size=50), time=st.binary(max_size=30))
def test_any_bytes_of_a_commit(tmp_path_factory, message: bytes, author: bytes, time: bytes) -> None:
    tmp_path = tmp_path_factory.mktemp("any")
    repository = make_repository(tmp_path / "r")
    tree = tree_object(repository, [])
    header = author.replace(b"\n", b"") + b" " + time.replace(b"\n", b"")
    made = raw_object(
        repository,
        "commit",
        b"tree " + tree.encode() + b"\nauthor " + header + b"\ncommitter " + header + b"\n\n" + message,
    )
    (repository / ".git" / "refs" / "heads" / "main").write_text(f"{made}\n")

    commits = history_of(repository, tmp_path).commits

    assert [entry.id for entry in commits] == [made]


def test_messages_in_cp949(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    commit_of_tree(
        repository,
        tree_object(repository, []),
        "로그인 기능".encode("cp949"),
        "홍길동".encode("cp949") + b" <h@k>",
    )

    found = history_of(repository, tmp_path).commits[0]

    assert (found.author_name, found.subject) == ("홍길동", "로그인 기능")


def test_a_history_that_is_too_long_is_cut(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "0"})
    for number in range(1, 6):
        commit(repository, {"a": f"{number}\n"}, when=1700000000 + number)

    cut = history_of(repository, tmp_path, limits=Limits(commits=4, detailed_commits=2))
    whole = history_of(repository, tmp_path, limits=Limits(commits=6))

    assert (len(cut.commits), cut.complete) == (4, False)
    assert [entry.lines_added for entry in cut.commits] == [1, 1, None, None]
    assert [entry.files_changed for entry in cut.commits] == [("a",), ("a",), None, None]
    assert (len(whole.commits), whole.complete) == (6, True)


def test_lines_are_counted_until_the_files_are_too_many(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {f"{number}": "x\n" for number in range(30)})
    commit(repository, {"a": "1\n"}, when=1700000001)

    newest, dump = history_of(repository, tmp_path, limits=Limits(lines_counted_files=20)).commits

    assert newest.lines_added == 1
    assert dump.lines_added is None
    assert dump.files_changed is not None
    assert len(dump.files_changed) == 30


def test_mailmap_is_left_to_others(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {".mailmap": "Other <o@x> <kim@example.com>\n"})

    assert history_of(repository, tmp_path).commits[0].author_email == "kim@example.com"


def test_replaced_commits_and_grafts_are_not_believed(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    second = commit(repository, {"a": "2"})
    git(repository, "replace", "--graft", second)
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "grafts").write_text(f"{second}\n")

    assert len(history_of(repository, tmp_path).commits) == 2

"""A repository of this machine, read at a commit."""

import unicodedata
from pathlib import Path

import pytest
from repositories import commit, contents, git, make_repository, opened

from jobcoach.errors import InputError
from jobcoach.portfolio.source.limits import Limits
from jobcoach.portfolio.source.snapshot import Branch

FILES = {"README.md": "# 안녕\n", "src/Main.java": "class Main {}\n", "run.sh": "echo\n"}


def test_files_and_contents_of_the_commit(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", FILES)
    (repository / "run.sh").chmod(0o755)
    (repository / "link").symlink_to("run.sh")
    head = commit(repository, {})
    (repository / "README.md").write_text("not committed")

    snapshot = opened(repository, tmp_path)

    assert (snapshot.source.kind, snapshot.source.commit, snapshot.source.ref) == ("local", head, "main")
    assert {entry.path: entry.mode for entry in snapshot.entries} == {
        "README.md": "file",
        "link": "symlink",
        "run.sh": "executable",
        "src/Main.java": "file",
    }
    assert contents(snapshot) == {path: text.encode() for path, text in FILES.items()}
    assert snapshot.notes == ()
    ids = {entry.path: entry.blob for entry in snapshot.entries}
    assert ids["src/Main.java"] == git(repository, "rev-parse", "HEAD:src/Main.java")
    assert [entry.size_bytes for entry in snapshot.entries] == [9, 6, 5, 14]
    snapshot.close()


def test_contents_come_in_the_order_asked(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {f"{n:03}": f"{n}" * (n + 1) for n in range(300)})
    snapshot = opened(repository, tmp_path)
    wanted = list(reversed(snapshot.entries))

    assert [entry for entry, _ in snapshot.read(wanted)] == wanted
    assert list(snapshot.read([])) == []
    snapshot.close()


def test_nothing_is_left_behind_and_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    repository = make_repository(tmp_path / "r", FILES)
    before = {path: path.lstat().st_mtime_ns for path in repository.rglob("*")}

    snapshot = opened(repository, tmp_path)
    contents(snapshot)
    snapshot.history()
    snapshot.close()

    assert list(scratch.iterdir()) == []
    assert {path: path.lstat().st_mtime_ns for path in repository.rglob("*")} == before


@pytest.mark.parametrize(
    ("ref", "expected"),
    [("develop", "develop"), ("v1", "v1"), ("v2", "v2"), ("refs/heads/develop", "develop"), ("HEAD", "main")],
)
def test_refs_by_name(tmp_path: Path, ref: str, expected: str) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "branch", "develop")
    git(repository, "tag", "v1")
    git(repository, "tag", "--annotate", "v2", "--message", "two")
    git(repository, "pack-refs", "--all")
    head = git(repository, "rev-parse", "HEAD")

    snapshot = opened(repository, tmp_path, ref=ref)

    assert (snapshot.source.commit, snapshot.source.ref) == (head, expected)
    snapshot.close()


def test_an_older_commit_by_its_id(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    first = git(repository, "rev-parse", "HEAD")
    commit(repository, {"a": "2"})

    for ref in (first, first[:10]):
        snapshot = opened(repository, tmp_path, ref=ref)
        assert (snapshot.source.commit, snapshot.source.ref) == (first, None)
        assert contents(snapshot) == {"a": b"1"}
        snapshot.close()


def test_a_ref_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})

    with pytest.raises(InputError, match=r"no branch, tag or commit develop: its branches are main"):
        opened(repository, tmp_path, ref="develop")


def test_loose_refs_go_before_packed_ones(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "pack-refs", "--all")
    head = commit(repository, {"a": "2"})

    snapshot = opened(repository, tmp_path)

    assert snapshot.source.commit == head
    snapshot.close()


def test_detached(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "checkout", "--quiet", "--detach")

    snapshot = opened(repository, tmp_path)

    assert snapshot.source.ref is None
    assert "detached" in snapshot.notes
    snapshot.close()


def test_bare(tmp_path: Path) -> None:
    make_repository(tmp_path / "r", FILES)
    git(tmp_path, "clone", "--quiet", "--bare", "r", "b.git")

    snapshot = opened(tmp_path / "b.git", tmp_path)

    assert "bare" in snapshot.notes
    assert len(contents(snapshot)) == 3
    snapshot.close()
    with pytest.raises(InputError, match="bare"):
        opened(tmp_path / "b.git", tmp_path, worktree=True)


def test_shallow(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    commit(repository, {"a": "2"})
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "s")

    snapshot = opened(tmp_path / "s", tmp_path)
    history = snapshot.history()

    assert "shallow" in snapshot.notes
    assert history is not None
    assert (len(history.commits), history.complete) == (1, False)
    snapshot.close()


def test_sha256(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"}, "--object-format=sha256")

    snapshot = opened(repository, tmp_path)
    history = snapshot.history()

    assert len(snapshot.source.commit or "") == 64
    assert contents(snapshot) == {"a": b"1"}
    assert history is not None
    assert history.commits[0].files_changed == ("a",)
    snapshot.close()


def test_a_linked_worktree(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "w"))
    head = commit(tmp_path / "w", {"b": "2"})

    snapshot = opened(tmp_path / "w", tmp_path)

    assert (snapshot.source.commit, snapshot.source.ref) == (head, "other")
    assert contents(snapshot) == {"a": b"1", "b": b"2"}
    snapshot.close()


def test_inside_a_submodule(tmp_path: Path) -> None:
    make_repository(tmp_path / "inner", {"a": "1"})
    outer = make_repository(tmp_path / "outer", {"b": "2"})
    git(outer, "submodule", "--quiet", "add", str(tmp_path / "inner"), "inner")
    commit(outer, {})

    whole = opened(outer, tmp_path)
    inner = opened(outer / "inner", tmp_path)

    assert {entry.path: entry.mode for entry in whole.entries}["inner"] == "submodule"
    assert set(contents(whole)) == {".gitmodules", "b"}
    assert contents(inner) == {"a": b"1"}
    whole.close()
    inner.close()


def test_only_submodules(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},inner")
    git(repository, "commit", "--quiet", "--message", "x")

    snapshot = opened(repository, tmp_path)

    assert "only_submodules" in snapshot.notes
    assert contents(snapshot) == {}
    snapshot.close()


def test_an_empty_repository(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")

    with pytest.raises(InputError, match="empty") as refused:
        opened(repository, tmp_path)

    assert refused.value.exit_code == 2


def test_references_in_another_format_are_told(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    (repository / ".git" / "HEAD").write_text("ref: refs/heads/.invalid\n")
    (repository / ".git" / "reftable").mkdir()

    with pytest.raises(InputError, match="reftable") as refused:
        opened(repository, tmp_path)

    assert "git refs migrate" in refused.value.mend


def test_an_empty_default_branch_is_said_and_the_work_is_read(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "checkout", "--quiet", "-b", "old")
    commit(repository, {"a": "2"}, when=1600000000)
    git(repository, "checkout", "--quiet", "-b", "develop", "main")
    head = commit(repository, {"a": "3"}, when=1700000100)
    git(repository, "symbolic-ref", "HEAD", "refs/heads/unborn")

    snapshot = opened(repository, tmp_path)

    assert (snapshot.source.commit, snapshot.source.ref) == (head, "develop")
    assert "default_branch_empty:develop" in snapshot.notes
    snapshot.close()


def test_branches_ahead(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    git(repository, "checkout", "--quiet", "-b", "develop")
    for number in range(3):
        commit(repository, {"a": f"{number}"}, when=1700000001 + number)
    git(repository, "branch", "same", "main")
    git(repository, "checkout", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", "r", "clone")

    for folder in (repository, tmp_path / "clone"):
        snapshot = opened(folder, tmp_path)
        history = snapshot.history()
        assert history is not None
        assert history.branches == (Branch("develop", 3),)
        assert history.complete
        snapshot.close()


def test_names_of_both_forms_of_hangul_are_nfc(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "한글.md")
    repository = make_repository(tmp_path / "r", {name: "x"})

    snapshot = opened(repository, tmp_path)

    assert snapshot.entries[0].path == "한글.md"
    assert snapshot.entries[0].raw_path == name.encode()
    assert contents(snapshot) == {"한글.md": b"x"}
    snapshot.close()


def test_large_files_are_listed_but_not_read(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"large": b"x" * (1 << 20), "small": b"x" * ((1 << 20) - 1)})

    snapshot = opened(repository, tmp_path)

    assert {entry.path: entry.size_bytes for entry in snapshot.entries} == {
        "large": 1 << 20,
        "small": (1 << 20) - 1,
    }
    assert set(contents(snapshot)) == {"small"}
    snapshot.close()


def test_damaged_objects_are_left_out(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {name: f"content of {name}" for name in "abcdef"})
    for name in ("a", "c", "f"):
        blob = git(repository, "rev-parse", f"HEAD:{name}")
        file = repository / ".git" / "objects" / blob[:2] / blob[2:]
        file.chmod(0o644)
        file.write_bytes(b"damaged")

    snapshot = opened(repository, tmp_path)

    assert set(contents(snapshot)) == {"b", "d", "e"}
    snapshot.close()


def test_a_lost_commit_is_told(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    head = git(repository, "rev-parse", "HEAD")
    (repository / ".git" / "objects" / head[:2] / head[2:]).unlink()

    with pytest.raises(InputError, match="damaged"):
        opened(repository, tmp_path)


@pytest.mark.parametrize(
    ("limits", "note", "read"),
    [
        (Limits(files=2), "too_many_files", 2),
        (Limits(total_bytes=25), "too_many_bytes", 2),
        (Limits(depth=1), "too_deep", 2),
    ],
)
def test_caps_are_noted(tmp_path: Path, limits: Limits, note: str, read: int) -> None:
    repository = make_repository(tmp_path / "r", {"a": "x" * 10, "b": "x" * 10, "deep/c": "x" * 10})

    for worktree in (False, True):
        snapshot = opened(repository, tmp_path, limits=limits, worktree=worktree)
        assert note in snapshot.notes
        assert len(contents(snapshot)) == read
        snapshot.close()


def test_what_is_no_repository(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")

    with pytest.raises(InputError, match="it is a file"):
        opened(file, tmp_path)
    with pytest.raises(InputError, match="not a git repository"):
        (tmp_path / "plain").mkdir()
        opened(tmp_path / "plain", tmp_path, ref="main")
    with pytest.raises(InputError, match="--worktree"):
        opened(tmp_path / "plain", tmp_path, ref="main", worktree=True)
    with pytest.raises(InputError, match="folder of this machine"):
        opened("owner/name", tmp_path, worktree=True)

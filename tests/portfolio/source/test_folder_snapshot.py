"""A folder as it lies there, with git and without."""

import hashlib
import os
import socket
from pathlib import Path

import pytest
from repositories import commit, contents, git, make_repository, opened, write


def test_a_plain_folder(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"README.md": "안녕", "src/a.py": "x = 1\n", "build/b.o": "x", ".gitignore": "build/\n"})

    snapshot = opened(folder, tmp_path)

    assert (snapshot.source.kind, snapshot.source.commit, snapshot.source.ref) == ("folder", None, None)
    assert "no_git" in snapshot.notes
    assert [entry.path for entry in snapshot.entries] == [".gitignore", "README.md", "src/a.py"]
    assert contents(snapshot)["README.md"] == "안녕".encode()
    assert snapshot.history() is None
    snapshot.close()


def test_ids_are_those_of_git(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "내용\n", "empty": ""})
    (repository / "link").symlink_to("a")
    commit(repository, {})

    committed = opened(repository, tmp_path)
    lying = opened(repository, tmp_path, worktree=True)

    assert list(committed.entries) == list(lying.entries)
    assert committed.source == lying.source
    committed.close()
    lying.close()


def test_uncommitted_work_is_read_when_asked(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"kept.log": "1", "gone": "1", "changed": "1"})
    write(
        repository, {".gitignore": "*.log\nout\n", "changed": "2", "new": "3", "new.log": "4", "out/x": "5"}
    )
    (repository / "gone").unlink()

    snapshot = opened(repository, tmp_path, worktree=True)

    assert contents(snapshot) == {
        ".gitignore": b"*.log\nout\n",
        "changed": b"2",
        "kept.log": b"1",  # git follows it, whatever is ignored
        "new": b"3",
    }
    assert "worktree" in snapshot.notes
    history = snapshot.history()
    assert history is not None
    assert len(history.commits) == 1
    snapshot.close()


def test_nothing_committed_yet(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    write(repository, {"a": "1"})

    snapshot = opened(repository, tmp_path, worktree=True)

    assert contents(snapshot) == {"a": b"1"}
    assert snapshot.history() is None
    snapshot.close()


def test_no_link_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "secret", {"file": "secret", "deep/file": "secret"})
    folder = tmp_path / "f"
    write(folder, {"a": "1"})
    (folder / "file").symlink_to(tmp_path / "secret" / "file")
    (folder / "folder").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to(".")
    (folder / ".gitignore").symlink_to(tmp_path / "secret" / "file")

    snapshot = opened(folder, tmp_path)

    assert contents(snapshot) == {"a": b"1"}
    assert {entry.path for entry in snapshot.entries if entry.mode == "symlink"} == {
        ".gitignore", "file", "folder", "loop",
    }  # fmt: skip
    snapshot.close()


def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "secret", {"a": "secret"})
    folder = tmp_path / "f"
    write(folder, {"d/a": "1", "e": "2"})
    snapshot = opened(folder, tmp_path)
    (folder / "d" / "a").unlink()
    (folder / "d").rmdir()
    (folder / "d").symlink_to(tmp_path / "secret")
    (folder / "e").unlink()
    (folder / "e").symlink_to(tmp_path / "secret" / "a")

    assert contents(snapshot) == {}
    snapshot.close()


def test_a_folder_may_itself_be_named_by_a_link(tmp_path: Path) -> None:
    write(tmp_path / "f", {"a": "1"})
    (tmp_path / "link").symlink_to("f")

    snapshot = opened(tmp_path / "link", tmp_path)

    assert contents(snapshot) == {"a": b"1"}
    snapshot.close()


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"a": "1"})
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket"))
        snapshot = opened(folder, tmp_path)

    assert [entry.path for entry in snapshot.entries] == ["a"]
    assert "special_files" in snapshot.notes
    snapshot.close()


def test_a_sparse_file_of_5_gb_is_listed_but_never_read(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"a": "1"})
    with (folder / "large").open("wb") as large:
        large.truncate(5 << 30)

    snapshot = opened(folder, tmp_path)

    assert [(entry.path, entry.size_bytes) for entry in snapshot.entries] == [("a", 1), ("large", 5 << 30)]
    assert contents(snapshot) == {"a": b"1"}
    snapshot.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_are_noted(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"a": "1", "b": "2"})
    (folder / "b").chmod(0)

    snapshot = opened(folder, tmp_path)

    assert [entry.path for entry in snapshot.entries] == ["a"]
    assert "unreadable_files" in snapshot.notes
    snapshot.close()


def test_odd_names(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    names = [b"new\nline", b'quo"te', b"\x1b[31m", b"\xff\xfe", b"-rf", b" ", b"a\\b", "한글".encode()]
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(name)

    snapshot = opened(folder, tmp_path)

    assert [entry.raw_path for entry in snapshot.entries] == sorted(names)
    assert list(contents(snapshot).values()) == sorted(names)
    snapshot.close()


def test_a_deep_tree_ends(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    inner = os.open(folder, os.O_RDONLY)
    name = "d" * 200
    for _ in range(120):  # longer than any path may be
        os.mkdir(name, dir_fd=inner)
        below = os.open(name, os.O_RDONLY, dir_fd=inner)
        os.close(inner)
        inner = below
    os.close(inner)
    write(folder, {"z": "1"})

    snapshot = opened(folder, tmp_path)

    assert contents(snapshot) == {"z": b"1"}
    assert "too_deep" in snapshot.notes
    snapshot.close()
    _remove_deep(folder, name)


def _remove_deep(folder: Path, name: str) -> None:
    """Deeper than a path can name, so from above: what is below is moved up, a level at a time."""
    below = folder / name
    while below.exists():
        above = folder / "up"
        if (below / name).exists():
            (below / name).rename(above)
        below.rmdir()
        if above.exists():
            above.rename(below)


def test_content_ids(tmp_path: Path) -> None:
    write(tmp_path / "f", {"a": "hello\n"})

    snapshot = opened(tmp_path / "f", tmp_path)

    assert snapshot.entries[0].blob == hashlib.sha1(b"blob 6\0hello\n").hexdigest()
    snapshot.close()


def test_git_folders_inside_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"a": "1", "inner/.git/config": "x", "inner/b": "2"})

    snapshot = opened(folder, tmp_path)

    assert set(contents(snapshot)) == {"a", "inner/b"}
    snapshot.close()


def test_a_broken_git_folder_is_a_plain_folder(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    write(folder, {"a": "1", ".git/config": "x"})

    snapshot = opened(folder, tmp_path)

    assert "no_git" in snapshot.notes
    assert contents(snapshot) == {"a": b"1"}
    snapshot.close()


def test_git_is_not_needed_for_what_git_ignores(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1", ".gitignore": "secret\n"})
    write(repository, {"secret": "x"})
    git(repository, "config", "core.excludesFile", "/dev/null")

    snapshot = opened(repository, tmp_path, worktree=True)

    assert set(contents(snapshot)) == {".gitignore", "a"}
    snapshot.close()

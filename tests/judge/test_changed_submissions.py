"""What has changed since a commit, in real repositories with names that nobody expects."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.submissions.changed import changed_files, find_base, only_changed
from jobcoach.judge.submissions.discover import find_submissions

ZEROS = "0" * 40
HOSTILE = (
    "-rf.py",
    "--help.py",
    "with space.py",
    "qu\"ote's.py",
    "line\nbreak.py",
    "::error::no.py",
    "%0A::error::no.py",
    "$(touch pwned).py",
    "한글 이름.py",
    os.fsdecode(b"not-utf8-\xff.py"),
)


def git(*arguments: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(*written: str, removed: Iterable[str] = ()) -> str:
    for name in written:
        place = Path(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.read_text() if place.exists() else ""
        place.write_text(before + "print(1)\n")
    for name in removed:
        Path(name).unlink()
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "more")
    return git("rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository that is the working directory."""
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    return folder


def changed(ref: str, *paths: str) -> list[str]:
    base = find_base(ref)
    assert base is not None
    found = find_submissions(paths or ("work",), standard_input=bytes)
    return [item.path for item in only_changed(found, changed_files(base))]


def test_added_edited_and_renamed_ones_have_changed() -> None:
    base = commit("work/same.py", "work/edited.py", "work/gone.py", "work/moved.py", "elsewhere.py")
    git("mv", "work/moved.py", "work/named.py")
    commit("work/edited.py", "work/deep/new.py", "elsewhere.py", removed=["work/gone.py"])
    assert changed(base) == ["work/deep/new.py", "work/edited.py", "work/named.py"]
    assert changed("HEAD") == []


def test_what_is_not_committed_counts_and_what_is_ignored_does_not() -> None:
    commit("work/same.py", "work/edited.py")
    Path(".gitignore").write_text("ignored.py\n")
    for name in ("edited.py", "new.py", "ignored.py"):
        Path("work", name).write_text("print(2)\n")
    assert changed("main") == ["work/edited.py", "work/new.py"]


def test_names_that_a_shell_would_obey() -> None:
    base = commit("work/same.py", *(f"work/{name}" for name in HOSTILE[::2]))
    commit(*(f"work/{name}" for name in HOSTILE))
    assert changed(base) == sorted(f"work/{name}" for name in HOSTILE)
    assert not Path("pwned").exists()


def test_a_submission_of_several_files_changes_as_a_whole() -> None:
    base = commit("work/one/main.py", "work/one/part.py", "work/two/main.py", "work/two/part.py")
    after = commit("work/one/part.py")
    assert changed(base) == ["work/one"]
    commit(removed=["work/one/part.py"])
    Path("work/one/third.py").write_text("")
    assert changed("HEAD~1") == ["work/one"]
    assert changed(after) == ["work/one"]


def test_what_others_did_meanwhile_is_not_mine() -> None:
    commit("work/start.py")
    git("switch", "--quiet", "--create", "mine")
    commit("work/mine.py")
    git("switch", "--quiet", "main")
    others = commit("work/start.py")
    git("switch", "--quiet", "mine")
    assert changed(others) == ["work/mine.py"]


def test_histories_that_have_nothing_in_common_are_compared_as_they_are() -> None:
    base = commit("work/same.py", "work/edited.py")
    git("checkout", "--quiet", "--orphan", "other")
    commit("work/edited.py")
    assert changed(base) == ["work/edited.py"]


def test_from_a_folder_of_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    base = commit("deep/work/same.py")
    commit("deep/work/new.py")
    git("config", "diff.relative", "true")
    monkeypatch.chdir("deep")
    assert changed(base, "work", "../deep/work/same.py") == ["work/new.py"]


def test_a_link_that_is_named_changes_with_what_it_leads_to() -> None:
    commit("work/real.py")
    Path("link.py").symlink_to("work/real.py")
    base = commit()
    assert changed(base, "link.py") == []
    commit("work/real.py")
    assert changed(base, "link.py") == ["link.py"]


def test_a_path_that_does_not_exist_is_told_all_the_same() -> None:
    base = commit("work/a.py", "work/notes.txt")
    assert changed(base, "wrok", "work/notes.txt") == ["wrok"]
    commit("work/notes.txt")
    assert changed(base, "wrok", "work/notes.txt") == ["wrok", "work/notes.txt"]


@pytest.mark.parametrize("ref", ["", ZEROS, "0" * 64, "a" * 40])
def test_nothing_to_compare_with(ref: str) -> None:
    commit("work/a.py")
    assert find_base(ref) is None


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=pwned", "-h", "main:work/a.py", "a\nb", "main "])
def test_a_name_that_is_none_is_told(ref: str) -> None:
    commit("work/a.py")
    with pytest.raises(InputError, match="there is no commit"):
        find_base(ref)
    assert not Path("pwned").exists()


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for ref in ("main", "a" * 40):
        with pytest.raises(InputError, match=r"needs a git repository: .*not a git repository"):
            find_base(ref)


def test_standard_input_has_no_history() -> None:
    base = commit("work/a.py")
    found = find_submissions(["-"], language_name="python", standard_input=bytes)
    with pytest.raises(InputError, match="standard input"):
        only_changed(found, changed_files(base))


def test_a_configured_program_is_not_run(here: Path) -> None:
    base = commit("work/a.py")
    Path(".gitattributes").write_text("*.py diff=mine\n")
    commit("work/a.py")
    program = here.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch {here.parent}/pwned\n")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.mine.command", "diff.mine.textconv", "core.pager"):
        git("config", key, str(program))
    assert changed(base) == ["work/a.py"]
    assert not (here.parent / "pwned").exists()

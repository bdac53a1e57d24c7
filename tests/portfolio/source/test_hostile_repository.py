"""A repository that wants to run commands, read other files, or never end.

Each attack has its canary: a command that would create a file. Plain git, run in the
same repository, sets it off where that is possible here, so the attack is a real one.
"""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from repositories import (
    ENVIRONMENT,
    commit,
    commit_of_tree,
    contents,
    git,
    make_repository,
    opened,
    raw_object,
    tree_object,
    write,
)

from jobcoach.errors import InputError
from jobcoach.portfolio.source.limits import Limits

SECRET = b"the user's secret"


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def trap(tmp_path: Path, canary: Path) -> Path:
    """A program that leaves the canary, whatever it is called with."""
    program = tmp_path / "trap.sh"
    program.write_text(f'#!/bin/sh\ntouch "{canary}"\ncat >/dev/null 2>&1 </dev/null\n')
    program.chmod(0o755)
    return program


@pytest.fixture
def hostile(tmp_path: Path, trap: Path) -> Path:
    """All that a repository's own files can ask git to run."""
    repository = make_repository(
        tmp_path / "hostile",
        {
            "a.txt": "1\n",
            ".gitattributes": "* filter=evil diff=evil merge=evil\n",
            ".gitmodules": f'[submodule "x"]\n\tpath = x\n\turl = "ext::{trap}"\n\tupdate = !{trap}\n',
            ".mailmap": "x <x@x> y\n",
        },
    )
    commit(repository, {"a.txt": "1\n2\n"}, when=1700000100)
    settings = {
        "core.fsmonitor": trap,
        "core.hooksPath": repository / "hooks",
        "core.pager": trap,
        "core.editor": trap,
        "core.sshCommand": trap,
        "core.askPass": trap,
        "core.gitProxy": trap,
        "core.alternateRefsCommand": trap,
        "core.worktree": repository.parent,
        "core.attributesFile": repository / ".gitattributes",
        "filter.evil.clean": trap,
        "filter.evil.smudge": trap,
        "filter.evil.process": trap,
        "filter.evil.required": "true",
        "diff.evil.textconv": trap,
        "diff.evil.command": trap,
        "diff.external": trap,
        "gpg.program": trap,
        "gpg.ssh.program": trap,
        "log.showSignature": "true",
        "commit.gpgSign": "false",
        "credential.helper": f"!{trap}",
        "uploadpack.packObjectsHook": trap,
        "pager.log": trap,
        "alias.log": f"!{trap}",
        "alias.ls-tree": f"!{trap}",
        "alias.cat-file": f"!{trap}",
        "remote.origin.url": f"ext::{trap}",
        "remote.origin.uploadpack": trap,
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "extensions.partialClone": "origin",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "include.path": repository / "more-config",
    }
    (repository / "more-config").write_text(f"[core]\n\tfsmonitor = {trap}\n")
    for key, value in settings.items():
        git(repository, "config", key, str(value))
    git(repository, "config", "core.repositoryFormatVersion", "1")
    for hook in ("post-checkout", "reference-transaction", "fsmonitor-watchman", "post-index-change"):
        write(repository, {f"hooks/{hook}": f"#!/bin/sh\n{trap}\n"})
        (repository / "hooks" / hook).chmod(0o755)
    return repository


def signed(repository: Path) -> None:
    """The newest commit gets a signature, which ``gpg.program`` would check, and a missing file."""
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    content = (
        f"tree {tree}\nparent {git(repository, 'rev-parse', 'HEAD')}\nauthor A <a@b> 1700000200 +0000\n"
        "committer A <a@b> 1700000200 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n"
        " -----END PGP SIGNATURE-----\n\nx\n"
    )
    made = raw_object(repository, "commit", content.encode())
    (repository / ".git" / "refs" / "heads" / "main").write_text(f"{made}\n")


def test_nothing_of_the_config_runs(tmp_path: Path, hostile: Path, canary: Path) -> None:
    signed(hostile)
    for worktree in (False, True):
        snapshot = opened(hostile, tmp_path, worktree=worktree)
        assert contents(snapshot)["a.txt"] == b"1\n2\n"
        history = snapshot.history()
        assert history is not None
        assert [entry.lines_added for entry in history.commits] == [0, 1, 7]
        snapshot.close()

    assert not canary.exists()


@pytest.mark.parametrize("command", [["status"], ["log", "-p"], ["show", "--textconv", "HEAD:a.txt"]])
def test_the_trap_is_a_real_one(hostile: Path, canary: Path, command: list[str]) -> None:
    subprocess.run(["git", *command], cwd=hostile, env=ENVIRONMENT, capture_output=True, check=False)

    assert canary.exists()


def test_a_missing_object_is_not_fetched(tmp_path: Path, hostile: Path, canary: Path) -> None:
    blob = git(hostile, "-c", "core.fsmonitor=false", "rev-parse", "HEAD:a.txt")
    (hostile / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    canary.unlink(missing_ok=True)

    snapshot = opened(hostile, tmp_path)

    assert "a.txt" not in contents(snapshot)
    snapshot.history()
    snapshot.close()
    assert not canary.exists()


def test_a_file_url_is_read_the_same_way(tmp_path: Path, hostile: Path, canary: Path) -> None:
    snapshot = opened(hostile.as_uri(), tmp_path)

    assert snapshot.source.kind == "local"
    assert contents(snapshot)["a.txt"] == b"1\n2\n"
    snapshot.close()
    assert not canary.exists()


def test_alternates_are_not_followed(tmp_path: Path) -> None:
    private = make_repository(tmp_path / "private", {"secret": SECRET})
    blob = git(private, "rev-parse", "HEAD:secret")
    repository = make_repository(tmp_path / "r")
    commit_of_tree(repository, tree_object(repository, [("100644", b"stolen", blob)]))
    (repository / ".git" / "objects" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "objects" / "info" / "alternates").write_text(f"{private}/.git/objects\n")
    assert git(repository, "cat-file", "blob", blob) == SECRET.decode()  # git itself would

    snapshot = opened(repository, tmp_path)

    assert contents(snapshot) == {}
    assert "alternates_ignored" in snapshot.notes
    snapshot.close()


def test_a_repository_that_lives_off_another_is_told_so(tmp_path: Path) -> None:
    make_repository(tmp_path / "r", {"a": "1"})
    git(tmp_path, "clone", "--quiet", "--shared", "r", "s")

    with pytest.raises(InputError, match="kept in another repository") as refused:
        opened(tmp_path / "s", tmp_path)

    assert "git repack" in refused.value.mend


@pytest.mark.parametrize(
    "target", ["objects", "objects/pack", "objects/xx", "refs", "HEAD", "packed-refs", ".git"]
)
def test_links_inside_the_git_folder_are_not_followed(tmp_path: Path, target: str) -> None:
    private = make_repository(tmp_path / "private", {"secret": SECRET})
    git(private, "pack-refs", "--all")
    if target == "objects/pack":
        git(private, "repack", "-a", "-d", "--quiet")
    repository = make_repository(tmp_path / "r")
    head = git(private, "rev-parse", "HEAD")
    if target == "objects/xx":
        target = f"objects/{head[:2]}"
    if target.startswith("objects"):
        (repository / ".git" / "refs" / "heads" / "main").write_text(f"{head}\n")
    at = repository / (target if target == ".git" else f".git/{target}")
    at.rename(tmp_path / "aside") if at.exists() else None
    at.symlink_to(private / (target if target == ".git" else f".git/{target}"))

    try:
        snapshot = opened(repository, tmp_path)
    except InputError:
        return
    assert SECRET not in contents(snapshot).values()
    snapshot.close()


def test_a_git_file_that_leads_to_another_repository_is_not_followed(tmp_path: Path) -> None:
    private = make_repository(tmp_path / "private", {"secret": SECRET})
    git(private, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "theirs"))
    folder = tmp_path / "f"
    for named in (private / ".git", private / ".git" / "worktrees" / "theirs"):
        write(folder, {"a": "1", ".git": f"gitdir: {named}\n"})

        snapshot = opened(folder, tmp_path)

        assert contents(snapshot) == {"a": b"1"}
        assert "git_link_ignored" in snapshot.notes
        assert snapshot.history() is None
        snapshot.close()


def test_a_head_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("1" * 40)
    repository = make_repository(tmp_path / "r", {"a": "1"})
    (repository / ".git" / "HEAD").write_text("ref: refs/heads/../../../../outside\n")

    snapshot = opened(repository, tmp_path)

    assert (snapshot.source.ref, "default_branch_empty:main" in snapshot.notes) == ("main", True)
    snapshot.close()


def test_pipes_in_the_git_folder_do_not_hold_us_up(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    head = git(repository, "rev-parse", "HEAD")
    os.mkfifo(repository / ".git" / "packed-refs")
    os.mkfifo(repository / ".git" / "shallow")
    os.mkfifo(repository / ".git" / "refs" / "heads" / "pipe")
    os.mkfifo(repository / ".git" / "objects" / "pack" / f"pack-{'1' * 40}.idx")
    os.mkfifo(repository / ".git" / "objects" / head[:2] / ("1" * 38))

    snapshot = opened(repository, tmp_path)

    assert contents(snapshot) == {"a": b"1"}
    snapshot.close()


def test_refs_that_look_like_options(tmp_path: Path, canary: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    head = git(repository, "rev-parse", "HEAD")
    for name in (f"--output={canary}", "-x", "--upload-pack=touch x", "--all"):
        path = repository / ".git" / "refs" / "heads" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{head}\n")
    (repository / ".git" / "HEAD").write_text(f"ref: refs/heads/--output={canary}\n")

    snapshot = opened(repository, tmp_path)

    assert snapshot.source.commit == head
    assert snapshot.history() is not None
    snapshot.close()
    assert not canary.exists()
    with pytest.raises(InputError):
        opened(repository, tmp_path, ref=f"--output={canary}")


def test_names_of_files(tmp_path: Path) -> None:
    names = [
        b"new\nline",
        b'quo"te',
        b"\x1b[31m",
        b"\xff\xfe",
        b"-rf",
        b"\t",
        b"a\\b",
        b"100644 blob",
        b"x" * 4000,
    ]
    repository = make_repository(tmp_path / "r")
    blob = raw_object(repository, "blob", b"1")
    tree = tree_object(repository, [("100644", name, blob) for name in sorted(names)])
    commit_of_tree(repository, tree)

    snapshot = opened(repository, tmp_path)
    history = snapshot.history()

    assert [entry.raw_path for entry in snapshot.entries] == sorted(names)
    assert len(contents(snapshot)) == len(names)
    assert history is not None
    assert history.commits[0].files_changed is not None
    assert len(history.commits[0].files_changed) == len(names)
    snapshot.close()


@pytest.mark.parametrize("name", [b"..", b".", b"a/../../b", b"/etc/passwd", b""])
def test_names_that_lead_out_are_left_out(tmp_path: Path, name: bytes) -> None:
    repository = make_repository(tmp_path / "r")
    blob = raw_object(repository, "blob", b"1")
    commit_of_tree(repository, tree_object(repository, [("100644", name, blob), ("100644", b"z", blob)]))

    snapshot = opened(repository, tmp_path)

    assert set(contents(snapshot)) <= {"z"}
    assert set(snapshot.notes) & {"strange_paths", "objects_missing"}
    snapshot.close()


def test_the_same_name_twice(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    first, second = raw_object(repository, "blob", b"1"), raw_object(repository, "blob", b"2")
    commit_of_tree(repository, tree_object(repository, [("100644", b"a", first), ("100644", b"a", second)]))

    snapshot = opened(repository, tmp_path)

    assert contents(snapshot) == {"a": b"1"}
    assert "strange_paths" in snapshot.notes
    snapshot.close()


def test_an_entry_that_is_no_file(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    tree = tree_object(repository, [])
    commit_of_tree(repository, tree_object(repository, [("100644", b"a", tree), ("100644", b"b", "1" * 40)]))

    snapshot = opened(repository, tmp_path)

    assert contents(snapshot) == {}
    snapshot.close()


def test_a_large_mailmap_and_attributes(tmp_path: Path) -> None:
    lines = "".join(f"Name {number} <a{number}@x> <b{number}@x>\n" for number in range(33_000))
    attributes = "".join(f"*.{number} filter=x{number} diff=y{number}\n" for number in range(40_000))
    assert min(len(lines), len(attributes)) > 1_000_000
    repository = make_repository(
        tmp_path / "r", {".mailmap": lines, ".gitattributes": attributes, "a": "1\n"}
    )
    commit(repository, {"a": "2\n"})

    snapshot = opened(repository, tmp_path)
    history = snapshot.history()

    assert history is not None
    assert [entry.author_email for entry in history.commits] == ["kim@example.com"] * 2
    assert contents(snapshot)["a"] == b"2\n"
    snapshot.close()


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Whoever of us holds half a gigabyte more than now gets a MemoryError."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 29), hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("is_newest", [True, False])
def test_a_tree_of_ten_thousand_million_files_ends(tmp_path: Path, is_newest: bool) -> None:
    """The same ten entries at ten levels: a few objects, more files than any disk holds."""
    repository = make_repository(tmp_path / "r")
    made = raw_object(repository, "blob", b"bomb")
    mode = "100644"
    for _ in range(10):
        made = tree_object(repository, [(mode, b"%d" % digit, made) for digit in range(10)])
        mode = "40000"
    commit_of_tree(repository, made)
    if not is_newest:
        git(repository, "read-tree", "--empty")
        commit(repository, {"a": "1\n"})

    snapshot = opened(repository, tmp_path, limits=Limits(files=5000, read_memory_bytes=64 << 20))
    history = snapshot.history()

    assert history is not None
    assert [entry.files_changed for entry in history.commits] == [None] * len(history.commits)
    if is_newest:
        assert len(snapshot.entries) == 5000
        assert "too_many_files" in snapshot.notes
    else:
        assert contents(snapshot) == {"a": b"1\n"}
    snapshot.close()


@pytest.mark.usefixtures("little_memory")
def test_a_deep_tree_ends(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    blob = raw_object(repository, "blob", b"1")
    deep = 3000
    stream = b"commit refs/heads/main\ncommitter A <a@b> 1700000000 +0000\ndata 1\nx\n"
    stream += b"M 100644 %s %s\n" % (blob.encode(), b"d/" * deep + b"file")
    stream += b"M 100644 %s top\n\n" % blob.encode()
    git(repository, "fast-import", "--quiet", given=stream)

    snapshot = opened(repository, tmp_path)

    assert set(contents(snapshot)) <= {"top"}
    assert "too_deep" in snapshot.notes
    assert snapshot.history() is not None
    snapshot.close()


@pytest.mark.usefixtures("little_memory")
def test_a_hundred_thousand_files(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r")
    lines = [b"commit refs/heads/main\ncommitter A <a@b> 1700000000 +0000\ndata 1\nx\n"]
    lines += [b"M 100644 inline d%d/f%d\ndata 1\nx\n" % (number % 100, number) for number in range(100_000)]
    git(repository, "fast-import", "--quiet", given=b"".join(lines) + b"\n")

    snapshot = opened(repository, tmp_path)

    assert len(snapshot.entries) == 100_000
    assert sum(1 for _ in snapshot.read(snapshot.entries)) == 100_000
    history = snapshot.history()
    assert history is not None
    assert history.commits[0].files_changed is not None
    assert len(history.commits[0].files_changed) == 100_000
    assert history.commits[0].lines_added is None
    snapshot.close()


def test_a_file_that_unpacks_to_much_is_not_unpacked(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"bomb": b"\0" * (200 << 20), "a": "1"})

    snapshot = opened(repository, tmp_path)

    assert contents(snapshot) == {"a": b"1"}
    snapshot.close()


def test_a_commit_graph_that_lies_is_not_read(tmp_path: Path) -> None:
    repository = make_repository(tmp_path / "r", {"a": "1"})
    commit(repository, {"a": "2"})
    git(repository, "commit-graph", "write", "--reachable")
    graph = repository / ".git" / "objects" / "info" / "commit-graph"
    graph.chmod(0o644)
    graph.write_bytes(b"CGPH" + b"\xff" * 1000)

    snapshot = opened(repository, tmp_path)
    history = snapshot.history()

    assert history is not None
    assert len(history.commits) == 2
    snapshot.close()

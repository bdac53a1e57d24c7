"""Repositories on a server: real git over HTTP on loopback."""

import base64
import json
import os
import pty
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from git_server import GitServer, served
from repositories import commit, contents, git, make_repository, opened

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.portfolio.source.limits import Limits
from jobcoach.portfolio.source.progress import FetchProgress
from jobcoach.portfolio.source.snapshot import Branch


@pytest.fixture
def server(tmp_path: Path) -> Iterator[GitServer]:
    (tmp_path / "served").mkdir()
    with served(tmp_path / "served") as running:
        yield running


@pytest.fixture
def work(tmp_path: Path, server: GitServer) -> Path:
    """A repository whose pushes the server has as ``r.git``."""
    folder = make_repository(tmp_path / "work", {"README.md": "안녕\n", "src/a.py": "x = 1\n"})
    commit(folder, {"src/a.py": "x = 2\n"}, "둘째", when=1700000100)
    publish(folder, server)
    return folder


def publish(work: Path, server: GitServer, *, knows_filters: bool = True) -> None:
    bare = server.folder / "r.git"
    if not bare.exists():
        git(work.parent, "clone", "--quiet", "--bare", str(work), str(bare))
    git(bare, "config", "receive.denyDeleteCurrent", "ignore")
    git(bare, "config", "uploadpack.allowFilter", str(knows_filters).lower())
    git(work, "push", "--quiet", "--force", "--mirror", str(bare))


def cache_of(tmp_path: Path) -> Path:
    entries = list((tmp_path / "cache" / "repositories").iterdir())
    assert len(entries) == 1
    return entries[0]


def test_a_repository_on_a_server(tmp_path: Path, server: GitServer, work: Path) -> None:
    told: list[FetchProgress] = []

    snapshot = opened(server.url("r.git"), tmp_path, progress=told.append)
    history = snapshot.history()

    assert (snapshot.source.kind, snapshot.source.location) == ("remote", server.url("r.git"))
    assert (snapshot.source.commit, snapshot.source.ref) == (git(work, "rev-parse", "HEAD"), "main")
    assert contents(snapshot) == {"README.md": "안녕\n".encode(), "src/a.py": b"x = 2\n"}
    assert history is not None
    assert history.complete
    assert [entry.subject for entry in history.commits] == ["둘째", "work"]
    assert history.commits[0].files_changed == ("src/a.py",)
    assert {step.part for step in told} <= {"refs", "contents", "history"}
    assert told[0].part == "refs"
    snapshot.close()


def test_nothing_is_checked_out(tmp_path: Path, server: GitServer, work: Path) -> None:
    opened(server.url("r.git"), tmp_path).close()

    assert not list((tmp_path / "cache").rglob("*.py"))
    assert not list((tmp_path / "cache").rglob("index"))


def test_unchanged_upstream_takes_two_round_trips(tmp_path: Path, server: GitServer, work: Path) -> None:
    opened(server.url("r.git"), tmp_path).close()
    server.requests.clear()

    snapshot = opened(server.url("r.git"), tmp_path)

    assert len(contents(snapshot)) == 2
    assert snapshot.history() is not None
    assert len(server.requests) == 2
    snapshot.close()


def test_changed_upstream_is_fetched(tmp_path: Path, server: GitServer, work: Path) -> None:
    opened(server.url("r.git"), tmp_path).close()
    head = commit(work, {"src/b.py": "y = 1\n"}, when=1700000200)
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)
    history = snapshot.history()

    assert snapshot.source.commit == head
    assert contents(snapshot)["src/b.py"] == b"y = 1\n"
    assert history is not None
    assert (len(history.commits), history.complete) == (3, True)
    snapshot.close()


def test_a_rewritten_history_is_fetched(tmp_path: Path, server: GitServer, work: Path) -> None:
    opened(server.url("r.git"), tmp_path).close()
    git(work, "checkout", "--quiet", "--orphan", "new")
    head = commit(work, {"c": "1"}, when=1700000300)
    git(work, "branch", "--force", "main", "new")
    git(work, "checkout", "--quiet", "main")
    git(work, "branch", "--delete", "--quiet", "new")
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)
    history = snapshot.history()

    assert history is not None
    assert [entry.id for entry in history.commits] == [head]
    snapshot.close()


@pytest.mark.parametrize("ref", ["develop", "v1", "v2"])
def test_a_branch_or_tag_by_name(tmp_path: Path, server: GitServer, work: Path, ref: str) -> None:
    git(work, "checkout", "--quiet", "-b", "develop")
    head = commit(work, {"d": "1"}, when=1700000400)
    git(work, "tag", "v1")
    git(work, "tag", "--annotate", "v2", "--message", "two")
    git(work, "checkout", "--quiet", "main")
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path, ref=ref)
    history = snapshot.history()

    assert (snapshot.source.commit, snapshot.source.ref) == (head, ref)
    assert "d" in contents(snapshot)
    assert history is not None
    assert len(history.commits) == 3
    snapshot.close()


def test_a_commit_by_its_id(tmp_path: Path, server: GitServer, work: Path) -> None:
    first = git(work, "rev-parse", "HEAD~1")

    snapshot = opened(server.url("r.git"), tmp_path, ref=first)

    assert (snapshot.source.commit, snapshot.source.ref) == (first, None)
    assert contents(snapshot)["src/a.py"] == b"x = 1\n"
    snapshot.close()


def test_other_branches_are_told(tmp_path: Path, server: GitServer, work: Path) -> None:
    git(work, "checkout", "--quiet", "-b", "develop")
    for number in range(3):
        commit(work, {"d": f"{number}"}, when=1700000400 + number)
    git(work, "checkout", "--quiet", "main")
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)
    history = snapshot.history()

    assert history is not None
    assert history.branches == (Branch("develop", 3),)
    assert len(history.commits) == 2
    snapshot.close()


def test_an_empty_default_branch(tmp_path: Path, server: GitServer, work: Path) -> None:
    git(work, "branch", "--move", "main", "develop")
    publish(work, server)
    git(server.folder / "r.git", "symbolic-ref", "HEAD", "refs/heads/main")

    for _ in range(2):
        snapshot = opened(server.url("r.git"), tmp_path)
        assert snapshot.source.ref == "develop"
        assert "default_branch_empty:develop" in snapshot.notes
        assert len(contents(snapshot)) == 2
        snapshot.close()


def test_an_empty_repository(tmp_path: Path, server: GitServer) -> None:
    git(server.folder, "init", "--quiet", "--bare", "r.git")

    with pytest.raises(InputError, match="empty"):
        opened(server.url("r.git"), tmp_path)


def test_large_files_stay_on_the_server(tmp_path: Path, server: GitServer, work: Path) -> None:
    noise = Path("/dev/urandom").open("rb").read(3 << 20)  # noqa: SIM115
    commit(work, {"large.bin": noise}, when=1700000500)
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)

    assert {entry.path: entry.size_bytes for entry in snapshot.entries}["large.bin"] == 1 << 20
    assert set(contents(snapshot)) == {"README.md", "src/a.py"}
    assert sum(file.stat().st_size for file in (tmp_path / "cache").rglob("*.pack")) < 1 << 20
    snapshot.close()


def test_a_long_history_is_cut_and_said_so(tmp_path: Path, server: GitServer, work: Path) -> None:
    for number in range(6):
        commit(work, {"a": f"{number}"}, when=1700001000 + number)
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path, limits=Limits(detailed_commits=5))
    history = snapshot.history()

    assert "history_cut" in snapshot.notes
    assert history is not None
    assert (len(history.commits), history.complete) == (5, False)
    snapshot.close()


def test_a_server_that_knows_no_filter(tmp_path: Path, server: GitServer, work: Path) -> None:
    publish(work, server, knows_filters=False)

    snapshot = opened(server.url("r.git"), tmp_path)
    history = snapshot.history()

    assert len(contents(snapshot)) == 2
    assert history is not None
    assert len(history.commits) == 2
    snapshot.close()


def test_a_server_that_only_hands_out_files(tmp_path: Path, server: GitServer, work: Path) -> None:
    git(server.folder / "r.git", "update-server-info")
    server.is_simple = True

    for _ in range(2):
        snapshot = opened(server.url("r.git"), tmp_path)
        history = snapshot.history()
        assert len(contents(snapshot)) == 2
        assert history is not None
        assert (len(history.commits), history.complete) == (2, True)
        snapshot.close()


def test_sha256(tmp_path: Path, server: GitServer) -> None:
    publish(make_repository(tmp_path / "work", {"a": "1"}, "--object-format=sha256"), server)

    for _ in range(2):
        snapshot = opened(server.url("r.git"), tmp_path)
        history = snapshot.history()
        assert len(snapshot.source.commit or "") == 64
        assert contents(snapshot) == {"a": b"1"}
        assert history is not None
        assert history.complete
        snapshot.close()


def test_only_submodules(tmp_path: Path, server: GitServer, work: Path) -> None:
    git(work, "rm", "-r", "--quiet", ".")
    git(work, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},inner")
    git(work, "commit", "--quiet", "--message", "x")
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)

    assert "only_submodules" in snapshot.notes
    snapshot.close()


@pytest.mark.parametrize(
    "damage", ["state.json", "contents.git", "contents.git/objects", "history.git/HEAD", "packs", "half"]
)
def test_a_damaged_cache_is_made_anew(tmp_path: Path, server: GitServer, work: Path, damage: str) -> None:
    opened(server.url("r.git"), tmp_path).close()
    entry = cache_of(tmp_path)
    if damage == "packs":
        for pack in entry.rglob("*.pack"):
            pack.chmod(0o644)
            pack.write_bytes(b"damaged")
    elif damage == "half":
        (entry / "state.json").write_text('{"format": 1, "contents": ["')
    elif (entry / damage).is_dir():
        shutil.rmtree(entry / damage)
    else:
        (entry / damage).write_text("damaged")
    commit(work, {"new": "1"}, when=1700000900)
    publish(work, server)

    snapshot = opened(server.url("r.git"), tmp_path)
    history = snapshot.history()

    assert len(contents(snapshot)) == 3
    assert history is not None
    assert len(history.commits) == 3
    snapshot.close()


def test_damaged_contents_of_an_unchanged_upstream(tmp_path: Path, server: GitServer, work: Path) -> None:
    opened(server.url("r.git"), tmp_path).close()
    for pack in cache_of(tmp_path).rglob("*.pack"):
        pack.chmod(0o644)
        pack.write_bytes(b"damaged")

    snapshot = opened(server.url("r.git"), tmp_path)

    assert len(contents(snapshot)) == 2
    snapshot.close()


@pytest.mark.parametrize(
    "state", ["[]", "null", "1", '{"format": 1, "url": 3}', '{"contents": [1]}', "[" * 100_000, "\udcff"]
)
def test_any_state_file(tmp_path: Path, server: GitServer, work: Path, state: str) -> None:
    opened(server.url("r.git"), tmp_path).close()
    (cache_of(tmp_path) / "state.json").write_bytes(state.encode("utf-8", "surrogateescape"))

    snapshot = opened(server.url("r.git"), tmp_path)

    assert len(contents(snapshot)) == 2
    snapshot.close()


def test_several_at_once(tmp_path: Path, server: GitServer, work: Path) -> None:
    def review(_: int) -> dict[str, bytes]:
        snapshot = opened(server.url("r.git"), tmp_path)
        found = contents(snapshot)
        assert snapshot.history() is not None
        snapshot.close()
        return found

    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(review, range(6)))

    assert all(len(each) == 2 for each in found)
    assert json.loads((cache_of(tmp_path) / "state.json").read_text())["format"] == 1


def test_two_processes_at_once(tmp_path: Path, server: GitServer, work: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from jobcoach.portfolio.source.open import open_snapshot\n"
        "s = open_snapshot(sys.argv[1], ref=None, worktree=False, cache_folder=Path(sys.argv[2]))\n"
        "print(len(list(s.read(s.entries)))); s.close()"
    )
    command = [sys.executable, "-c", code, server.url("r.git"), str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]

    assert [process.communicate()[0].strip() for process in running] == [b"2"] * 3


def test_a_ref_that_is_not_there(tmp_path: Path, server: GitServer, work: Path) -> None:
    with pytest.raises(
        InputError, match="no branch, tag or commit nothing: its branches are main"
    ) as refused:
        opened(server.url("r.git"), tmp_path, ref="nothing")

    assert refused.value.exit_code == 2
    with pytest.raises(InputError):
        opened(server.url("r.git"), tmp_path, ref="1" * 40)


def test_a_repository_that_is_not_there(tmp_path: Path, server: GitServer) -> None:
    with pytest.raises(InputError, match="no such repository"):
        opened(server.url("nothing.git"), tmp_path)


def test_nobody_answers(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/r.git"
        with pytest.raises(EnvironmentMissing, match="does not answer") as refused:
            opened(url, tmp_path)

    assert refused.value.exit_code == 3


def test_an_unknown_host(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentMissing, match="the host is unknown"):
        opened("https://nobody.invalid/a/b", tmp_path)


def test_a_server_that_is_no_git_server(tmp_path: Path, server: GitServer) -> None:
    server.answer = (200, {"Content-Type": "text/html"})

    with pytest.raises((InputError, EnvironmentMissing)) as refused:
        opened(server.url("r.git"), tmp_path)

    assert "\n" not in str(refused.value)


def test_a_server_that_leads_elsewhere(tmp_path: Path, server: GitServer, canary: Path) -> None:
    server.answer = (302, {"Location": f"ext::touch {canary}"})

    with pytest.raises((InputError, EnvironmentMissing)):
        opened(server.url("r.git"), tmp_path)

    assert not canary.exists()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


def test_a_private_repository_without_credentials(tmp_path: Path, server: GitServer, work: Path) -> None:
    server.password = "Basic " + base64.b64encode(b"kim:s3cr3t").decode()

    with pytest.raises(EnvironmentMissing, match="private") as refused:
        opened(server.url("r.git"), tmp_path)

    assert "git ls-remote" in refused.value.mend


def test_credentials_of_the_url_are_used_and_not_kept(tmp_path: Path, server: GitServer, work: Path) -> None:
    server.password = "Basic " + base64.b64encode(b"kim:s3cr3t").decode()
    url = server.url("r.git").replace("http://", "http://kim:s3cr3t@")

    snapshot = opened(url, tmp_path)

    assert len(contents(snapshot)) == 2
    assert snapshot.source.location == server.url("r.git")
    snapshot.close()
    kept = b"".join(file.read_bytes() for file in (tmp_path / "cache").rglob("*") if file.is_file())
    assert b"s3cr3t" not in kept
    assert base64.b64encode(b"kim:s3cr3t") not in kept


def test_somebody_at_the_terminal_is_asked_once(tmp_path: Path, server: GitServer, work: Path) -> None:
    server.password = "Basic " + base64.b64encode(b"kim:s3cr3t").decode()
    code = (
        "import sys; from pathlib import Path; from jobcoach.portfolio.source.open import open_snapshot\n"
        "s = open_snapshot(sys.argv[1], ref=None, worktree=False, cache_folder=Path(sys.argv[2]),"
        " attended=True)\n"
        "print('read', len(list(s.read(s.entries)))); s.close()"
    )
    command = [sys.executable, "-c", code, server.url("r.git"), str(tmp_path / "cache")]
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, command)
    said = b""
    try:
        for prompt, answer in ((b"Username", b"kim\n"), (b"Password", b"s3cr3t\n"), (b"read 2", b"")):
            while prompt not in said:
                said += os.read(terminal, 1024)
            os.write(terminal, answer)
    finally:
        os.waitpid(child, 0)
        os.close(terminal)

    assert said.count(b"Username") == said.count(b"Password") == 1


def test_wrong_credentials(tmp_path: Path, server: GitServer, work: Path) -> None:
    server.password = "Basic other"

    with pytest.raises(EnvironmentMissing) as refused:
        opened(server.url("r.git").replace("http://", "http://kim:s3cr3t@"), tmp_path)

    assert "s3cr3t" not in str(refused.value) + refused.value.mend


def test_the_users_credential_helper_is_asked(
    tmp_path: Path, server: GitServer, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.password = "Basic " + base64.b64encode(b"kim:s3cr3t").decode()
    home = tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text(
        '[credential]\n\thelper = "!f() { echo username=kim; echo password=s3cr3t; }; f"\n'
        f'[core]\n\tfsmonitor = "touch {tmp_path}/ran"\n\thooksPath = {home}\n'
        '[url "http://127.0.0.1:1/"]\n\tinsteadOf = "http://127.0.0.1"\n'
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)

    snapshot = opened(server.url("r.git"), tmp_path)

    assert len(contents(snapshot)) == 2
    snapshot.close()
    assert not (tmp_path / "ran").exists()


def test_too_much_is_not_fetched(tmp_path: Path, server: GitServer, work: Path) -> None:
    noise = Path("/dev/urandom").open("rb").read(4 << 20)  # noqa: SIM115
    commit(work, {f"{n}": noise[n << 19 : (n + 1) << 19] for n in range(8)})
    publish(work, server)

    with pytest.raises(InputError, match="larger than 1 MiB"):
        opened(server.url("r.git"), tmp_path, limits=Limits(download_bytes=1 << 20))


def test_fetching_that_takes_too_long(tmp_path: Path) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/r.git"
        with pytest.raises(EnvironmentMissing, match="too long"):
            opened(url, tmp_path, limits=Limits(fetch_seconds=1, read_seconds=1))


def test_the_oldest_of_many_are_forgotten(tmp_path: Path, server: GitServer, work: Path) -> None:
    repositories = tmp_path / "cache" / "repositories"
    for number in range(35):
        (repositories / f"{number:032}").mkdir(parents=True)
        (repositories / f"{number:032}" / "state.json").write_text("{}")

    opened(server.url("r.git"), tmp_path).close()

    assert len(list(repositories.iterdir())) == 30


def test_a_cache_that_cannot_be_written(tmp_path: Path, server: GitServer, work: Path) -> None:
    (tmp_path / "cache").write_text("a file")

    with pytest.raises(EnvironmentMissing, match="cannot be written"):
        opened(server.url("r.git"), tmp_path)

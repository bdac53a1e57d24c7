"""The one place that runs git."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobcoach.errors import EnvironmentMissing
from jobcoach.portfolio.source import git as runner
from jobcoach.portfolio.source.git import (
    GitFailed,
    GitTimedOut,
    git_output,
    git_program,
    make_git_dir,
    users_settings,
    value_in_config,
)
from jobcoach.portfolio.source.git_environment import fetching_environment, reading_environment
from jobcoach.portfolio.source.location import RemotePlace, parse_location


@pytest.fixture
def git_dir(tmp_path: Path) -> Path:
    return make_git_dir(tmp_path / "own.git")


def children_with(text: str) -> list[int]:
    """Processes whose command line holds ``text``."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if text.encode() in (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def test_nothing_of_the_environment_reaches_git(git_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "GIT_DIR", "GIT_WORK_TREE", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_TRACE", "GIT_CONFIG_PARAMETERS",
        "GIT_EXEC_PATH", "GIT_PROXY_COMMAND", "GIT_ASKPASS", "EDITOR", "LD_PRELOAD", "JOBCOACH_LLM__API_KEY",
    ):  # fmt: skip
        monkeypatch.setenv(name, "evil")
    place = parse_location("https://host.example/a/b")
    assert isinstance(place, RemotePlace)

    environments = [reading_environment(git_dir), fetching_environment(git_dir, place, (), attended=False)]

    for environment in environments:
        assert "evil" not in environment.values()
        assert environment["GIT_CONFIG_NOSYSTEM"] == "1"
        assert environment["GIT_CONFIG_GLOBAL"] == "/dev/null"
        assert environment["GIT_TERMINAL_PROMPT"] == "0"


@pytest.mark.parametrize("scheme", ["https", "ssh"])
def test_one_protocol_only(git_dir: Path, scheme: str) -> None:
    place = parse_location(f"{scheme}://host.example/a/b")
    assert isinstance(place, RemotePlace)
    environment = fetching_environment(git_dir, place, (("protocol.ext.allow", "always"),), attended=False)

    listed = git_output(("config", "--list"), environment).decode().splitlines()

    allowed = [line for line in listed if line.startswith("protocol.") and "allow=" in line]
    assert allowed == ["protocol.allow=never", f"protocol.{scheme}.allow=always"]


def test_only_some_of_the_users_settings_are_taken(
    git_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitconfig").write_text(
        "[credential]\n\thelper = store\n[http]\n\tproxy = http://proxy:1\n[alias]\n\tls-remote = !evil\n"
        '[url "ext::evil"]\n\tinsteadOf = https://\n[core]\n\tfsmonitor = evil\n\tsshCommand = ssh -i key\n'
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    place = parse_location("git@host.example:a/b")
    assert isinstance(place, RemotePlace)

    environment = fetching_environment(git_dir, place, users_settings(git_dir), attended=False)

    values = [value for name, value in environment.items() if name.startswith("GIT_CONFIG_VALUE")]
    assert {"store", "http://proxy:1"} <= set(values)
    assert not any("evil" in value for value in values)
    assert environment["GIT_SSH_COMMAND"] == "ssh -i key -oBatchMode=yes -oConnectTimeout=20"


def test_a_process_that_takes_too_long_is_killed(git_dir: Path) -> None:
    with pytest.raises(GitTimedOut):
        git_output(("-c", "alias.wait=!sleep 987.6", "wait"), reading_environment(git_dir), seconds=0.3)

    assert children_with("987.6") == []


def test_output_has_an_end(git_dir: Path) -> None:
    output = git_output(("-c", "alias.y=!yes", "y"), reading_environment(git_dir), most_bytes=1000)

    assert len(output) == 1000


def test_a_failure_carries_what_git_said(git_dir: Path) -> None:
    with pytest.raises(GitFailed) as failed:
        git_output(("cat-file", "blob", "1" * 40), reading_environment(git_dir))

    assert failed.value.code == 128
    assert "fatal" in failed.value.stderr


def test_values_of_a_config_that_is_not_trusted(git_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "more").write_text("[core]\n\tworktree = included\n")
    config = f"[include]\n\tpath = {tmp_path}/more\n[core]\n\tbare = true\n".encode()

    assert value_in_config(config, "core.bare", git_dir) == "true"
    assert value_in_config(config, "core.worktree", git_dir) is None
    assert value_in_config(b"\xff[[broken", "core.bare", git_dir) is None


@pytest.mark.parametrize("said", ["git version 2.31.9", "nonsense", ""])
def test_a_git_that_is_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho '{said}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    git_program.cache_clear()
    try:
        with pytest.raises(EnvironmentMissing, match="too old"):
            git_program()
    finally:
        git_program.cache_clear()


def test_no_git_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    git_program.cache_clear()
    try:
        with pytest.raises(EnvironmentMissing, match="git was not found"):
            git_program()
    finally:
        runner.git_program.cache_clear()


def test_an_interrupted_fetch_leaves_no_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from jobcoach.portfolio.source.open import open_snapshot\n"
        "print('ready', flush=True)\n"
        "open_snapshot(sys.argv[1], ref=None, worktree=False, cache_folder=Path(sys.argv[2]))"
    )
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/r.git"
        with subprocess.Popen(
            [sys.executable, "-c", code, url, str(tmp_path / "cache")],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            assert running.stdout is not None
            running.stdout.readline()
            while len(children_with(url)) < 4:  # itself, and three times git
                time.sleep(0.02)
            running.send_signal(signal.SIGINT)
            running.wait(timeout=30)

        # Its grandchild ends by itself when the pipe to it breaks, a moment later.
        deadline = time.monotonic() + 20
        while children_with(url) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert children_with(url) == []
    assert not list((tmp_path / "cache").rglob("state.json"))

"""``jobcoach review URL``: a repository on a server, the same as from its folder."""

import json
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from portfolio_repositories import git, repository

from jobcoach.cli.main import run

sys.path.insert(0, str(Path(__file__).parents[1] / "portfolio" / "source"))
from git_server import served

Capture = pytest.CaptureFixture[str]


def document(capsys: Capture, location: str) -> dict[str, Any]:
    assert run(["review", location, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_url_gives_the_review_that_its_folder_gives(tmp_path: Path, capsys: Capture) -> None:
    folder = repository(tmp_path / "served" / "shop")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    local = document(capsys, str(folder))
    with served(tmp_path / "served") as server:
        remote = document(capsys, server.url("shop/.git"))
        again = document(capsys, server.url("shop/.git"))
    assert remote["source"]["kind"] == "remote"
    assert remote["source"]["commit"] == local["source"]["commit"]
    for each in (local, remote, again):
        for name in ("id", "created_at", "source", "notes"):
            del each[name]
    assert local == remote == again


def test_a_server_that_is_not_there_is_of_the_environment(capsys: Capture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert run(["review", f"http://127.0.0.1:{port}/owner/shop.git", "--lang", "ko"]) == 3
    err = capsys.readouterr().err
    assert "호스트가 응답하지 않습니다" in err
    assert "Traceback" not in err

"""scripts/setup-docker, where the engine is there and where it is not."""

import os
import subprocess
from pathlib import Path

import pytest
from clean_environments import REPOSITORY


def setup_docker(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [REPOSITORY / "scripts" / "setup-docker"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_engine_named_by_the_user_is_not_replaced_by_another(tmp_path: Path) -> None:
    host = f"unix://{tmp_path}/absent.sock"
    done = setup_docker(DOCKER_HOST=host)
    assert done.returncode == 3
    what, mend = done.stderr.splitlines()
    assert what == f"setup-docker: no Docker engine answers at DOCKER_HOST={host}"
    assert "unset DOCKER_HOST" in mend


@pytest.mark.docker
def test_what_runs_is_used_as_it_is() -> None:
    done = setup_docker()
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("setup-docker: Docker engine ")

"""Containers of dead owners are removed, those of the living are left alone."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import docker
import pytest
from docker.errors import APIError

from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.engine import connect

pytestmark = pytest.mark.docker

BASE = "debian:bookworm-slim"


@pytest.fixture
def client() -> Iterator[docker.APIClient]:
    """A connection; whatever a test created with ``SESSION`` is gone afterwards."""
    client = connect()
    yield client
    for session in ("test-dead", "test-alive"):
        ownership.remove_session(client, session)
    client.close()


def labels_of_a_dead_process(session: str) -> dict[str, str]:
    """What a process that has ended meanwhile wrote on its containers."""
    program = f"from jobcoach.judge.sandbox import ownership; print(ownership.labels({session!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return dict(eval(done.stdout))  # a table of plain strings, printed by ourselves


def create(client: docker.APIClient, labels: dict[str, str]) -> str:
    made = client.create_container(BASE, command=["sleep", "600"], labels=labels, network_disabled=True)
    return str(made["Id"])


def left(client: docker.APIClient, session: str) -> set[str]:
    found = client.containers(all=True, filters={"label": f"{ownership.SESSION}={session}"})
    return {each["Id"] for each in found}


def becomes_empty(client: docker.APIClient, session: str, seconds: float = 30.0) -> bool:
    """Somebody else's start may be removing the same container at the same moment."""
    deadline = time.monotonic() + seconds
    while (remaining := left(client, session)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not remaining


def test_orphans_are_removed_and_others_left(client: docker.APIClient) -> None:
    dead, alive = labels_of_a_dead_process("test-dead"), ownership.labels("test-alive")
    create(client, dead)
    with suppress(APIError):  # somebody else's start reaps it between the two calls
        client.start(create(client, dead))
    kept = {create(client, alive), create(client, alive)}
    client.start(next(iter(kept)))
    ownership.reap_orphans(client)
    assert becomes_empty(client, "test-dead")
    assert left(client, "test-alive") == kept


def test_a_session_is_removed_whole_and_alone(client: docker.APIClient) -> None:
    client.start(create(client, ownership.labels("test-dead")))
    kept = create(client, ownership.labels("test-alive"))
    ownership.remove_session(client, "test-dead")
    assert becomes_empty(client, "test-dead")
    assert left(client, "test-alive") == {kept}


def test_an_owner_is_known_by_number_and_start() -> None:
    own = ownership.labels("any")[ownership.OWNER]
    assert not ownership.is_orphan(own, "running", 1e9)
    assert ownership.is_orphan(own.rpartition("@")[0] + "@1", "running", 0.0)  # the number is another's now
    assert ownership.is_orphan(own.rpartition("/")[0] + "/none", "created", 0.0)


@pytest.mark.parametrize(
    ("state", "age_seconds", "orphan"),
    [
        ("running", 1e9, False),
        ("paused", 1e9, False),
        ("exited", 0.0, True),
        ("dead", 0.0, True),
        ("created", 1.0, False),
        ("created", 3600.0, True),
    ],
)
def test_of_another_machine_only_what_cannot_be_in_use_is_an_orphan(
    state: str, age_seconds: float, orphan: bool
) -> None:
    assert ownership.is_orphan("another-boot:pid:[1]/17@99", state, age_seconds) is orphan


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a /proc of its own")
def test_a_living_owner_that_is_hidden_is_no_orphan() -> None:
    own = ownership.labels("any")[ownership.OWNER]
    gone = own.rpartition("/")[0] + "/4194303@1"
    program = f"""
import os, sys
sys.path[:] = {sys.path!r}
from jobcoach.judge.sandbox import ownership
ownership.labels("all modules are read while this may read them")
os.setgroups([]); os.setgid(65534); os.setuid(65534)
print(os.path.exists("/proc/{os.getpid()}/stat"), ownership.is_orphan({own!r}, "running", 0.0),
      ownership.is_orphan({gone!r}, "running", 0.0))
"""
    script = 'mount -t proc -o hidepid=2 proc /proc && exec "$0" -c "$1"'
    command = ["unshare", "--mount", "sh", "-c", script, sys.executable, program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"], done.stderr

"""A sandbox for hostile submissions, and the check that they left nothing on the host."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.docker_sandbox import DockerSandbox
from jobcoach.judge.sandbox.engine import connect

LISTENING = "0A"  # in /proc/net/tcp


@pytest.fixture(scope="session")
def hostile_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DockerSandbox]:
    """One sandbox for all attacks; when it is closed, host and engine are as before."""
    temporary, before = tmp_path_factory.mktemp("temporary-files"), tempfile.tempdir
    ports = own_listening_sockets()
    sandbox = DockerSandbox(None, {}, lambda _: None, ahead=2)
    tempfile.tempdir = str(temporary)
    try:
        yield sandbox
    finally:
        sandbox.close()
        tempfile.tempdir = before
    assert becomes(lambda: containers_of(sandbox.session) == [])
    assert becomes(lambda: not [each for each in threading.enumerate() if each.name.startswith("judge")])
    # multiprocessing keeps a folder of its own until the whole run of the tests ends.
    assert [left for left in temporary.iterdir() if not left.name.startswith("pymp-")] == []
    assert own_listening_sockets() == ports


def containers_of(session: str) -> list[str]:
    """The containers of one run of the program, running or not."""
    client = connect()
    try:
        found = client.containers(all=True, filters={"label": f"{ownership.SESSION}={session}"})
    finally:
        client.close()
    return [each["Id"] for each in found]


def own_listening_sockets() -> set[str]:
    """The inodes of this process's sockets that wait for connections."""
    listening = set()
    for table in ("tcp", "tcp6"):
        rows = [line.split() for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]]
        listening |= {row[9] for row in rows if row[3] == LISTENING}
    return listening & {inode for handle in Path("/proc/self/fd").iterdir() if (inode := _inode(handle))}


def _inode(handle: Path) -> str:
    try:
        target = str(handle.readlink())
    except FileNotFoundError:  # the folder's own, closed meanwhile
        return ""
    return target.removeprefix("socket:[").removesuffix("]") if target.startswith("socket:[") else ""


def becomes(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Whether it comes true within a time: the engine removes a container a little later."""
    deadline = time.monotonic() + seconds
    while not (result := true()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return result

"""Engines that are not there, refuse, hang, die or talk nonsense: on real sockets."""

import json
import os
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from small_packages import small_problem, submission

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.batch import judge_batch
from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import BoxSpec
from jobcoach.judge.sandbox.docker_sandbox import DockerSandbox
from jobcoach.judge.sandbox.engine import connect, describe
from jobcoach.judge.sandbox.images import ensure_image, image_status
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

VERSION = {"ApiVersion": "1.41", "Version": "20.10"}
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS = object()
BROKEN = b"\xff\x00 broken"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A path short enough for a socket's address (107 bytes)."""
    path = tmp_path / "engine"
    assert len(str(path)) < 107
    return path


class _Answers(BaseHTTPRequestHandler):
    """Answers each path's end with what the table says: JSON, or raw bytes of a response."""

    protocol_version = "HTTP/1.1"
    table: Mapping[str, object] = {}

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                self.rfile.read(size + 2)
            self.rfile.readline()
        path = self.path.partition("?")[0]
        [answer] = [answer for end, answer in self.table.items() if path.endswith(end)]
        if answer is ENDLESS:
            self._talk_on()
            return
        if isinstance(answer, bytes):
            self.wfile.write(answer)
            self.close_connection = True
            return
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _talk_on(self) -> None:
        self.close_connection = True
        self.wfile.write(CHUNKED)
        with suppress(BrokenPipeError, ConnectionResetError):
            while True:
                self.wfile.write(b'14\r\n{"stream": "Step 1"}\r\n')
                time.sleep(0.05)

    do_GET = _answer  # noqa: N815 - the base class's names
    do_POST = _answer  # noqa: N815

    def address_string(self) -> str:
        return ""

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def engine(place: Path, table: Mapping[str, object]) -> Iterator[str]:
    """An engine that answers as told; its address."""
    handler = type("Handler", (_Answers,), {"table": {"/version": VERSION, **table}})
    with socketserver.ThreadingUnixStreamServer(str(place), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"unix://{place}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def raw_engine(place: Path, says: bytes | None) -> Iterator[str]:
    """Accepts connections and says the same to all, or nothing."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(place))
        listener.listen()
        kept = []

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                if says is None:
                    kept.append(connection)
                else:
                    connection.sendall(says)
                    connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"unix://{place}"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in kept:
                connection.close()


def test_no_socket_is_no_engine(place: Path) -> None:
    with pytest.raises(EnvironmentMissing, match="no Docker engine found") as caught:
        connect(f"unix://{place}")
    assert "systemctl start docker" in caught.value.mend


def test_a_socket_that_nobody_listens_on_is_an_engine_that_is_down(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(place))
    with pytest.raises(EnvironmentMissing, match="is not running"):
        connect(f"unix://{place}")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user without rights")
def test_a_socket_of_others_is_a_want_of_permission(place: Path) -> None:
    program = f"""
import os
from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.sandbox.engine import connect
os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)
try:
    connect("unix://{place}")
except EnvironmentMissing as missing:
    print(missing, missing.mend, missing.exit_code, sep="|")
"""
    with raw_engine(place, b""):
        place.chmod(0)
        done = subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60
        )
    assert "no permission to use the Docker engine" in done.stdout, done
    assert done.stdout.strip().endswith("usermod -aG docker $USER, then log in again|3")


@pytest.mark.parametrize(
    "says",
    [
        b"",
        b"\x00\xff nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
        b'HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{"ApiVersion":1}',
        b"HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\noh",
        b"HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_nonsense_is_an_engine_that_does_not_answer(place: Path, says: bytes) -> None:
    with raw_engine(place, says) as address, pytest.raises(EnvironmentMissing):
        connect(address)


def test_a_hanging_engine_is_given_up_within_the_timeout(place: Path) -> None:
    with raw_engine(place, None) as address:
        began = time.monotonic()
        with pytest.raises(EnvironmentMissing, match="does not answer"):
            connect(address, timeout_seconds=1)
        assert time.monotonic() - began < 20


@pytest.mark.parametrize("answer", [BROKEN, {}, b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"])
def test_what_the_engine_says_of_itself_may_be_anything(place: Path, answer: object) -> None:
    with engine(place, {"/info": answer}) as address:
        if answer == {}:
            assert describe(address).cgroup_version == 1
        else:
            with pytest.raises(EnvironmentMissing):
                describe(address)


BUILDS = {
    "ends with an error": CHUNKED + b'15\r\n{"error": "no space"}\r\n0\r\n\r\n',
    "breaks off within a chunk": CHUNKED + b'ff\r\n{"stream": "Step 1"}',
    "breaks off between chunks": CHUNKED + b'14\r\n{"stream": "Step 1"}\r\n',
    "is no JSON": CHUNKED + b"5\r\n}}}}}\r\n0\r\n\r\n",
    "is refused": b"HTTP/1.1 500 Oh\r\nContent-Length: 17\r\n\r\n" + b'{"message": "oh"}',
    "builds nothing": CHUNKED + b"0\r\n\r\n",
}


@pytest.mark.parametrize("how", BUILDS)
def test_a_build_that_fails_is_told_as_such(place: Path, how: str) -> None:
    with engine(place, {"/images/json": [], "/build": BUILDS[how]}) as address:
        client = connect(address)
        with pytest.raises(EnvironmentMissing) as caught:
            ensure_image(client, language("python"), {}, lambda _: None, lambda: None)
        client.close()
    assert caught.value.mend


def test_closing_ends_a_build_that_is_under_way(place: Path) -> None:
    """Ctrl-C in the first run must not wait for minutes of building."""
    table = {"/images/json": [], "/containers/json": [], "/build": ENDLESS}
    announced = threading.Event()
    endings: list[str] = []

    def build() -> None:
        with pytest.raises(EnvironmentMissing) as caught:
            sandbox.image_digest("python")
        endings.append(str(caught.value))

    with engine(place, table) as address:
        sandbox = DockerSandbox(address, {}, lambda _: announced.set(), ahead=1)
        sandbox.expect([BoxSpec(language("c"), memory_bytes=1 << 20)])  # a maker waits for its image too
        builder = threading.Thread(target=build)
        builder.start()
        assert announced.wait(timeout=60)
        sandbox.close()
        builder.join(timeout=60)
        assert not builder.is_alive()
    assert endings == ["judging was stopped"]


def test_images_of_an_engine_that_talks_nonsense(place: Path) -> None:
    with engine(place, {"/images/json": BROKEN}) as address, pytest.raises(EnvironmentMissing):
        image_status(address, {})


@pytest.mark.parametrize("created", [BROKEN, {"Id": "x"}, b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"])
def test_without_containers_the_verdict_is_the_judges_fault(
    place: Path, tmp_path: Path, created: object
) -> None:
    table = {
        "/images/json": [{"Id": "sha256:0"}],
        "/containers/json": [],
        "/containers/create": created,
        "/attach": BROKEN,
        "/start": BROKEN,
        "/containers/x": b"HTTP/1.1 204 No\r\n\r\n",
    }
    problem = small_problem(tmp_path / "sum", {"sample/1": ("", "1\n")})
    with engine(place, table) as address, open_sandbox("docker", docker_host=address) as sandbox:
        tasks = [Task(submission("python", "print(1)"), problem)] * 3
        results = dict(judge_batch(tasks, sandbox, jobs=2))
    assert [results[place].verdict for place in range(3)] == [Verdict.JE] * 3
    assert all("engine" in result.message for result in results.values())

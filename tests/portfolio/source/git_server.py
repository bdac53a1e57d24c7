"""Repositories served by real git over HTTP on loopback: ``git http-backend`` behind a small server."""

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class GitServer(ThreadingHTTPServer):
    """Serves the bare repositories beneath ``folder``. ``requests`` are those that came, as ``GET /path``.

    ``answer`` is given for every path in place of git's answer: status and headers.
    ``password`` is asked for if it is set.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.requests: list[str] = []
        self.authorizations: list[str | None] = []
        self.password: str | None = None
        self.answer: tuple[int, dict[str, str]] | None = None
        self.is_simple = False

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{name}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    server: GitServer
    protocol_version = "HTTP/1.1"
    wbufsize = (
        1 << 16
    )  # one packet for all headers: with Nagle's algorithm each would wait for the other side
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        server = self.server
        server.requests.append(f"{self.command} {self.path}")
        server.authorizations.append(self.headers.get("Authorization"))
        body = self._body()
        if server.answer is not None:
            status, headers = server.answer
            self._reply(status, headers, b"")
        elif server.password and self.headers.get("Authorization") != server.password:
            self._reply(401, {"WWW-Authenticate": 'Basic realm="git"'}, b"")
        elif server.is_simple:
            path = server.folder / self.path.partition("?")[0].lstrip("/")
            self._reply(200, {}, path.read_bytes()) if path.is_file() else self._reply(404, {}, b"")
        else:
            self._git(body)

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        pieces = []
        while size := int(self.rfile.readline(), 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    def _git(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.server.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "REMOTE_ADDR": "127.0.0.1",
        }
        if encoding := self.headers.get("Content-Encoding"):
            environment["HTTP_CONTENT_ENCODING"] = encoding
        with subprocess.Popen(
            ["git", "http-backend"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as backend:
            assert backend.stdin is not None
            assert backend.stdout is not None
            writer = threading.Thread(target=_write, args=(backend.stdin, body))
            writer.start()
            self._relay(backend.stdout)
            writer.join()

    def _relay(self, output) -> None:
        status = 200
        headers = []
        while line := output.readline().strip():
            name, _, value = line.decode().partition(": ")
            if name == "Status":
                status = int(value.split()[0])
            else:
                headers.append((name, value))
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while piece := output.read1(1 << 16):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()

    def _reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


def _write(stream, body: bytes) -> None:
    try:
        stream.write(body)
        stream.close()
    except OSError:
        pass


@contextmanager
def served(folder: Path) -> Iterator[GitServer]:
    """A running server, ended with the block."""
    with GitServer(folder) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()

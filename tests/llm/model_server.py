"""A real HTTP server on loopback that plays OpenAI's chat completions, and everything that goes wrong there.

Use::

    from model_server import ModelServer, say            # tests/llm is put on sys.path by its conftest,
                                                         # others: sys.path.insert(0, ".../tests/llm")
    with ModelServer() as server:
        server.script(say('{"points": []}'), status(500), say("…"))   # one step a request, in order
        gateway = open_gateway(ModelSettings(model="test-model", base_url=server.base_url), …)
        ...
        server.requests[0].body["messages"]               # what was sent
        server.count                                      # how many requests came

When the script is used up, ``server.default`` answers: a step, or a function of the
request (``Request -> Step``), called in the request's own thread::

    server.default = lambda request: say(json.dumps(grade_for(request.user_text)))

``ModelServer(delay_seconds=2)`` waits before each reply (for benchmarks). ``say``
streams in pieces when the request says ``"stream": true``, and sends one JSON
document else. All faults of the issue are steps made by the functions below.
"""

import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Request:
    """One request as it came; names of headers in lower case."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def system_text(self) -> str:
        return "\n".join(each["content"] for each in self.body["messages"] if each["role"] == "system")

    @property
    def user_text(self) -> str:
        return "\n".join(each["content"] for each in self.body["messages"] if each["role"] == "user")

    @property
    def response_format(self) -> str:
        """``json_schema``, ``json_object``, or "" for plain text."""
        return str((self.body.get("response_format") or {}).get("type", ""))


@dataclass(frozen=True)
class Step:
    """How one request is answered."""

    content: str | None = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    finish_reason: str | None = "stop"
    refusal: str | None = None
    reasoning: str | None = None
    usage: tuple[int, int] | None = (100, 20)
    delay_seconds: float = 0.0
    pieces: int = 8
    drop_after: int | None = None  # pieces; the connection is reset then
    hang_after: int | None = None  # pieces; silence until the server closes
    endless: bytes = b""  # sent again and again, in place of a reply
    part_pause_seconds: float = 0.0
    parts_max: int | None = None  # of what is endless, after which the connection is closed
    within_header: bool = False  # what is endless is the first header


Answer = Step | Callable[[Request], Step]


def say(content: str, **how: Any) -> Step:
    """A good reply; ``how`` sets any field of ``Step`` (``delay_seconds``, ``usage``, ``reasoning``)."""
    return Step(content, **how)


def status(code: int, message: str = "a fault", *, error_code: str | None = None, **headers: str) -> Step:
    """An HTTP error; header names with ``_`` for ``-`` (``Retry_After="3"``)."""
    body = {"error": {"message": message, "type": "error", "code": error_code}}
    return Step(
        status=code,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        raw=json.dumps(body).encode(),
    )


def hang() -> Step:
    """Accepts the request and never answers."""
    return Step(hang_after=0)


def drop(after_pieces: int = 0, content: str = "") -> Step:
    """Resets the connection, after some pieces of the reply."""
    return Step(content, drop_after=after_pieces)


def stall(content: str, after_pieces: int = 2) -> Step:
    """Begins the reply and goes silent."""
    return Step(content, hang_after=after_pieces)


def truncated(content: str, **how: Any) -> Step:
    """Cut off by the limit of output tokens."""
    return Step(content, finish_reason="length", **how)


def refuse(reason: str = "I cannot help with that.") -> Step:
    """A refusal in its own field, as OpenAI sends it."""
    return Step(None, refusal=reason)


def reasoning_only(content: str) -> Step:
    """Nothing in ``content``, all in ``reasoning_content``, as vLLM does with some parsers."""
    return Step(None, reasoning=content)


def garbage(
    raw: bytes = b"<html>proxy error</html>", code: int = 200, content_type: str = "text/html"
) -> Step:
    """A body that is no JSON."""
    return Step(status=code, raw=raw, headers={"Content-Type": content_type})


def endless(
    part: bytes, *, begin: bytes = b"", code: int = 200, pause_seconds: float = 0.0, **headers: str
) -> Step:
    """A body that goes on until the client hangs up; header names with ``_`` for ``-``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Step(status=code, raw=begin, endless=part, part_pause_seconds=pause_seconds, headers=named)


def drip_header(*, pause_seconds: float, parts_max: int) -> Step:
    """A header that comes byte by byte."""
    return Step(endless=b"a", part_pause_seconds=pause_seconds, parts_max=parts_max, within_header=True)


def without_formats(content: str, *refused: str) -> Callable[[Request], Step]:
    """A server that answers 400 to these ``response_format`` types, else says ``content``."""

    def answer(request: Request) -> Step:
        if request.response_format in refused:
            return status(400, f"response_format.type {request.response_format} is not supported")
        return say(content)

    return answer


def without_parameter(content: str, name: str) -> Callable[[Request], Step]:
    """A server that answers 400 when a request carries that parameter."""

    def answer(request: Request) -> Step:
        if request.body.get(name, False) is not False:
            return status(400, f"Unsupported parameter: '{name}' is not supported with this model.")
        return say(content)

    return answer


class ModelServer:
    """The server; a context manager. ``base_url`` ends in ``/v1``."""

    def __init__(self, *, delay_seconds: float = 0.0, default: Answer | None = None) -> None:
        self.delay_seconds = delay_seconds
        self.default: Answer = default or status(500, "the script is used up")
        self.requests: list[Request] = []
        self._script: deque[Answer] = deque()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.owner = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def count(self) -> int:
        """Requests so far."""
        return len(self.requests)

    def script(self, *answers: Answer) -> None:
        """Append answers, one a request."""
        with self._lock:
            self._script.extend(answers)

    def next_step(self, request: Request) -> Step:
        with self._lock:
            self.requests.append(request)
            answer = self._script.popleft() if self._script else self.default
        step = answer if isinstance(answer, Step) else answer(request)
        return replace(step, delay_seconds=step.delay_seconds + self.delay_seconds)

    def wait(self, seconds: float | None) -> bool:
        """Wait, but not longer than the server is open; whether it is closing."""
        return self._closing.wait(seconds)

    def __enter__(self) -> "ModelServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    owner: ModelServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = Request(
            self.path, {name.lower(): value for name, value in self.headers.items()}, json.loads(body)
        )
        step = self.server.owner.next_step(request)
        if step.delay_seconds:
            self.server.owner.wait(step.delay_seconds)
        if step.hang_after == 0:
            self.server.owner.wait(60)
            self.close_connection = True
        elif step.drop_after == 0:
            self._reset()
        elif step.endless:
            self._go_on(step)
        elif step.raw is not None:
            self._send(step.status, step.raw, step.headers)
        elif request.body.get("stream"):
            self._stream(request, step)
        else:
            self._send(step.status, json.dumps(_document(request, step)).encode(), step.headers)

    def _send(self, code: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response_only(code)  # the date is the step's to say
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _go_on(self, step: Step) -> None:
        self.close_connection = True
        if step.within_header:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        else:
            self._begin_endless(step)
        parts = count() if step.parts_max is None else range(step.parts_max)
        for _ in parts:
            if self.server.owner.wait(step.part_pause_seconds):
                return
            self.wfile.write(step.endless)

    def _begin_endless(self, step: Step) -> None:
        self.send_response(step.status)
        for name, value in {
            "Content-Type": "text/event-stream",
            **step.headers,
            "Connection": "close",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(step.raw or b"")

    def _stream(self, request: Request, step: Step) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for index, delta in enumerate(_deltas(step)):
            if step.drop_after == index:
                self._reset()
                return
            if step.hang_after == index:
                self.server.owner.wait(60)
                return
            self._event(_chunk(request, delta, None))
        if step.drop_after is not None:
            self._reset()
            return
        self._event(_chunk(request, {}, step.finish_reason))
        if step.usage and (request.body.get("stream_options") or {}).get("include_usage"):
            self._event({**_chunk(request, {}, None), "choices": [], "usage": _usage(step.usage)})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, value: object) -> None:
        self.wfile.write(f"data: {json.dumps(value)}\n\n".encode())
        self.wfile.flush()

    def _reset(self) -> None:
        """RST in place of FIN, so that the client sees a broken connection."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True
        self.wfile = self.rfile = _Nothing()  # type: ignore[assignment]  # nothing is left to flush

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class names it so)
        """Say nothing: tests read stderr."""


class _Nothing:
    closed = True

    def flush(self) -> None: ...

    def close(self) -> None: ...


def _message(step: Step) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": step.content}
    if step.refusal is not None:
        message["refusal"] = step.refusal
    if step.reasoning is not None:
        message["reasoning_content"] = step.reasoning
    return message


def _document(request: Request, step: Step) -> dict[str, Any]:
    document = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": request.body.get("model"),
        "choices": [{"index": 0, "message": _message(step), "finish_reason": step.finish_reason}],
    }
    return {**document, "usage": _usage(step.usage)} if step.usage else document


def _deltas(step: Step) -> list[dict[str, Any]]:
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    for name, text in (
        ("reasoning_content", step.reasoning),
        ("content", step.content),
        ("refusal", step.refusal),
    ):
        deltas += [{name: piece} for piece in _pieces(text or "", step.pieces)]
    return deltas


def _pieces(text: str, count: int) -> list[str]:
    size = max(1, -(-len(text) // max(count, 1)))
    return [text[start : start + size] for start in range(0, len(text), size)]


def _chunk(request: Request, delta: Mapping[str, Any], finish_reason: str | None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": request.body.get("model"),
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
    }


def _usage(usage: tuple[int, int]) -> dict[str, int]:
    prompt, completion = usage
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}

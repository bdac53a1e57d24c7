"""What client libraries raise, as our kinds of fault.

Every provider's package has exceptions of its own. They share the status of the
HTTP reply, and the names of a few classes.
"""

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from jobcoach.llm.faults import Fault, FaultKind

_BY_STATUS: dict[int, FaultKind] = {
    400: "bad_request",
    401: "bad_key",
    402: "quota",
    403: "forbidden",
    404: "unknown_model",
    405: "not_a_model_server",
    408: "timeout",
    409: "server",
    413: "too_long",
    415: "bad_request",
    422: "bad_request",
    425: "server",
    429: "rate_limit",
}
_CONTEXT_WORDS = (
    "context_length",
    "context length",
    "context window",
    "maximum context",
    "too many tokens",
    "prompt is too long",
    "exceeds the available context",
    "input tokens exceed",
)
_QUOTA_WORDS = ("insufficient_quota", "exceeded your current quota", "billing", "credit balance")
# The first row that names a class of the exception, or of one that it was raised from, counts.
_BY_CLASS: tuple[tuple[FaultKind, frozenset[str]], ...] = (
    ("unusable", frozenset({"EndlessReply"})),
    ("connection", frozenset({"ConnectTimeout", "PoolTimeout"})),
    ("timeout", frozenset({"TimeoutError", "APITimeoutError", "TimeoutException"})),
    ("connection", frozenset({"ConnectError", "ProxyError", "gaierror", "ConnectionRefusedError"})),
    ("dropped", frozenset({"RemoteProtocolError", "ReadError", "WriteError", "ConnectionResetError"})),
    ("connection", frozenset({"APIConnectionError", "TransportError", "ConnectionError", "OSError"})),
)
_DETAIL_CHARACTERS = 2000
_BAD_REPLY = (json.JSONDecodeError, KeyError, TypeError, AttributeError, ValueError, IndexError)


def as_fault(error: Exception) -> Fault:
    """The fault that this exception of a client tells of."""
    detail = _detail(error)
    status = _status(error)
    if status is not None:
        return Fault(
            _kind_of_status(status, detail),
            detail,
            status=status,
            retry_after_seconds=_retry_after_seconds(error),
        )
    names = {kind.__name__ for each in _chain(error) for kind in type(each).__mro__}
    for kind, classes in _BY_CLASS:
        if names & classes:
            return Fault(kind, str(_chain(error)[-1]) or detail, charged=kind != "connection")
    if "APIError" in names:  # an error in the midst of a stream has no status
        return Fault(_kind_of_status(500, detail), detail, charged=True)
    if isinstance(error, _BAD_REPLY):
        return Fault("not_a_model_server", detail)
    return Fault("bad_request", f"{type(error).__name__}: {detail}")


def _kind_of_status(status: int, detail: str) -> FaultKind:
    said = detail.lower()
    if status in (400, 413, 422, 500) and any(word in said for word in _CONTEXT_WORDS):
        return "too_long"
    if status in (403, 429) and any(word in said for word in _QUOTA_WORDS):
        return "quota"
    if status >= 500:
        return "server"
    return _BY_STATUS.get(status, "not_a_model_server" if 300 <= status < 400 else "bad_request")


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _status(error: Exception) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        for name in ("status_code", "http_status", "code"):
            status = getattr(holder, name, None)
            if isinstance(status, int) and 300 <= status < 600:
                return status
    return None


def _detail(error: Exception) -> str:
    """What the server said: the message in its document, else the exception's own."""
    body = getattr(error, "body", None)
    if isinstance(body, dict):
        inner = body.get("error", body)
        said = inner.get("message") if isinstance(inner, dict) else inner
        code = inner.get("code") if isinstance(inner, dict) else None
        if isinstance(said, str) and said:
            return (f"{said} ({code})" if isinstance(code, str) and code else said)[:_DETAIL_CHARACTERS]
    return str(error)[:_DETAIL_CHARACTERS]


def _retry_after_seconds(error: Exception) -> float | None:
    """RFC 9110, 10.2.3: seconds or a date; some servers also send milliseconds."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    if headers is None:
        return None
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    asked = headers.get("retry-after")
    seconds = _number(asked)
    if seconds is not None or not asked:
        return seconds
    try:
        moment = parsedate_to_datetime(asked)
        now = parsedate_to_datetime(headers["date"]) if headers.get("date") else datetime.now(UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None

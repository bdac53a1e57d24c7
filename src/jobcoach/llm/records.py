"""What is recorded of each call of a model. The key is never in it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One ``Gateway.ask``, whatever number of requests it took (``attempts``; 0 from cache).

    Tokens are the sum over the requests, None if the server told none of them;
    ``cost_dollars`` is None where no price is known. ``error`` is the kind of
    fault it ended in, "" if it went well. ``request_text`` and ``reply_text``
    are None unless ``llm.log_text`` is set.
    """

    prompt: str
    prompt_version: str
    model: str
    host: str
    sample: int
    tokens_in: int | None
    tokens_out: int | None
    latency_seconds: float
    cached: bool
    error: str
    attempts: int
    cost_dollars: float | None
    request_text: str | None = None
    reply_text: str | None = None


Record = Callable[[ModelCall], None]


def record_nothing(call: ModelCall) -> None:
    """For a caller that keeps no record."""

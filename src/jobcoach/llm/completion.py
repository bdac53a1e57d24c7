"""One request to a chat model and its reply, without the words of any client library."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from jobcoach.llm.prompts import Message

TextSeen = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CompletionRequest:
    """``response_format`` is the body's value of that name, None for plain text.

    ``temperature``, ``seed`` and ``max_output_tokens`` are None where the
    server is not to be told; ``token_limit_name`` says what it calls the last.
    """

    messages: tuple[Message, ...]
    response_format: dict[str, Any] | None
    temperature: float | None
    seed: int | None
    max_output_tokens: int | None
    token_limit_name: str
    asks_usage: bool
    streams: bool


@dataclass(frozen=True, slots=True)
class Completion:
    """The reply. ``finish_reason`` is "length" if it was cut off; tokens are None if unknown."""

    text: str
    finish_reason: str
    refusal: str
    tokens_in: int | None
    tokens_out: int | None


class ChatClient(Protocol):
    """A connection to one model on one server. Used by several threads at once."""

    def complete(self, request: CompletionRequest, on_text: TextSeen | None) -> Completion:
        """One request. ``on_text`` is given all text so far while it streams.

        Raises Fault for what went wrong, ModelUnavailable if the model's package
        is not installed or the key cannot be read.
        """
        ...

    def prepare(self) -> None:
        """Load what the first request needs. Nothing is sent, nothing raised."""
        ...

    def close(self) -> None:
        """Close its connections."""
        ...

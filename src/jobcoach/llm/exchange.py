"""One question to a model until there is a reply of the shape that was asked for.

::

    request ──400: takes less──▶ step down, at once
       │ ──429, 5xx, timeout…──▶ wait, again (retries.py)
       ▼
    reply ──cut off──▶ once more with twice the room
       │ ──not valid──▶ once more with what is wrong
       ▼
    object
"""

from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from pydantic import BaseModel

from jobcoach.llm.budget import Budget
from jobcoach.llm.capabilities import Capabilities, CapabilityMemory, step_down, without_format
from jobcoach.llm.completion import ChatClient, Completion, CompletionRequest, TextSeen
from jobcoach.llm.faults import Fault
from jobcoach.llm.prices import Price, estimated_tokens
from jobcoach.llm.prompts import Message, Prompt
from jobcoach.llm.reply_schema import schema_text, strict_schema
from jobcoach.llm.reply_text import NoObject, NotValid, read_reply, without_thoughts
from jobcoach.llm.retries import RetryPolicy

T = TypeVar("T", bound=BaseModel)
_REPAIRED_CHARACTERS = 20_000  # of a bad reply that is shown to the model again
_MAX_STEPS = 12


@dataclass(frozen=True)
class Line:
    """All that requests to one model have in common. ``price`` is None where unknown."""

    client: ChatClient
    capabilities: CapabilityMemory
    retries: RetryPolicy
    temperature: float
    seed: int
    max_output_tokens: int
    schema_prompt: Prompt
    repair_prompt: Prompt
    price: Price | None
    budget: Budget | None


class Exchange(Generic[T]):
    """For one use. Afterwards its public fields say what it took, and ``text`` what was said.

    The seed differs from sample to sample, else the same seed makes the same reply.
    """

    def __init__(self, line: Line, reply: type[T], sample: int, on_text: TextSeen | None) -> None:
        self._line = line
        self._reply = reply
        self._sample = sample
        self._on_text = on_text
        self.attempts = 0
        self.tokens_in: int | None = None
        self.tokens_out: int | None = None
        self.cost_dollars: float | None = 0.0 if line.price else None
        self.text = ""

    def run(self, messages: tuple[Message, ...]) -> T:
        """The reply. Raises Fault, ModelUnavailable, BudgetSpent."""
        room = self._line.max_output_tokens
        asked = messages
        enlarged = repaired = False
        while True:
            completion = self._line.retries.run(partial(self._request, asked, room))
            self.text = without_thoughts(completion.text)
            try:
                value = read_reply(completion.text, self._reply)
            except (NoObject, NotValid) as error:
                if completion.finish_reason == "length":
                    if enlarged:
                        raise Fault("truncated") from error
                    enlarged, room = True, room * 2
                    continue
                if repaired:
                    raise Fault("unusable", _faults_line(error)) from error
                repaired, asked = True, self._repairing(messages, completion, error)
            else:
                self._line.capabilities.keep()
                return value

    def _request(self, messages: tuple[Message, ...], room: int) -> Completion:
        """One attempt: a request, made smaller as long as the server says that it takes less."""
        used = self._line.capabilities.known
        for _ in range(_MAX_STEPS):
            try:
                completion = self._send(messages, room, used)
            except Fault as fault:
                less = step_down(used, fault)
                if less is None:
                    raise
                used = self._line.capabilities.known.below(less)
                continue
            self._line.capabilities.learn(used)
            return self._checked(completion)
        raise Fault("bad_request", "the server refuses every form of the request")

    def _checked(self, completion: Completion) -> Completion:
        if completion.refusal and "{" not in completion.text:
            raise Fault("refused", completion.refusal)
        if not completion.text.strip() and completion.finish_reason != "length":
            raise Fault("empty")
        if not completion.finish_reason:  # a stream that just ends may have lost its end
            try:
                read_reply(completion.text, self._reply)
            except (NoObject, NotValid) as error:
                raise Fault("dropped", "the reply has no end") from error
        return completion

    def _send(self, messages: tuple[Message, ...], room: int, used: Capabilities) -> Completion:
        request = self._built(messages, room, used)
        estimate = self._estimate_dollars(request, room)
        if self._line.budget is not None:
            self._line.budget.reserve(estimate)
        cost = estimate  # of a request that ends in Ctrl+C
        self.attempts += 1
        try:
            completion = self._line.client.complete(request, self._seen())
            cost = self._counted(request, completion)
            return completion
        except Fault as fault:
            cost = estimate if fault.charged else 0.0
            raise
        finally:
            if self._line.budget is not None:
                self._line.budget.settle(estimate, cost)
            if self.cost_dollars is not None:
                self.cost_dollars += cost

    def _seen(self) -> TextSeen | None:
        on_text = self._on_text
        if on_text is None:
            return None

        def seen(text: str) -> None:
            if visible := without_thoughts(text):
                on_text(visible)

        return seen

    def _built(self, messages: tuple[Message, ...], room: int, used: Capabilities) -> CompletionRequest:
        line = self._line
        repairing = messages[-2:-1] and messages[-2].role == "assistant"  # that prompt shows the schema
        if used.format_name != "json_schema" and not repairing:
            wanted = line.schema_prompt.render({"schema": schema_text(self._reply)}, "")[-1].text
            messages = (*messages[:-1], Message(messages[-1].role, f"{messages[-1].text}\n\n{wanted}"))
        return CompletionRequest(
            messages=messages,
            response_format=_response_format(used, self._reply),
            temperature=None if used.no_temperature else line.temperature,
            seed=None if used.no_seed else line.seed + self._sample,
            max_output_tokens=room,
            token_limit_name=used.token_limit_name,
            asks_usage=not used.no_usage,
            streams=not used.no_stream,
        )

    def _repairing(
        self, messages: tuple[Message, ...], completion: Completion, error: NoObject | NotValid
    ) -> tuple[Message, ...]:
        """The conversation with the bad reply and what is wrong with it."""
        if isinstance(error, NoObject):
            self._line.capabilities.learn(without_format(self._line.capabilities.known))
        values = {"faults": str(error), "schema": schema_text(self._reply)}
        said = without_thoughts(completion.text)[:_REPAIRED_CHARACTERS] or "{}"
        return (*messages, Message("assistant", said), *self._line.repair_prompt.render(values, ""))

    def _estimate_dollars(self, request: CompletionRequest, room: int) -> float:
        if self._line.price is None:
            return 0.0
        texts = [message.text for message in request.messages]
        if request.response_format is not None:
            texts.append(str(request.response_format))
        return self._line.price.cost_dollars(estimated_tokens(texts), room)

    def _counted(self, request: CompletionRequest, completion: Completion) -> float:
        """Add up the tokens; the cost by what the server told, else by an estimate."""
        if completion.tokens_in is not None:
            self.tokens_in = (self.tokens_in or 0) + completion.tokens_in
        if completion.tokens_out is not None:
            self.tokens_out = (self.tokens_out or 0) + completion.tokens_out
        if self._line.price is None:
            return 0.0
        tokens_in, tokens_out = completion.tokens_in, completion.tokens_out
        return self._line.price.cost_dollars(
            estimated_tokens(each.text for each in request.messages) if tokens_in is None else tokens_in,
            estimated_tokens([completion.text]) if tokens_out is None else tokens_out,
        )


def _faults_line(error: NoObject | NotValid) -> str:
    return "; ".join(str(error).splitlines()[:3])


def _response_format(used: Capabilities, reply: type[BaseModel]) -> dict[str, object] | None:
    match used.format_name:
        case "json_schema":
            schema = {"name": reply.__name__, "schema": strict_schema(reply), "strict": True}
            return {"type": "json_schema", "json_schema": schema}
        case "json_object":
            return {"type": "json_object"}
        case "text":
            return None

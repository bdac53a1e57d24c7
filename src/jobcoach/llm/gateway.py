"""Asking a model for an object of a given shape: the one door of this package.

The order is: cache, then requests within the budget, then cache and record.
LangChain is imported at the first request, never for what is in the cache.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel

from jobcoach.llm.budget import Budget
from jobcoach.llm.capabilities import FORMATS, Capabilities, CapabilityMemory, servers_file
from jobcoach.llm.completion import TextSeen
from jobcoach.llm.exchange import Exchange, Line
from jobcoach.llm.faults import BudgetSpent, Fault, ModelUnavailable, as_error
from jobcoach.llm.late_client import LateClient
from jobcoach.llm.model_name import ModelName, read_model_name
from jobcoach.llm.prices import demand_price, find_price
from jobcoach.llm.prompts import Prompt, Value, load_prompt
from jobcoach.llm.records import ModelCall, Record, record_nothing
from jobcoach.llm.reply_cache import ReplyCache, Trouble, open_reply_cache
from jobcoach.llm.reply_schema import schema_hash
from jobcoach.llm.reply_text import NoObject, NotValid, read_reply
from jobcoach.llm.retries import RetryPolicy
from jobcoach.llm.untrusted import new_marker
from jobcoach.resources import prompts_folder
from jobcoach.settings import ModelSettings

T = TypeVar("T", bound=BaseModel)
Caching = Literal["use", "refresh", "off"]
_KEY_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """What the model said, valid. ``cached`` is true if it was not asked this time."""

    value: T
    model: str
    cached: bool
    prompt_version: str


@dataclass(frozen=True)
class Wiring:
    """What a gateway is given from outside.

    ``on_trouble`` is told of a cache that does not work.
    """

    record: Record = record_nothing
    caching: Caching = "use"
    budget_dollars: float | None = None
    on_trouble: Trouble = lambda _: None
    on_close: Callable[[], None] = lambda: None
    sleep: Callable[[float], None] = time.sleep
    marker: Callable[[], str] = new_marker
    prompts: Path | None = None


@dataclass(frozen=True)
class Gateway:
    """One model on one server. Usable from several threads; ``close`` it after use.

    ``model`` is its name as the user gave it.
    """

    name: ModelName
    settings: ModelSettings
    line: Line
    cache: ReplyCache
    wiring: Wiring = field(default_factory=Wiring)

    @property
    def model(self) -> str:
        """The model's name as it is stored with grades."""
        return self.name.given

    @property
    def host(self) -> str:
        """Host and port of its server."""
        return self.name.host

    @property
    def spent_dollars(self) -> float | None:
        """What the requests have cost so far; None without a budget."""
        return self.line.budget.spent_dollars if self.line.budget else None

    def ask(
        self,
        prompt: Prompt,
        variables: Mapping[str, Value],
        reply: type[T],
        *,
        sample: int = 0,
        on_text: TextSeen | None = None,
    ) -> Reply[T]:
        """The model's reply to a prompt, as a ``reply``.

        ``sample`` tells repeated questions apart. ``on_text`` is given all text
        so far while it streams, from the start again when a request is repeated;
        once for a reply from the cache.

        Raises ModelUnavailable, ReplyUnusable, BudgetSpent; ValueError if variables
        or reply are not those of the prompt.
        """
        if prompt.schema != reply.__name__:
            raise ValueError(f"the prompt {prompt.name} is answered by a {prompt.schema or 'text'}")
        begun = time.monotonic()
        key_text = prompt.key_text(variables)
        key = self._key(prompt, key_text, reply, sample)
        if (kept := self._cached(key, reply)) is not None:
            text, value = kept
            self._recorded(prompt, sample, begun, Outcome(text=text, cached=True, cost_dollars=0.0), key_text)
            if on_text is not None:
                on_text(text)
            return Reply(value, self.model, True, prompt.version)
        exchange = Exchange(self.line, reply, sample, on_text)
        error = "interrupted"
        try:
            value = exchange.run(prompt.render(variables, self.wiring.marker()))
            error = ""
        except Fault as fault:
            error = fault.kind
            raise as_error(fault, self.name.model, self.name.host) from fault
        except ModelUnavailable as failure:
            error = failure.kind
            raise
        except BudgetSpent:
            error = "budget_spent"
            raise
        finally:
            self._recorded(prompt, sample, begun, _outcome(exchange, error), key_text)
        if self.wiring.caching != "off":
            self.cache.put(key, exchange.text)
        return Reply(value, self.model, False, prompt.version)

    def warm_up(self) -> None:
        """Load the client in the background, while the user reads: it takes a second. Returns at once."""
        threading.Thread(target=self.line.client.prepare, name="load-model-client", daemon=True).start()

    def close(self) -> None:
        """Close connections, the cache, and what was opened for the record."""
        self.line.client.close()
        self.cache.close()
        self.wiring.on_close()

    def __enter__(self) -> "Gateway":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _cached(self, key: str, reply: type[T]) -> tuple[str, T] | None:
        """The text kept for this key and its value; one that is not valid (any more) is forgotten."""
        if self.wiring.caching != "use" or (text := self.cache.get(key)) is None:
            return None
        try:
            return text, read_reply(text, reply)
        except (NoObject, NotValid):
            self.cache.remove(key)
            return None

    def _key(self, prompt: Prompt, key_text: str, reply: type[BaseModel], sample: int) -> str:
        """All that a reply hangs on, and nothing that differs from call to call."""
        parts = [
            _KEY_FORMAT,
            self.name.given,
            self.name.base_url,
            self.settings.temperature,
            self.settings.seed,
            self.settings.max_output_tokens,
            prompt.name,
            prompt.version,
            self.line.schema_prompt.version,
            self.line.repair_prompt.version,
            key_text,
            schema_hash(reply),
            sample,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def _recorded(
        self, prompt: Prompt, sample: int, begun: float, outcome: "Outcome", request_text: str
    ) -> None:
        log_text = self.settings.log_text
        self.wiring.record(
            ModelCall(
                prompt=prompt.name,
                prompt_version=prompt.version,
                model=self.model,
                host=self.host,
                sample=sample,
                tokens_in=outcome.tokens_in,
                tokens_out=outcome.tokens_out,
                latency_seconds=time.monotonic() - begun,
                cached=outcome.cached,
                error=outcome.error,
                attempts=outcome.attempts,
                cost_dollars=outcome.cost_dollars,
                # SQLite's tools show a text up to its first NUL
                request_text=request_text.replace("\0", "\n") if log_text else None,
                reply_text=outcome.text if log_text else None,
            )
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question ended, for the record."""

    text: str
    error: str = ""
    cached: bool = False
    attempts: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost_dollars: float | None = None


def _outcome(exchange: Exchange[T], error: str) -> Outcome:
    return Outcome(
        text=exchange.text,
        error=error,
        attempts=exchange.attempts,
        tokens_in=exchange.tokens_in,
        tokens_out=exchange.tokens_out,
        cost_dollars=exchange.cost_dollars,
    )


def open_gateway(settings: ModelSettings, cache_folder: Path, wiring: Wiring | None = None) -> Gateway:
    """The gateway to the configured model; nothing is sent yet, and neither key nor server need be there.

    Raises EnvironmentMissing if no model is configured, InputError for settings
    that cannot be used and for a budget where no price is known.
    """
    wiring = wiring or Wiring()
    name = read_model_name(settings.model, settings.base_url)
    budget = None if wiring.budget_dollars is None else Budget(wiring.budget_dollars)
    price = find_price(name, settings.prices) if budget is None else demand_price(name, settings.prices)
    prompts = wiring.prompts or prompts_folder()
    start = Capabilities() if name.speaks_openai else Capabilities(format=len(FORMATS) - 1)
    line = Line(
        client=LateClient(name, settings),
        capabilities=CapabilityMemory(servers_file(cache_folder), f"{name.server} {name.model}", start),
        retries=RetryPolicy(attempts=settings.attempts, sleep=wiring.sleep),
        temperature=settings.temperature,
        seed=settings.seed,
        max_output_tokens=settings.max_output_tokens,
        schema_prompt=load_prompt("reply-schema", prompts),
        repair_prompt=load_prompt("reply-repair", prompts),
        price=price,
        budget=budget,
    )
    cache = open_reply_cache(cache_folder, settings.cache_size_bytes, wiring.on_trouble)
    return Gateway(name, settings, line, cache, wiring)

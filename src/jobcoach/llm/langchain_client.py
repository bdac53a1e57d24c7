"""The one place that calls LangChain. It is imported, late, when the first request is made."""

import logging
import os
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from jobcoach.errors import EnvironmentMissing, JobcoachError
from jobcoach.llm.client_faults import as_fault
from jobcoach.llm.completion import Completion, CompletionRequest, TextSeen
from jobcoach.llm.faults import Fault, unavailable
from jobcoach.llm.model_name import ModelName
from jobcoach.settings import ModelSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

_MAX_REPLY_CHARACTERS = 2_000_000
_WHOLE_REPLY_TIMEOUTS = 10  # a server that sends a token now and then must end some time, too
_HIDDEN = "********"
# They log requests with their headers, and advise programmers on stderr.
_TALKATIVE = (
    "openai", "httpx", "httpcore", "httpx2", "httpcore2", "langsmith", "langchain", "langchain_core",
    "langchain_openai",
)  # fmt: skip
# Old switches that make LangChain refuse to work at all, whatever tracing_context says.
_REFUSED_VARIABLES = ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER")
# The client would send these headers to whatever server the user named.
_STRAY_VARIABLES = ("OPENAI_CUSTOM_HEADERS",)


class LangChainClient:
    """A ``ChatClient``. Nothing is sent to tracing services, whatever the environment says."""

    def __init__(self, name: ModelName, settings: ModelSettings, key: SecretStr | None) -> None:
        self._name = name
        self._settings = settings
        self._key = key
        self._lock = threading.Lock()
        self._model: BaseChatModel | None = None

    def complete(self, request: CompletionRequest, on_text: TextSeen | None) -> Completion:
        if self._name.speaks_openai and self._name.base_url is None and self._key is None:
            raise Fault("bad_key", "no key is configured")
        model = self._opened()
        from jobcoach.llm.deadline import ends_within  # httpx: 60 ms, which the client has loaded by now

        with ends_within(self._longest_seconds):
            return self._completed(model, request, on_text)

    def _completed(
        self, model: "BaseChatModel", request: CompletionRequest, on_text: TextSeen | None
    ) -> Completion:
        if not request.streams:
            (message,) = self._guarded(_invoked(model, request, self._name))
            completion = _completion([message], "stop")
            if on_text is not None and completion.text:
                on_text(completion.text)
            return completion
        return self._streamed(model, request, on_text)

    def prepare(self) -> None:
        with suppress(JobcoachError, Fault):
            self._opened()

    def close(self) -> None:
        """Close the connections that are ours; other providers' packages look after theirs."""
        with self._lock:
            http_client = getattr(self._model, "http_client", None)
            if self._name.speaks_openai and http_client is not None:
                http_client.close()
            self._model = None

    @property
    def _longest_seconds(self) -> float:
        return self._settings.timeout_seconds * _WHOLE_REPLY_TIMEOUTS

    def _streamed(
        self, model: "BaseChatModel", request: CompletionRequest, on_text: TextSeen | None
    ) -> Completion:
        deadline = time.monotonic() + self._longest_seconds
        chunks: list[AIMessage] = []
        text = ""
        for chunk in self._guarded(_stream(model, request, self._name)):
            chunks.append(chunk)
            piece = _text(chunk)
            text += piece
            if len(text) > _MAX_REPLY_CHARACTERS or time.monotonic() > deadline:
                raise Fault("unusable", "the reply has no end", charged=True)
            if piece and on_text is not None:
                on_text(text)
        # Only in OpenAI's protocol does a reply without a reason to end mean that its end is lost.
        return _completion(chunks, "" if self._name.speaks_openai else "stop")

    def _guarded(self, messages: "Iterator[AIMessage]") -> "Iterator[AIMessage]":
        """The same messages; what the client raises, and nothing that the caller does, as a Fault."""
        from langsmith import tracing_context  # 200 ms, with langchain

        while True:
            try:
                with tracing_context(enabled=False):
                    message = next(messages)
            except StopIteration:
                return
            except (Fault, JobcoachError):
                raise
            except Exception as error:  # noqa: BLE001 (each provider's package raises its own)
                fault = self._without_key(as_fault(error))
                raise fault from (None if self._names_key(str(error)) else error)
            yield message

    def _opened(self) -> "BaseChatModel":
        with self._lock:
            if self._model is None:
                self._model = self._open_or_fault()
            return self._model

    def _open_or_fault(self) -> "BaseChatModel":
        """The model. Raises Fault for what its class does not take, such as no key."""
        try:
            return self._open()
        except (OSError, ValueError, TypeError) as error:
            lacks_key = self._key is None and self._name.provider.key
            fault = self._without_key(Fault("bad_key" if lacks_key else "bad_request", str(error)))
            raise fault from (None if self._names_key(str(error)) else error)

    def _open(self) -> "BaseChatModel":
        for variable in (*_REFUSED_VARIABLES, *_STRAY_VARIABLES):
            os.environ.pop(variable, None)
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.ERROR)
        warnings.filterwarnings("ignore", module="langchain")
        if self._name.speaks_openai:
            from jobcoach.llm.openai_chat import openai_chat  # 1 s: langchain_openai

            return openai_chat(self._name, self._settings, self._key)
        return _other_chat(self._name, self._settings, self._key)

    def _names_key(self, text: str) -> bool:
        return self._key is not None and self._key.get_secret_value() in text

    def _without_key(self, fault: Fault) -> Fault:
        if self._names_key(fault.detail) and self._key is not None:
            fault.detail = fault.detail.replace(self._key.get_secret_value(), _HIDDEN)
            fault.args = (fault.detail,)
        return fault


def _other_chat(name: ModelName, settings: ModelSettings, key: SecretStr | None) -> "BaseChatModel":
    """A model of another provider, where its package is installed. Raises ModelUnavailable."""
    from langchain.chat_models import init_chat_model  # 1 s

    provider = name.provider
    given: dict[str, object] = {
        provider.url: name.base_url,
        provider.key: key,
        provider.limit: settings.max_output_tokens,
        provider.timeout: settings.timeout_seconds,
        provider.retries: 0,
        provider.seed: settings.seed,
    }
    taken: dict[str, Any] = {name: value for name, value in given.items() if name and value is not None}
    try:
        model: BaseChatModel = init_chat_model(
            name.model, model_provider=provider.name, temperature=settings.temperature, **taken
        )
    except ImportError as error:
        missing = EnvironmentMissing(
            f"the model {name.given} needs a package that is not installed",
            why=f"{provider.package} brings {provider.name}",
            mend=f"pip install {provider.package}",
        )
        raise unavailable("no_package", missing) from error
    return model


def _arguments(request: CompletionRequest, name: ModelName) -> dict[str, Any]:
    """What is sent beside the messages.

    ``response_format`` goes by ``extra_body``: named as a parameter, it would take
    a path of the client that parses by itself and raises for a reply that was cut off.
    """
    if not name.speaks_openai:
        return {}
    body: dict[str, Any] = {}
    if request.response_format is not None:
        body["response_format"] = request.response_format
    if request.token_limit_name and request.max_output_tokens is not None:
        body[request.token_limit_name] = request.max_output_tokens
    given = {"temperature": request.temperature, "seed": request.seed, "extra_body": body or None}
    return {key: value for key, value in given.items() if value is not None}


def _messages(request: CompletionRequest) -> "list[BaseMessage]":
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
    return [kinds[message.role](content=message.text) for message in request.messages]


def _invoked(model: "BaseChatModel", request: CompletionRequest, name: ModelName) -> "Iterator[AIMessage]":
    yield model.invoke(_messages(request), **_arguments(request, name))


def _stream(model: "BaseChatModel", request: CompletionRequest, name: ModelName) -> "Iterator[AIMessage]":
    arguments = _arguments(request, name)
    if name.speaks_openai and request.asks_usage:
        arguments["stream_usage"] = True
    yield from model.stream(_messages(request), **arguments)


def _completion(messages: "list[AIMessage]", default_reason: str) -> Completion:
    text = "".join(map(_text, messages))
    thoughts = "".join(
        _extra(message, "reasoning_content") or _extra(message, "reasoning") for message in messages
    )
    refusal = "".join(_extra(message, "refusal") for message in messages)
    reasons = [reason for message in messages if (reason := _finish_reason(message))]
    usages = [usage for message in messages if (usage := message.usage_metadata)]
    return Completion(
        text=text if text.strip() else thoughts,
        finish_reason=reasons[-1] if reasons else default_reason,
        refusal=refusal
        or ("" if "content_filter" not in reasons else "its content filter stopped the reply"),
        tokens_in=max((usage["input_tokens"] for usage in usages), default=None),
        tokens_out=max((usage["output_tokens"] for usage in usages), default=None),
    )


def _text(message: "AIMessage") -> str:
    """The text of a message; other providers' content is a list of blocks."""
    content = message.content
    if isinstance(content, str):
        return content
    return "".join(
        block if isinstance(block, str) else str(block.get("text", ""))
        for block in content
        if isinstance(block, str) or block.get("type", "text") == "text"
    )


def _extra(message: "AIMessage", name: str) -> str:
    value = message.additional_kwargs.get(name)
    return value if isinstance(value, str) else ""


def _finish_reason(message: "AIMessage") -> str:
    """OpenAI's word for why the reply ended, whatever the provider calls it."""
    about = message.response_metadata
    reason = about.get("finish_reason") or about.get("stop_reason") or about.get("done_reason") or ""
    return {"max_tokens": "length", "MAX_TOKENS": "length", "SAFETY": "content_filter"}.get(
        reason, str(reason)
    )

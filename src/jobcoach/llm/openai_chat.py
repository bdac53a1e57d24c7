"""The chat model for OpenAI and for every server that speaks its protocol. Importing it costs a second.

langchain-openai leaves out what only other servers send (``reasoning_content``),
and takes server, proxy and organisation from the environment; this does neither.
"""

from collections.abc import Mapping
from typing import Any

import httpx
import openai
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from jobcoach.llm.bounded_reply import bound
from jobcoach.llm.deadline import DeadlineTransport
from jobcoach.llm.model_name import ModelName
from jobcoach.settings import ModelSettings

_OPENAI_URL = "https://api.openai.com/v1"
_NO_KEY = "none"  # the client insists on one, a local server does not
# What the client would add from the environment: it is no business of a server the user named.
_STRAY_HEADERS = ("OpenAI-Organization", "OpenAI-Project")
# What is only in the raw reply: a refusal, and the content of models that think aloud.
_EXTRAS = ("refusal", "reasoning_content", "reasoning")


class CompatibleChat(ChatOpenAI):
    """``ChatOpenAI`` that keeps refusal and reasoning in ``additional_kwargs``."""

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        converted = super()._convert_chunk_to_generation_chunk(
            chunk, default_chunk_class, base_generation_info
        )
        choices = chunk.get("choices") or []
        if converted is not None and choices and isinstance(converted.message, AIMessageChunk):
            converted.message.additional_kwargs.update(_extras(choices[0].get("delta")))
        return converted

    def _create_chat_result(
        self, response: dict[str, Any] | openai.BaseModel, generation_info: dict[str, Any] | None = None
    ) -> ChatResult:
        result = super()._create_chat_result(response, generation_info)
        document = response if isinstance(response, dict) else response.model_dump(warnings=False)
        for generation, choice in zip(result.generations, document.get("choices") or (), strict=False):
            if isinstance(generation.message, AIMessage):
                generation.message.additional_kwargs.update(_extras(choice.get("message")))
        return result


def _extras(message: object) -> dict[str, str]:
    if not isinstance(message, Mapping):
        return {}
    return {name: text for name in _EXTRAS if isinstance(text := message.get(name), str) and text}


def openai_chat(name: ModelName, settings: ModelSettings, key: SecretStr | None) -> CompatibleChat:
    """A chat model that asks the server of our settings and no other, and never asks twice by itself.

    The timeout of the settings is for each part of a reply; the whole exchange is bounded by
    ``ends_within``.
    """
    timeout = httpx.Timeout(
        settings.timeout_seconds, connect=min(settings.connect_seconds, settings.timeout_seconds)
    )
    return CompatibleChat(
        model=name.model,
        base_url=name.base_url or _OPENAI_URL,
        api_key=key or SecretStr(_NO_KEY),
        timeout=timeout,
        max_retries=0,
        openai_proxy=None,
        http_client=httpx.Client(
            trust_env=False,
            transport=DeadlineTransport(
                verify=httpx.create_ssl_context(trust_env=True),  # SSL_CERT_FILE of a company's network
                proxy=settings.proxy,
            ),
            timeout=timeout,
            follow_redirects=False,  # a redirect would carry what we send to another host
            headers={"Accept-Encoding": "identity"},  # a packed reply can be a bomb
            event_hooks={"request": [_drop_stray_headers], "response": [bound]},
        ),
        use_responses_api=False,
        stream_usage=False,
        cache=False,
        verbose=False,
        disable_streaming=False,
    )


def _drop_stray_headers(request: httpx.Request) -> None:
    for name in _STRAY_HEADERS:
        request.headers.pop(name, None)

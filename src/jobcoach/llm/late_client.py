"""A client that is made when the first request is: what is cached needs neither LangChain nor a key."""

import threading
from contextlib import suppress

from pydantic import SecretStr

from jobcoach.errors import JobcoachError
from jobcoach.llm.completion import ChatClient, Completion, CompletionRequest, TextSeen
from jobcoach.llm.faults import unavailable
from jobcoach.llm.model_name import ModelName
from jobcoach.settings import ModelSettings, read_api_key


class LateClient:
    """A ``ChatClient``. A key that cannot be read is told at the first request."""

    def __init__(self, name: ModelName, settings: ModelSettings) -> None:
        self._name = name
        self._settings = settings
        self._lock = threading.Lock()
        self._client: ChatClient | None = None

    def complete(self, request: CompletionRequest, on_text: TextSeen | None) -> Completion:
        return self._opened().complete(request, on_text)

    def prepare(self) -> None:
        with suppress(JobcoachError):  # the first request tells it
            self._opened().prepare()

    def _opened(self) -> ChatClient:
        with self._lock:
            if self._client is None:
                from jobcoach.llm.langchain_client import LangChainClient  # 20 ms; LangChain itself later

                self._client = LangChainClient(self._name, self._settings, self._key())
            return self._client

    def _key(self) -> SecretStr | None:
        try:
            return read_api_key(self._settings)
        except JobcoachError as error:
            raise unavailable("bad_key", error) from error

    def close(self) -> None:
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

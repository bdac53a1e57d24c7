"""A prompt, the reply it wants, and gateways whose records, troubles and waits are kept."""

from pathlib import Path
from typing import Any

from model_server import ModelServer
from pydantic import BaseModel, ConfigDict

from jobcoach.llm.gateway import Gateway, Wiring, open_gateway
from jobcoach.llm.records import ModelCall
from jobcoach.llm.reply_cache import CacheTrouble
from jobcoach.settings import ModelSettings

PROMPT = """---
name: greet
version: 3
variables: [language, answer]
schema: Greeting
---

# system

You greet in {{language}}.

# user

{{answer}}
"""


class Greeting(BaseModel):
    """What the prompt ``greet`` asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    count: int


GOOD = '{"word": "안녕", "count": 2}'
GREETING = Greeting(word="안녕", count=2)


class Bench:
    """Opens gateways; keeps what they record, tell and sleep."""

    def __init__(self, server: ModelServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.calls: list[ModelCall] = []
        self.told: list[CacheTrouble] = []
        self.slept: list[float] = []
        self._opened: list[Gateway] = []

    def open(self, *, wiring: dict[str, Any] | None = None, **settings: Any) -> Gateway:
        given = {"model": "test-model", "base_url": self.server.base_url, "timeout_seconds": 5.0, **settings}
        gateway = open_gateway(
            ModelSettings(**given),
            self.folder,
            Wiring(
                record=self.calls.append,
                on_trouble=self.told.append,
                sleep=self.slept.append,
                **(wiring or {}),
            ),
        )
        self._opened.append(gateway)
        return gateway

    def close(self) -> None:
        for gateway in self._opened:
            gateway.close()

"""Which model is meant, and who serves it: ``openai:gpt-4.1``, ``ollama:qwen3:8b``, or a bare name."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jobcoach.errors import EnvironmentMissing, InputError

_TABLE = Path(__file__).with_name("providers.toml")
OPENAI = "openai"


@dataclass(frozen=True, slots=True)
class Provider:
    """A row of ``providers.toml``; an empty parameter name is one that the class does not take."""

    name: str
    package: str
    host: str
    key: str = ""
    url: str = ""
    limit: str = ""
    timeout: str = ""
    retries: str = ""
    seed: str = ""
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelName:
    """A model on a server, as the user named it in ``given``; ``base_url`` is None for the provider's own."""

    given: str
    provider: Provider
    model: str
    base_url: str | None

    @property
    def host(self) -> str:
        """Host and port of the server; never what else an URL may hold, such as a password."""
        return host_of(self.base_url) if self.base_url else self.provider.host

    @property
    def server(self) -> str:
        """What tells the server from others: host, port and path, without a password."""
        return self.host + urlsplit(self.base_url or "").path.rstrip("/")

    @property
    def speaks_openai(self) -> bool:
        """Whether it is reached by OpenAI's protocol."""
        return self.provider.name == OPENAI


def read_model_name(given: str | None, base_url: str | None) -> ModelName:
    """The model of that name; where a server is named and no provider is, one that speaks OpenAI's protocol.

    Raises EnvironmentMissing if none is configured, InputError for a name that
    says nothing of its provider.
    """
    given = (given or "").strip()
    if not given:
        raise EnvironmentMissing(
            "no model is configured",
            why="llm.model is not set",
            mend="jobcoach config set llm.model openai:gpt-4.1-mini",
        )
    providers = _providers()
    before, _, after = given.partition(":")
    if after and before in providers:
        return ModelName(given, providers[before], after, base_url)
    if base_url is not None:
        return ModelName(given, providers[OPENAI], given, base_url)
    for provider in providers.values():
        if given.startswith(provider.models):
            return ModelName(given, provider, given, base_url)
    raise InputError(
        f"the model {given} names no provider",
        why=f"known are {', '.join(sorted(providers))}",
        mend=f"name it, such as openai:{given}, or your own server: jobcoach config set llm.base_url URL",
    )


def host_of(url: str) -> str:
    """Host and port of an URL that the settings have let pass."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def is_loopback(host: str) -> bool:
    """Whether the server runs on this machine."""
    name = host.rsplit(":", 1)[0] if host.count(":") == 1 else host
    return name == "localhost" or name.startswith("127.") or name in ("::1", "0.0.0.0")  # noqa: S104 (compared, not bound)


@cache
def _providers() -> dict[str, Provider]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {
        name: Provider(name=name, **{**row, "models": tuple(row.get("models", ()))})
        for name, row in rows.items()
    }

"""The settings' types: one section a table of ``config.toml``."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr

from jobcoach.words import Language

SECRET_KEYS = frozenset({"llm.api_key"})


def _absolute(path: Path) -> Path:
    path = path.expanduser()
    if not path.is_absolute():
        raise ValueError("the path must be absolute or begin with ~")
    return path


AbsolutePath = Annotated[Path, AfterValidator(_absolute)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class JudgeSettings(_Section):
    """``jobs`` is how many submissions run at once; ``images`` maps a language to an image's name."""

    jobs: int = Field(default_factory=_cores, ge=1, le=1024)
    sandbox: Literal["docker", "process"] = "docker"
    time_factor: float = Field(default=1.0, gt=0, le=1000, allow_inf_nan=False)
    images: Mapping[str, str] = Field(default_factory=dict)
    docker_host: str | None = None


class FolderSettings(_Section):
    """A folder to take in place of the shipped one."""

    path: AbsolutePath | None = None


def _with_host(url: str) -> str:
    """The same. Raises ValueError for an URL that names no host, or no valid port."""
    parts = urlsplit(url)
    if not parts.hostname or parts.port == 0:
        raise ValueError("the URL names no server")
    return url


def _split(value: object) -> object:
    """A list in one text, as a variable or ``config set`` gives it."""
    return [each for each in value.replace(",", " ").split() if each] if isinstance(value, str) else value


PriceText = Annotated[str, Field(pattern=r"^[^\s=,]+=\d{1,6}(\.\d{1,6})?/\d{1,6}(\.\d{1,6})?$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$"), AfterValidator(_with_host)]


class ModelSettings(_Section):
    """The language model and its server. The key comes from the environment or from a file of mode 0600.

    ``seed`` and ``temperature`` are sent to servers that take them. ``attempts``
    counts the first one. ``prices`` are ``MODEL=IN/OUT`` in US dollars per
    million tokens. ``proxy`` is the only proxy ever used. ``log_text`` keeps
    what is sent and answered in the database.
    """

    model: str | None = None
    base_url: Url | None = None
    proxy: Url | None = None
    timeout_seconds: float = Field(default=60.0, gt=0, le=3600, allow_inf_nan=False)
    connect_seconds: float = Field(default=10.0, gt=0, le=3600, allow_inf_nan=False)
    attempts: int = Field(default=3, ge=1, le=10)
    temperature: float = Field(default=0.0, ge=0, le=2, allow_inf_nan=False)
    seed: int = Field(default=7, ge=0, le=2**31 - 1)
    max_output_tokens: int = Field(default=4096, ge=16, le=1_000_000)
    prices: Annotated[tuple[PriceText, ...], BeforeValidator(_split)] = ()
    cache_size_bytes: int = Field(default=256 << 20, ge=1 << 20, le=1 << 40)
    log_text: bool = False
    api_key: SecretStr | None = None
    api_key_file: AbsolutePath | None = None


class ReviewSettings(_Section):
    """``pack_tokens``: of a request, how many may be text of the repository; prompt and reply come on top."""

    pack_tokens: int = Field(default=24_000, ge=1_000, le=1_000_000)


Goal = Literal["all", "interview", "portfolio", "coding-test"]
GOALS: tuple[Goal, ...] = get_args(Goal)


class Settings(_Section):
    """All settings, valid. ``goal`` is what the user prepares for most."""

    lang: Language | None = None
    goal: Goal = "all"
    judge: JudgeSettings = Field(default_factory=JudgeSettings)
    problems: FolderSettings = Field(default_factory=FolderSettings)
    prompts: FolderSettings = Field(default_factory=FolderSettings)
    llm: ModelSettings = Field(default_factory=ModelSettings)
    review: ReviewSettings = Field(default_factory=ReviewSettings)


def leaves(section: BaseModel, prefix: str = "") -> Iterator[tuple[str, object]]:
    """All single settings with their dotted keys."""
    for name in type(section).model_fields:
        value = getattr(section, name)
        if isinstance(value, BaseModel):
            yield from leaves(value, f"{prefix}{name}.")
        elif isinstance(value, Mapping) and value:
            yield from ((f"{prefix}{name}.{inner}", value[inner]) for inner in sorted(value))
        else:
            yield prefix + name, value


def known_keys() -> list[str]:
    """The dotted keys there are."""
    return [key for key, _ in leaves(Settings())]

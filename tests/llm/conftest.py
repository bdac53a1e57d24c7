"""A model server, a prompt, and a gateway between them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from llm_bench import PROMPT, Bench, Greeting
from model_server import ModelServer

from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt, load_prompt


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt:
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "greet.md").write_text(PROMPT, encoding="utf-8")
    return load_prompt("greet", folder)


@pytest.fixture
def bench(server: ModelServer, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(server, tmp_path / "cache")
    yield made
    made.close()


@pytest.fixture
def ask(prompt: Prompt) -> Callable[..., Any]:
    def asking(gateway: Gateway, answer: str = "hello", **how: Any) -> Any:
        return gateway.ask(prompt, {"language": "Korean", "answer": answer}, Greeting, **how)

    return asking

"""What commands get from ``open_model``: settings, cache, budget and a row in the store for each call."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from llm_bench import GOOD, PROMPT, Greeting
from model_server import ModelServer, say, status

from jobcoach.cli.context import AppContext
from jobcoach.cli.model import ModelFlags, open_model
from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.llm.faults import BudgetSpent, ModelUnavailable
from jobcoach.llm.prompts import Prompt, load_prompt
from jobcoach.store import Store


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch):
    with ModelServer(default=say(GOOD)) as running:
        monkeypatch.setenv("JOBCOACH_LLM__BASE_URL", running.base_url)
        monkeypatch.setenv("JOBCOACH_LLM__MODEL", "test-model")
        yield running


@pytest.fixture
def app() -> AppContext:
    return AppContext(lang="en", lang_given=False, json=False, quiet=False, debug=False)


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt:
    (tmp_path / "greet.md").write_text(PROMPT, encoding="utf-8")
    return load_prompt("greet", tmp_path)


VALUES = {"language": "Korean", "answer": "hello"}


def test_each_call_is_recorded_also_one_that_fails(app, server, prompt, jobcoach_home) -> None:
    with open_model(app, ModelFlags()) as gateway:
        gateway.ask(prompt, VALUES, Greeting)
        gateway.ask(prompt, VALUES, Greeting)
        server.default = status(401)
        with pytest.raises(ModelUnavailable):
            gateway.ask(prompt, VALUES, Greeting, sample=1)
    with Store.open(jobcoach_home / "jobcoach.db") as store:
        calls = store.model_calls.latest()
    assert [(call.cached, call.error) for call in calls] == [(False, "bad_key"), (True, ""), (False, "")]
    assert calls[2].model == "test-model"
    assert (calls[2].tokens_in, calls[2].tokens_out) == (100, 20)
    assert calls[2].request_text is None


def test_threads_record_while_the_command_uses_the_store(app, server, prompt, jobcoach_home) -> None:
    with Store.open(jobcoach_home / "jobcoach.db") as store, open_model(app, ModelFlags()) as gateway:
        threads = [
            threading.Thread(target=gateway.ask, args=(prompt, VALUES, Greeting), kwargs={"sample": sample})
            for sample in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.model_calls.totals().calls == 8


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(app, server, prompt, jobcoach_home) -> None:
    jobcoach_home.mkdir()
    jobcoach_home.chmod(0o500)
    with open_model(app, ModelFlags()) as gateway:
        assert gateway.ask(prompt, VALUES, Greeting).value


def test_a_store_that_cannot_be_written_costs_no_answer(app, server, prompt, jobcoach_home, capsys) -> None:
    jobcoach_home.mkdir()
    (jobcoach_home / "jobcoach.db").mkdir()
    with open_model(app, ModelFlags()) as gateway:
        assert gateway.ask(prompt, VALUES, Greeting).value
        assert gateway.ask(prompt, VALUES, Greeting, sample=1).value
    assert capsys.readouterr().err.count("not recorded") == 1


def test_the_flags_reach_the_gateway(app, server, prompt) -> None:
    with open_model(app, ModelFlags(model="other-model", no_cache=True)) as gateway:
        gateway.ask(prompt, VALUES, Greeting)
        assert not gateway.ask(prompt, VALUES, Greeting).cached
        assert gateway.model == "other-model"
    assert server.requests[0].body["model"] == "other-model"
    with pytest.raises(InputError, match="exclude each other"):
        open_model(app, ModelFlags(no_cache=True, refresh=True))


def test_a_budget(app, server, prompt, monkeypatch) -> None:
    monkeypatch.setenv("JOBCOACH_LLM__PRICES", "test-model=1000/1000")
    with open_model(app, ModelFlags(budget=0.01)) as gateway, pytest.raises(BudgetSpent):
        gateway.ask(prompt, VALUES, Greeting)
    assert server.count == 0


def test_no_model(app) -> None:
    with pytest.raises(EnvironmentMissing, match="no model"):
        open_model(app, ModelFlags())


def test_the_key_is_in_no_file(app, server, prompt, jobcoach_home, monkeypatch) -> None:
    monkeypatch.setenv("JOBCOACH_LLM__API_KEY", "sk-very-secret")
    monkeypatch.setenv("JOBCOACH_LLM__LOG_TEXT", "true")
    with open_model(app, ModelFlags()) as gateway:
        gateway.ask(prompt, VALUES, Greeting)
    with sqlite3.connect(jobcoach_home / "jobcoach.db") as connection:
        assert "hello" in str(connection.execute("SELECT * FROM model_calls").fetchall())
    connection.close()
    for file in jobcoach_home.rglob("*"):
        assert not file.is_file() or b"very-secret" not in file.read_bytes()

"""What the gateway does when all goes well: cache, record, streaming, budget, and what it does not send."""

import importlib
import itertools
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from llm_bench import GOOD, GREETING, PROMPT, Greeting
from model_server import ModelServer, hang, say, status
from pydantic import BaseModel, SecretStr

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.llm.faults import BudgetSpent, ModelUnavailable
from jobcoach.llm.gateway import open_gateway
from jobcoach.llm.prompts import load_prompt
from jobcoach.llm.untrusted import Untrusted
from jobcoach.settings import ModelSettings


def test_a_request_says_what_is_wanted(bench, server, ask) -> None:
    server.script(say(GOOD))
    reply = ask(bench.open(), "hello")
    assert (reply.value, reply.model, reply.cached) == (GREETING, "test-model", False)
    assert reply.prompt_version.startswith("3-")
    (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.system_text == "You greet in Korean."
    assert request.user_text == "hello"
    assert request.body["temperature"] == 0.0
    assert request.body["seed"] == 7
    assert request.body["model"] == "test-model"
    assert "stop" not in request.body
    assert "tools" not in request.body
    schema = request.body["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["additionalProperties"] is False
    assert schema["schema"]["required"] == ["word", "count"]


class TestCache:
    def test_the_same_question_is_asked_once(self, bench, server, ask) -> None:
        server.script(say(GOOD))
        first, second = ask(bench.open()), ask(bench.open())
        assert (first.cached, second.cached) == (False, True)
        assert second == replace(first, cached=True)
        assert server.count == 1
        assert [call.cached for call in bench.calls] == [False, True]
        assert bench.calls[1].attempts == 0
        assert bench.calls[1].cost_dollars == 0.0

    @pytest.mark.parametrize(
        "settings", [{"model": "other"}, {"temperature": 1.0}, {"seed": 8}, {"max_output_tokens": 99}]
    )
    def test_another_model_or_parameter_is_another_question(self, bench, server, ask, settings) -> None:
        server.default = say(GOOD)
        ask(bench.open())
        assert not ask(bench.open(**settings)).cached

    def test_another_value_or_sample_is_another_question(self, bench, server, ask) -> None:
        server.default = say(GOOD)
        gateway = bench.open()
        ask(gateway, "a")
        assert not ask(gateway, "b").cached
        assert not ask(gateway, "a", sample=1).cached
        assert ask(gateway, "a", sample=1).cached

    def test_another_server_is_another_question(self, bench, server, ask) -> None:
        server.default = say(GOOD)
        ask(bench.open())
        with ModelServer(default=say(GOOD)) as other:
            assert not ask(bench.open(base_url=other.base_url)).cached

    def test_any_change_of_the_prompt_file_is_another_question(self, bench, server, prompt, tmp_path) -> None:
        server.default = say(GOOD)
        gateway = bench.open()
        values = {"language": "Korean", "answer": "a"}
        gateway.ask(prompt, values, Greeting)
        (tmp_path / "prompts" / "greet.md").write_text(PROMPT + "\n")
        changed = load_prompt("greet", tmp_path / "prompts")
        assert changed.version != prompt.version
        assert not gateway.ask(changed, values, Greeting).cached

    def test_another_schema_is_another_question(self, bench, server, prompt) -> None:
        server.default = say(GOOD)
        other = type("Greeting", (BaseModel,), {"__annotations__": {"word": str}})
        gateway = bench.open()
        values = {"language": "Korean", "answer": "a"}
        gateway.ask(prompt, values, Greeting)
        assert not gateway.ask(prompt, values, other).cached

    def test_a_random_marker_does_not_matter(self, bench, server, ask) -> None:
        server.default = say(GOOD)
        gateway = bench.open()
        assert not ask(gateway, Untrusted("a")).cached
        assert ask(gateway, Untrusted("a")).cached
        assert not ask(gateway, "a").cached

    def test_off_neither_reads_nor_writes(self, bench, server, ask) -> None:
        server.default = say(GOOD)
        off = bench.open(wiring={"caching": "off"})
        assert not ask(off).cached
        assert not ask(off).cached
        assert not ask(bench.open()).cached

    def test_refresh_only_writes(self, bench, server, ask) -> None:
        server.script(say(GOOD), say('{"word": "new", "count": 1}'))
        ask(bench.open())
        assert ask(bench.open(wiring={"caching": "refresh"})).value.word == "new"
        assert ask(bench.open()).value.word == "new"

    def test_a_failure_is_not_kept(self, bench, server, ask) -> None:
        server.script(status(401), say(GOOD))
        with pytest.raises(ModelUnavailable):
            ask(bench.open())
        assert ask(bench.open()).value == GREETING

    def test_a_hit_needs_no_server_no_key_and_no_langchain(self, bench, server, ask, tmp_path) -> None:
        server.script(say(GOOD))
        ask(bench.open())
        script = (
            "import sys, json\nsys.path.insert(0, sys.argv[4])\n"
            "from pathlib import Path\n"
            "from llm_bench import Greeting\n"
            "from jobcoach.llm.gateway import open_gateway\n"
            "from jobcoach.llm.prompts import load_prompt\n"
            "from jobcoach.settings import ModelSettings\n"
            "settings = ModelSettings(model='test-model', base_url=sys.argv[1], timeout_seconds=5)\n"
            "with open_gateway(settings, Path(sys.argv[2])) as gateway:\n"
            "    reply = gateway.ask(load_prompt('greet', Path(sys.argv[3])),"
            " {'language': 'Korean', 'answer': 'hello'}, Greeting)\n"
            "print(json.dumps([reply.cached, sorted(sys.modules)]))\n"
        )
        url = server.base_url
        server.default = hang()
        ended = subprocess.run(
            [sys.executable, "-c", script, url, bench.folder, tmp_path / "prompts", Path(__file__).parent],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        cached, modules = json.loads(ended.stdout)
        assert cached
        assert not {"langchain", "langchain_core", "langchain_openai", "openai", "httpx", "langsmith"} & set(
            modules
        )
        assert server.count == 1


class TestStreaming:
    def test_the_text_grows(self, bench, server, ask) -> None:
        server.script(say(f"<think>let me see</think>{GOOD}", pieces=10))
        seen: list[str] = []
        ask(bench.open(), on_text=seen.append)
        assert seen[-1] == GOOD
        assert len(seen) >= 5
        assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(seen))
        assert not any("think" in text or "let me" in text for text in seen)

    def test_from_the_cache_it_comes_at_once(self, bench, server, ask) -> None:
        server.script(say(GOOD))
        ask(bench.open())
        seen: list[str] = []
        ask(bench.open(), on_text=seen.append)
        assert seen == [GOOD]


class TestRecord:
    def test_says_what_a_call_took(self, bench, server, ask) -> None:
        server.script(status(500), say(GOOD, usage=(123, 45)))
        ask(bench.open(prices=("test-model=1/10",)))
        (call,) = bench.calls
        assert (call.prompt, call.model, call.host) == ("greet", "test-model", server.base_url[7:-3])
        assert call.prompt_version.startswith("3-")
        assert (call.tokens_in, call.tokens_out, call.attempts) == (123, 45, 2)
        assert call.cost_dollars == pytest.approx((123 + 450) / 1e6)
        assert call.latency_seconds > 0
        assert (call.cached, call.error) == (False, "")
        assert call.request_text is None
        assert call.reply_text is None

    def test_what_is_unknown_is_none(self, bench, server, ask) -> None:
        server.script(say(GOOD, usage=None))
        ask(bench.open())
        (call,) = bench.calls
        assert (call.tokens_in, call.tokens_out, call.cost_dollars) == (None, None, None)

    def test_texts_only_when_asked_for(self, bench, server, ask) -> None:
        server.script(say(GOOD))
        ask(bench.open(log_text=True), "hello")
        (call,) = bench.calls
        assert "hello" in (call.request_text or "")
        assert "\0" not in (call.request_text or "")
        assert call.reply_text == GOOD


class TestBudget:
    PRICES = ("test-model=100/1000",)

    def test_stops_before_a_call_that_could_exceed_it(self, bench, server, ask) -> None:
        server.default = say(GOOD)
        gateway = bench.open(
            prices=self.PRICES, max_output_tokens=100, wiring={"budget_dollars": 0.30, "caching": "off"}
        )
        ask(gateway)
        assert gateway.spent_dollars == pytest.approx(0.03)
        with pytest.raises(BudgetSpent) as raised:
            for _ in range(20):
                ask(gateway)
        assert gateway.spent_dollars <= 0.30
        assert 3 <= server.count < 10
        assert "$" in raised.value.why
        assert bench.calls[-1].error == "budget_spent"
        assert bench.calls[-1].attempts == 0

    def test_nothing_is_sent_when_the_first_call_is_too_dear(self, bench, server, ask) -> None:
        with pytest.raises(BudgetSpent):
            ask(bench.open(prices=self.PRICES, wiring={"budget_dollars": 0.001}))
        assert server.count == 0

    def test_a_call_that_may_have_cost_is_counted(self, bench, server, ask) -> None:
        server.default = hang()
        gateway = bench.open(
            prices=self.PRICES,
            max_output_tokens=100,
            timeout_seconds=0.1,
            attempts=1,
            wiring={"budget_dollars": 1},
        )
        with pytest.raises(ModelUnavailable):
            ask(gateway)
        assert gateway.spent_dollars > 0.1

    def test_what_is_cached_is_free(self, bench, server, ask) -> None:
        server.script(say(GOOD))
        ask(bench.open())
        assert ask(bench.open(prices=self.PRICES, wiring={"budget_dollars": 0})).cached

    def test_an_unknown_price_is_told_before_the_first_call(self, bench) -> None:
        with pytest.raises(InputError, match="runs on this machine") as raised:
            bench.open(wiring={"budget_dollars": 1})
        assert "llm.prices" in raised.value.mend
        with pytest.raises(InputError, match="price is unknown"):
            bench.open(base_url="http://models.example/v1", wiring={"budget_dollars": 1})

    @pytest.mark.parametrize("dollars", [-1, float("nan"), float("inf")])
    def test_a_budget_is_a_number(self, bench, dollars) -> None:
        with pytest.raises(InputError, match="--budget"):
            bench.open(prices=self.PRICES, wiring={"budget_dollars": dollars})


class TestPrivacy:
    def test_the_key_goes_to_our_server_and_nowhere_else(self, bench, server, ask, capfd) -> None:
        server.script(status(401, "Incorrect API key provided: sk-very-secret"))
        gateway = bench.open(api_key=SecretStr("sk-very-secret"), log_text=True)
        with pytest.raises(ModelUnavailable) as raised:
            ask(gateway)
        assert server.requests[0].headers["authorization"] == "Bearer sk-very-secret"
        error: BaseException | None = raised.value
        while error is not None:
            assert "sk-very-secret" not in f"{error!r}{error}{getattr(error, '__dict__', '')}"
            error = error.__cause__
        assert "sk-very-secret" not in repr(bench.calls)
        assert "sk-very-secret" not in "".join(capfd.readouterr())

    def test_the_environment_names_neither_server_nor_proxy_nor_organisation(
        self, bench, server, ask, monkeypatch
    ) -> None:
        with ModelServer(default=say(GOOD)) as thief:
            for name in (
                "OPENAI_BASE_URL", "OPENAI_API_BASE", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "OPENAI_PROXY",
            ):  # fmt: skip
                monkeypatch.setenv(name, thief.base_url)
            monkeypatch.setenv("LANGSMITH_GATEWAY", thief.base_url)
            monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
            monkeypatch.setenv("OPENAI_ORG_ID", "org-secret")
            monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-secret")
            monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Routed-By: header-secret")
            server.script(say(GOOD))
            ask(bench.open())
            assert thief.count == 0
        sent = str(dict(server.requests[0].headers))
        assert "secret" not in sent
        assert "of-the-environment" not in sent

    def test_nothing_is_sent_to_a_tracing_service(self, bench, server, ask, monkeypatch) -> None:
        with ModelServer(default=say(GOOD)) as tracer:
            for prefix in ("LANGCHAIN", "LANGSMITH"):
                monkeypatch.setenv(f"{prefix}_TRACING_V2", "true")
                monkeypatch.setenv(f"{prefix}_TRACING", "true")
                monkeypatch.setenv(f"{prefix}_ENDPOINT", tracer.base_url)
                monkeypatch.setenv(f"{prefix}_API_KEY", "lsv2_x")
            from langsmith import utils

            utils.get_env_var.cache_clear()
            server.script(say(GOOD))
            ask(bench.open())
            utils.get_env_var.cache_clear()
            assert tracer.count == 0


def test_the_libraries_say_nothing_to_the_user(bench, server, ask, monkeypatch, capfd, recwarn) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    said = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
    server.script(status(400, said), status(500), say(GOOD))
    ask(bench.open())
    assert capfd.readouterr() == ("", "")
    assert [str(warning.message) for warning in recwarn if "unclosed" not in str(warning.message)] == []


def test_half_characters_in_a_reply_do_no_harm(bench, server, ask) -> None:
    server.script(say('{"word": "a\ud83d\ude00b\ud800", "count": 1} \udfff', pieces=100))
    seen: list[str] = []
    reply = ask(bench.open(log_text=True), on_text=seen.append)
    assert reply.value.word == "a\U0001f600b\ufffd"
    assert ask(bench.open()).cached
    assert bench.told == []
    assert all(text.encode() for text in seen)
    assert (bench.calls[0].reply_text or "").encode()


def test_warming_up_sends_nothing(bench, server, ask, tmp_path) -> None:
    server.script(say(GOOD))
    gateway = bench.open()
    gateway.warm_up()
    assert ask(gateway).value == GREETING
    assert server.count == 1
    bench.open(model="ollama:qwen3").line.client.prepare()
    bench.open(api_key_file=tmp_path / "nowhere").line.client.prepare()


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Installs the package of another provider, for this test alone."""
    installed = []

    def install(name: str, source: str):
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        installed.append(name)
        return importlib.import_module(name)

    yield install
    for name in installed:
        sys.modules.pop(name, None)


class TestNames:
    def test_no_model(self, bench) -> None:
        with pytest.raises(EnvironmentMissing, match="no model is configured") as raised:
            bench.open(model=None)
        assert raised.value.mend.startswith("jobcoach config set llm.model")

    def test_openai_without_a_key_is_told_before_anything_is_sent(self, tmp_path, prompt) -> None:
        gateway = open_gateway(ModelSettings(model="openai:gpt-4.1-mini"), tmp_path)
        with pytest.raises(ModelUnavailable, match="key") as raised:
            gateway.ask(prompt, {"language": "a", "answer": "b"}, Greeting)
        assert "JOBCOACH_LLM__API_KEY" in raised.value.mend
        gateway.close()

    def test_a_key_file_that_cannot_be_read_is_told_at_the_first_request(self, bench, ask, tmp_path) -> None:
        with pytest.raises(ModelUnavailable, match="key file"):
            ask(bench.open(api_key_file=tmp_path / "nowhere"))
        assert bench.calls[0].error == "bad_key"

    @pytest.mark.parametrize("name", ["openai:qwen3:8b", "qwen3:8b"])
    def test_a_name_with_a_colon_is_the_servers_own(self, bench, server, ask, name) -> None:
        server.script(say(GOOD))
        ask(bench.open(model=name))
        assert server.requests[0].body["model"] == "qwen3:8b"

    def test_a_name_without_provider_or_server(self, tmp_path) -> None:
        with pytest.raises(InputError, match="names no provider"):
            open_gateway(ModelSettings(model="qwen3"), tmp_path)

    def test_a_package_that_is_not_installed(self, bench, ask) -> None:
        with pytest.raises(ModelUnavailable, match="not installed") as raised:
            ask(bench.open(model="ollama:llama3"))
        assert bench.calls[0].error == raised.value.kind == "no_package"
        assert raised.value.mend == "pip install langchain-ollama"

    def test_a_class_that_wants_a_key(self, bench, ask, provider) -> None:
        source = OTHER_PROVIDER.replace("ChatOllama", "ChatGroq")
        source = source.replace("GIVEN.append(given)", "raise ValueError('no GROQ_API_KEY')")
        provider("langchain_groq", source)
        with pytest.raises(ModelUnavailable, match="key") as raised:
            ask(bench.open(model="groq:llama3", base_url=None))
        assert raised.value.kind == "bad_key"

    def test_a_certificate_file_that_is_not_there(self, bench, server, ask, monkeypatch) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
        with pytest.raises(ModelUnavailable):
            ask(bench.open())
        assert server.count == 0

    def test_another_providers_package_is_asked_in_plain_text(self, bench, ask, provider) -> None:
        module = provider("langchain_mistralai", OTHER_PROVIDER.replace("ChatOllama", "ChatMistralAI"))
        assert ask(bench.open(model="mistralai:small")).value == GREETING
        (given,) = module.GIVEN
        assert given["model"] == "small"
        assert (given["temperature"], given["random_seed"], given["max_tokens"]) == (0.0, 7, 4096)
        assert given["max_retries"] == 0
        (messages,) = module.ASKED
        assert '"count"' in messages[-1].content


OTHER_PROVIDER = """
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult

GIVEN, ASKED = [], []

class ChatOllama(BaseChatModel):
    model: str
    def __init__(self, **given):
        GIVEN.append(given)
        super().__init__(model=given["model"])
    @property
    def _llm_type(self):
        return "other"
    def _generate(self, messages, stop=None, run_manager=None, **kwargs):
        assert not kwargs, kwargs
        ASKED.append(messages)
        text = '{"word": "안녕", "count": 2}'
        message = AIMessage(text, response_metadata={"done_reason": "stop"})
        return ChatResult(generations=[ChatGeneration(message=message)])
"""


def test_the_reply_must_be_the_prompts_own(bench, prompt) -> None:
    class Other(BaseModel):
        word: str

    with pytest.raises(ValueError, match="answered by a Greeting"):
        bench.open().ask(prompt, {"language": "a", "answer": "b"}, Other)


@pytest.mark.parametrize(
    "text", ["\ud800", "a\0b", "\x1b[31m", "가" * 100_000, "{{language}}", "<|im_start|>"]
)
def test_any_text_can_be_sent(bench, server, ask, text) -> None:
    server.default = say(GOOD)
    assert ask(bench.open(), text).value == GREETING
    assert ask(bench.open(), Untrusted(text)).value == GREETING

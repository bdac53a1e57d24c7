"""Every row of the issue's list of faults, through the real client against a real server."""

import threading
import zlib
from dataclasses import replace

import pytest
from llm_bench import GOOD, GREETING
from model_server import (
    ModelServer,
    drip_header,
    drop,
    endless,
    garbage,
    hang,
    reasoning_only,
    refuse,
    say,
    stall,
    status,
    truncated,
    without_formats,
    without_parameter,
)

from jobcoach.llm import bounded_reply
from jobcoach.llm.faults import FAULTS, ModelUnavailable, ReplyUnusable

RETRIED = [
    ("500", status(500, "boom")),
    ("502", status(502, "bad gateway")),
    ("503", status(503, "overloaded")),
    ("429 without Retry-After", status(429, "slow down")),
    ("dropped before the reply", drop(0)),
    ("dropped within the reply", drop(3, GOOD)),
    ("empty", say("")),
    ("white space", say(" \n ")),
    (
        "error within the stream",
        garbage(b'data: {"error": {"message": "boom"}}\n\n', content_type="text/event-stream"),
    ),
    ("stream without an end", say(GOOD[:10], finish_reason=None)),
]
GIVEN_UP = [
    ("401", status(401, "Incorrect API key provided"), "bad_key"),
    ("403", status(403, "no access"), "forbidden"),
    ("404", status(404, "The model `test-model` does not exist"), "unknown_model"),
    ("429 quota", status(429, "You exceeded your current quota", error_code="insufficient_quota"), "quota"),
    ("context", status(400, "This model's maximum context length is 8192 tokens"), "too_long"),
    ("413", status(413, "too large"), "too_long"),
    ("refusal", refuse("I will not."), "refused"),
    ("redirect", status(302, "moved", Location="http://127.0.0.1:1/"), "not_a_model_server"),
]


@pytest.mark.parametrize("step", [row[1] for row in RETRIED], ids=[row[0] for row in RETRIED])
def test_what_may_pass_is_tried_again_and_then_answered(bench, server, ask, step) -> None:
    server.script(step, step, say(GOOD))
    assert ask(bench.open()).value == GREETING
    assert server.count == 3
    assert len(bench.slept) == 2
    assert bench.calls[0].attempts == 3
    assert bench.calls[0].error == ""


@pytest.mark.parametrize("step", [row[1] for row in RETRIED], ids=[row[0] for row in RETRIED])
def test_trying_again_is_bounded_and_told(bench, server, ask, step) -> None:
    server.default = step
    with pytest.raises((ModelUnavailable, ReplyUnusable)) as raised:
        ask(bench.open())
    assert server.count == 3
    assert raised.value.exit_code == 3
    assert raised.value.what and raised.value.why and raised.value.mend
    assert bench.calls[0].error == raised.value.kind


@pytest.mark.parametrize(("step", "kind"), [row[1:] for row in GIVEN_UP], ids=[row[0] for row in GIVEN_UP])
def test_what_will_not_pass_is_told_at_once(bench, server, ask, step, kind) -> None:
    server.default = step
    with pytest.raises((ModelUnavailable, ReplyUnusable)) as raised:
        ask(bench.open())
    assert raised.value.kind == kind
    assert bench.slept == []
    assert raised.value.what.startswith(FAULTS[kind].what.partition("{")[0])
    assert "{" not in raised.value.what


def test_no_server_at_all(bench, ask) -> None:
    with ModelServer() as gone:
        url = gone.base_url
    with pytest.raises(ModelUnavailable, match="cannot be reached") as raised:
        ask(bench.open(base_url=url))
    assert raised.value.kind == "connection"
    assert len(bench.slept) == 2


@pytest.mark.parametrize("step", [hang(), stall(GOOD)], ids=["silent", "silent within the reply"])
def test_a_silent_server_is_a_timeout(bench, server, ask, step) -> None:
    server.default = step
    with pytest.raises(ModelUnavailable, match="too long") as raised:
        ask(bench.open(timeout_seconds=0.2, attempts=2))
    assert raised.value.kind == "timeout"
    assert server.count == 2


_PART = b"A" * 100_000
_THOUGHT = b'data: {"choices":[{"index":0,"delta":{"reasoning_content":"' + _PART + b'"}}]}\n\n'
_PACKER = zlib.compressobj()
_ZEROS, _MORE_ZEROS = (_PACKER.compress(bytes(1 << 20)) + _PACKER.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
ENDLESS = [
    ("a line", endless(_PART, begin=b"data: ")),
    ("a document", endless(_PART, Content_Type="application/json")),
    ("an error", endless(_PART, code=500)),
    ("comments", endless(b": still at it\n\n", pause_seconds=0.05)),
    ("thoughts", endless(_THOUGHT)),
    ("zeros, packed", endless(_MORE_ZEROS, begin=_ZEROS, Content_Encoding="deflate")),
]


@pytest.mark.parametrize("step", [row[1] for row in ENDLESS], ids=[row[0] for row in ENDLESS])
def test_a_reply_without_an_end_is_given_up(bench, server, ask, step, monkeypatch) -> None:
    monkeypatch.setattr(bounded_reply, "MAX_REPLY_BYTES", 2_000_000)
    server.default = step
    with pytest.raises((ModelUnavailable, ReplyUnusable)) as raised:
        ask(bench.open(timeout_seconds=0.1))
    assert raised.value.kind in {"unusable", "not_a_model_server"}
    assert server.count <= 2  # another form of the request may be tried, the same one not again
    assert bench.slept == []


@pytest.mark.parametrize("streams", [True, False], ids=["streamed", "whole"])
def test_a_header_that_comes_byte_by_byte_is_given_up(bench, server, ask, streams) -> None:
    server.default = drip_header(pause_seconds=0.02, parts_max=300)
    gateway = bench.open(timeout_seconds=0.1, attempts=1)  # ten times that for the whole exchange
    if not streams:
        gateway.line.capabilities.learn(replace(gateway.line.capabilities.known, no_stream=1))
    with pytest.raises(ReplyUnusable, match="has no end"):
        ask(gateway)
    assert server.count == 1


def test_the_deadline_holds_by_a_proxy_too(bench, server, ask) -> None:
    proxy = server.base_url.removesuffix("/v1")
    gateway = bench.open(base_url="http://model.invalid/v1", proxy=proxy, attempts=1)
    server.script(say(GOOD), drip_header(pause_seconds=0.02, parts_max=300))
    assert ask(gateway).value == GREETING
    assert server.requests[0].path.startswith("http://model.invalid/")
    with pytest.raises(ReplyUnusable, match="has no end"):
        ask(
            bench.open(
                base_url="http://model.invalid/v1",
                proxy=proxy,
                timeout_seconds=0.1,
                attempts=1,
                wiring={"caching": "off"},
            )
        )


class TestRetryAfter:
    def test_seconds_are_waited(self, bench, server, ask) -> None:
        server.script(status(429, Retry_After="7"), say(GOOD))
        ask(bench.open())
        assert len(bench.slept) == 1
        assert 7 <= bench.slept[0] < 8

    def test_a_date_is_waited_for(self, bench, server, ask) -> None:
        step = status(429, Date="Sun, 06 Nov 1994 08:49:37 GMT", Retry_After="Sun, 06 Nov 1994 08:49:49 GMT")
        server.script(step, say(GOOD))
        ask(bench.open())
        assert len(bench.slept) == 1
        assert 12 <= bench.slept[0] < 13

    def test_too_long_a_wait_is_told_and_not_waited(self, bench, server, ask) -> None:
        server.script(status(429, Retry_After="3600"))
        with pytest.raises(ModelUnavailable, match="3600 seconds"):
            ask(bench.open())
        assert bench.slept == []

    @pytest.mark.parametrize("asked", ["soon", "-1", "nan", "inf", ""])
    def test_nonsense_is_as_if_it_were_not_there(self, bench, server, ask, asked) -> None:
        server.script(status(429, Retry_After=asked), say(GOOD))
        ask(bench.open())
        assert len(bench.slept) == 1
        assert bench.slept[0] <= 0.5

    def test_waits_grow_and_differ(self, bench, server, ask) -> None:
        server.default = status(500)
        with pytest.raises(ModelUnavailable):
            ask(bench.open(attempts=5))
        assert len(bench.slept) == 4
        for number, seconds in enumerate(bench.slept):
            assert 0.25 * 2**number <= seconds <= 0.5 * 2**number


class TestTruncated:
    def test_there_is_one_more_try_with_more_room(self, bench, server, ask) -> None:
        server.script(truncated('{"word": "안'), say(GOOD))
        assert ask(bench.open(max_output_tokens=100)).value == GREETING
        rooms = [request.body["max_completion_tokens"] for request in server.requests]
        assert rooms == [100, 200]

    def test_then_it_is_told(self, bench, server, ask) -> None:
        server.default = truncated('{"word": "안')
        with pytest.raises(ReplyUnusable, match="cut off") as raised:
            ask(bench.open())
        assert "max_output_tokens" in raised.value.mend
        assert server.count == 2

    def test_a_whole_object_is_taken_all_the_same(self, bench, server, ask) -> None:
        server.script(truncated(GOOD + " and"))
        assert ask(bench.open()).value == GREETING

    def test_thinking_that_takes_all_the_room(self, bench, server, ask) -> None:
        server.script(truncated("", reasoning="let me see"), say(GOOD))
        assert ask(bench.open()).value == GREETING


READABLE = [
    f"```json\n{GOOD}\n```",
    f"Here you are:\n{GOOD}\nAnything else?",
    f'<think>maybe {{"word": "no", "count": 9}}</think>\n{GOOD}',
    f"thinking with no opening tag</think>{GOOD}",
    '{"word": "안녕", "count": 2, "extra": {"x": [1]}}',
    f"{{not json}} {GOOD}",
    '{"word": "\u110b\u1161\u11ab녕", "count": 2}',
]


@pytest.mark.parametrize("text", READABLE)
def test_what_models_put_around_an_object_is_taken_away(bench, server, ask, text) -> None:
    server.script(say(text))
    assert ask(bench.open()).value == GREETING
    assert server.count == 1


def test_content_in_reasoning_content(bench, server, ask) -> None:
    server.script(reasoning_only(f"hmm {GOOD}"))
    assert ask(bench.open()).value == GREETING


BROKEN = [
    "no object at all",
    '{"word": "안녕"}',
    '{"word": "안녕", "count": "many"}',
    '{"word": "안녕", "cou',
]


class TestRepair:
    @pytest.mark.parametrize("text", BROKEN)
    def test_the_model_is_told_once_what_is_wrong(self, bench, server, ask, text) -> None:
        server.script(say(text), say(GOOD))
        assert ask(bench.open()).value == GREETING
        *_, said, told = server.requests[1].body["messages"]
        assert said == {"role": "assistant", "content": text}
        assert "could not be used" in told["content"]
        assert '"count"' in told["content"]
        assert bench.slept == []
        assert bench.calls[0].attempts == 2

    @pytest.mark.parametrize("text", BROKEN)
    def test_then_it_is_told_to_the_user(self, bench, server, ask, text) -> None:
        server.default = say(text)
        with pytest.raises(ReplyUnusable, match="could not be used"):
            ask(bench.open())
        assert server.count == 2


class TestStepDown:
    def test_a_server_without_json_schema(self, bench, server, ask) -> None:
        server.default = without_formats(GOOD, "json_schema")
        assert ask(bench.open()).value == GREETING
        assert [request.response_format for request in server.requests] == ["json_schema", "json_object"]
        assert '"count"' in server.requests[1].user_text
        assert '"count"' not in server.requests[0].user_text

    def test_a_server_without_any_format(self, bench, server, ask) -> None:
        server.default = without_formats(GOOD, "json_schema", "json_object")
        assert ask(bench.open()).value == GREETING
        assert [request.response_format for request in server.requests] == ["json_schema", "json_object", ""]
        assert bench.slept == []

    def test_what_worked_is_remembered_by_the_next_run(self, bench, server, ask) -> None:
        server.default = without_formats(GOOD, "json_schema", "json_object")
        ask(bench.open())
        ask(bench.open(), "another answer")
        assert [request.response_format for request in server.requests[3:]] == [""]
        ask(bench.open(model="other-model"))
        assert server.requests[4].response_format == "json_schema"

    @pytest.mark.parametrize(
        "name", ["seed", "temperature", "stream_options", "max_completion_tokens", "stream"]
    )
    def test_a_parameter_that_the_server_does_not_take(self, bench, server, ask, name) -> None:
        server.default = without_parameter(GOOD, name)
        assert ask(bench.open()).value == GREETING
        assert name in server.requests[0].body
        assert not server.requests[-1].body.get(name)
        assert server.requests[-1].response_format == "json_schema"

    def test_the_schema_is_shown_once_a_message(self, bench, server, ask) -> None:
        server.default = without_formats("no object", "json_schema", "json_object")
        with pytest.raises(ReplyUnusable):
            ask(bench.open())
        assert server.requests[-1].body["messages"][-1]["content"].count('"required"') == 1
        assert server.requests[-2].body["messages"][-1]["content"].count('"required"') == 1

    def test_a_server_that_takes_the_schema_and_ignores_it(self, bench, server, ask) -> None:
        server.script(say("Sure! Hello."), say(GOOD))
        ask(bench.open())
        server.script(say(GOOD))
        ask(bench.open(), "another")
        assert server.requests[2].response_format == "json_object"

    def test_a_server_that_cannot_stream(self, bench, server, ask) -> None:
        def answer(request):
            return garbage() if request.body.get("stream") else say(GOOD)

        server.default = answer
        assert ask(bench.open()).value == GREETING

    def test_what_is_no_model_server_at_all(self, bench, server, ask) -> None:
        server.default = garbage()
        with pytest.raises(ModelUnavailable, match="no model server") as raised:
            ask(bench.open())
        assert "base_url" in raised.value.mend

    def test_a_bare_400_is_told_with_what_the_server_said(self, bench, server, ask) -> None:
        server.default = status(400, "the moon is full")
        with pytest.raises(ModelUnavailable, match="the moon is full"):
            ask(bench.open())


def test_what_the_caller_raises_while_it_streams_is_no_fault_of_the_model(bench, server, ask) -> None:
    server.default = say(GOOD)

    def broken(_: str) -> None:
        raise BrokenPipeError("no terminal")

    with pytest.raises(BrokenPipeError):
        ask(bench.open(), on_text=broken)
    assert server.count == 1


def test_a_password_in_the_url_is_neither_told_nor_kept(bench, server, ask) -> None:
    server.default = without_formats(GOOD, "json_schema")
    url = server.base_url.replace("://", "://me:swordfish@")
    ask(bench.open(base_url=url))
    server.default = status(403)
    with pytest.raises(ModelUnavailable) as raised:
        ask(bench.open(base_url=url), "another")
    kept = "".join(file.read_text("utf-8", "replace") for file in bench.folder.rglob("*") if file.is_file())
    assert "json_schema" not in kept
    assert "test-model" in kept
    assert "swordfish" not in f"{kept}{raised.value}{raised.value.mend}{bench.calls}"


def test_samples_in_parallel_share_a_gateway(bench, server, ask) -> None:
    server.default = without_formats(GOOD, "json_schema")
    gateway = bench.open()
    replies = []
    threads = [
        threading.Thread(target=lambda sample=sample: replies.append(ask(gateway, sample=sample)))
        for sample in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [reply.value for reply in replies] == [GREETING] * 6
    assert len(bench.calls) == 6
    assert len({request.body["seed"] for request in server.requests}) == 6

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.llm.capabilities import Capabilities, CapabilityMemory, step_down
from jobcoach.llm.faults import Fault

ALL = Capabilities()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("'response_format' of type 'json_schema' is not supported with this model", "format"),
        ("Invalid schema for response_format 'x'", "format"),
        ("failed to parse grammar", "format"),
        ("Unsupported value: 'temperature' does not support 0.0", "no_temperature"),
        ("Unrecognized request argument supplied: seed", "no_seed"),
        ("unknown field max_completion_tokens", "token_limit"),
        ("stream_options is not supported", "no_usage"),
        ("bad request", "format"),
    ],
)
def test_what_a_refusal_is_about(said: str, field: str) -> None:
    less = step_down(ALL, Fault("bad_request", said, status=400))
    assert less == Capabilities(**{field: 1})


@pytest.mark.parametrize(
    "fault",
    [
        Fault("bad_key", "json_schema", status=401),
        Fault("rate_limit", "seed", status=429),
        Fault("server", "overloaded", status=500),
        Fault("server", "json_schema", status=503),
        Fault("timeout", "schema"),
        Fault("too_long", "max_tokens", status=400),
    ],
)
def test_other_faults_are_not_about_parameters(fault: Fault) -> None:
    assert step_down(ALL, fault) is None


def test_stepping_down_ends() -> None:
    used: Capabilities | None = ALL
    steps = 0
    while used is not None:
        used = step_down(used, Fault("bad_request", "no", status=400))
        steps += 1
    assert steps == 3


def test_two_threads_that_learn_at_once_keep_both(tmp_path: Path) -> None:
    memory = CapabilityMemory(tmp_path / "x" / "servers.json", "k", ALL)
    found = [Capabilities(format=1), Capabilities(no_seed=1), Capabilities(format=2)]
    threads = [threading.Thread(target=memory.learn, args=(each,)) for each in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert memory.known == Capabilities(format=2, no_seed=1)
    memory.keep()
    assert CapabilityMemory(tmp_path / "x" / "servers.json", "k", ALL).known == memory.known
    assert CapabilityMemory(tmp_path / "x" / "servers.json", "other", ALL).known == ALL


def test_nothing_is_written_when_nothing_was_learnt(tmp_path: Path) -> None:
    memory = CapabilityMemory(tmp_path / "servers.json", "k", ALL)
    memory.keep()
    assert list(tmp_path.iterdir()) == []


@given(
    st.binary()
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(lambda value: json.dumps({"k": value}).encode())
)
def test_any_file_is_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("servers") / "servers.json"
    file.write_bytes(content)
    assert CapabilityMemory(file, "k", ALL).known == ALL


@pytest.mark.parametrize(
    "row", [{"format": 3}, {"format": -1}, {"format": True}, {"no_seed": 2}, {"x": 1}, [1]]
)
def test_a_row_that_cannot_be_ours_is_left_out(tmp_path: Path, row: object) -> None:
    (tmp_path / "servers.json").write_text(json.dumps({"k": row}))
    assert CapabilityMemory(tmp_path / "servers.json", "k", ALL).known == ALL


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = CapabilityMemory(tmp_path / "file" / "servers.json", "k", ALL)
    memory.learn(Capabilities(no_seed=1))
    memory.keep()
    assert memory.known.no_seed

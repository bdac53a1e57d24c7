"""The frames, however they arrive."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.sandbox import protocol
from jobcoach.judge.sandbox.protocol import Ending, FrameParser, ProtocolError

frames = st.lists(st.tuples(st.sampled_from("oefdnx"), st.binary(max_size=300)), max_size=8)


@given(frames, st.data())
def test_frames_survive_any_cut(sent: list[tuple[str, bytes]], data: st.DataObject) -> None:
    stream = b"".join(protocol.frame(kind, payload) for kind, payload in sent)
    parser, received = FrameParser(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        received += [(each.kind, each.payload) for each in parser.feed(stream[:size])]
        stream = stream[size:]
    assert received == sent


def test_an_oversized_frame_is_refused() -> None:
    with pytest.raises(ProtocolError, match="64 KiB"):
        list(FrameParser().feed(struct.pack("<BxxxI", ord("o"), protocol.FRAME_MAX + 1)))


@given(st.binary(max_size=80))
def test_a_report_is_read_or_refused(payload: bytes) -> None:
    try:
        report = protocol.read_report(payload)
    except ProtocolError:
        return
    assert isinstance(report.ending, Ending)


@given(st.binary(max_size=20))
def test_a_greeting_is_read_or_refused(payload: bytes) -> None:
    try:
        assert protocol.read_hello(payload) in (1, 2)
    except ProtocolError:
        return


def test_a_container_without_counters_is_refused() -> None:
    assert protocol.read_hello(struct.pack("<II", protocol.VERSION, 2)) == 2
    with pytest.raises(ProtocolError, match="no account of processor time"):
        protocol.read_hello(struct.pack("<II", protocol.VERSION, 0))


@given(st.lists(st.binary(max_size=3 * protocol.FRAME_MAX), max_size=3))
def test_files_arrive_whole(pieces: list[bytes]) -> None:
    stream = b"".join(protocol.file_frames("a/b.txt", pieces, 0o644))
    first, *data, last = FrameParser().feed(stream)
    assert protocol.read_file_header(first.payload) == ("a/b.txt", 0o644)
    assert b"".join(each.payload for each in data) == b"".join(pieces)
    assert (first.kind, last.kind) == ("F", "E")


def test_an_argument_with_a_nul_is_refused() -> None:
    order = protocol.RunOrder(
        argv=["a\0b"],
        env=[],
        cwd="/",
        collect="",
        by_candidate=True,
        live_input=False,
        fork_server=False,
        processes=1,
        cpu_ns=1,
        wall_ns=1,
        output_bytes=1,
        stderr_bytes=1,
        file_bytes=1,
        stack_bytes=1,
        collect_bytes=1,
    )
    with pytest.raises(ValueError, match="NUL"):
        protocol.run_frame(order)

"""The backlog between two programs: all bytes in order, in bounded memory."""

import itertools
import struct
import tempfile
import threading
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.sandbox import backlog as module
from jobcoach.judge.sandbox.backlog import MOST_IN_MEMORY_BYTES, Backlog

HEADER = struct.Struct("<BxxxI")


def content(frame: bytes) -> bytes:
    kind, size = HEADER.unpack_from(frame)
    assert (kind, size) == (ord("D"), len(frame) - HEADER.size)
    return frame[HEADER.size :]


def drained(backlog: Backlog) -> bytes:
    return b"".join(content(frame) for frame in backlog.frames())


@given(st.lists(st.one_of(st.integers(0, 200_000), st.just("take"))))
def test_bytes_come_out_as_they_went_in(steps: list[int | str]) -> None:
    # A small bound, so that memory and file take turns.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_IN_MEMORY_BYTES", 100_000)
        backlog, given_bytes, got = Backlog(), bytearray(), bytearray()
        letters = itertools.cycle(range(256))
        frames = iter(())
        for step in steps:
            if isinstance(step, int):
                piece = bytes([next(letters)]) * step
                given_bytes += piece
                if backlog.add(piece):
                    frames = backlog.frames()
            elif (frame := next(frames, None)) is not None:
                got += content(frame)
        got += b"".join(content(frame) for frame in frames)
        assert got == given_bytes
        backlog.close()


def test_somebody_is_asked_to_take_once_and_again_when_all_was_taken() -> None:
    backlog = Backlog()
    assert [backlog.add(b"a"), backlog.add(b"b")] == [True, False]
    assert drained(backlog) == b"ab"
    assert backlog.add(b"c")
    assert drained(backlog) == b"c"


def test_a_flood_of_single_bytes_and_one_of_blocks_stay_out_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    backlog = Backlog()
    tracemalloc.start()
    try:
        for _ in range(200_000):
            backlog.add(b"x")
        for _ in range(1000):
            backlog.add(b"y" * 65536)
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST_IN_MEMORY_BYTES
        assert sum(len(content(frame)) for frame in backlog.frames()) == 200_000 + 1000 * 65536
        assert tracemalloc.get_traced_memory()[1] < 5 * MOST_IN_MEMORY_BYTES
    finally:
        tracemalloc.stop()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_kept_once_it_is_closed() -> None:
    backlog = Backlog()
    backlog.add(b"x" * (MOST_IN_MEMORY_BYTES + 1))
    backlog.close()
    assert not backlog.add(b"y")
    assert drained(backlog) == b""


def test_a_reader_beside_a_writer_gets_all() -> None:
    backlog, got = Backlog(), bytearray()
    takers: list[threading.Thread] = []
    for number in range(3000):
        if backlog.add(number.to_bytes(4, "big")):
            for taker in takers:
                taker.join()
            takers = [threading.Thread(target=lambda: got.extend(drained(backlog)))]
            takers[0].start()
    takers[0].join()
    assert got == b"".join(number.to_bytes(4, "big") for number in range(3000))

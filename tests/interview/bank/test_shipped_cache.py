"""The shipped questions in one JSON file: the same questions, and never anything else's."""

import os

import pytest

from jobcoach.interview.bank.shipped import SHIPPED_FOLDER, shipped_questions


@pytest.fixture
def read(tmp_path):
    """Reads as a new process would."""

    def fresh():
        shipped_questions.cache_clear()
        return shipped_questions(tmp_path)

    yield fresh
    shipped_questions.cache_clear()


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "shipped-questions.json"


def test_the_second_time_they_come_from_the_json_file_and_are_the_same(read, kept):
    shipped_questions.cache_clear()
    plain = shipped_questions(None)
    assert read() == plain
    marked = kept.read_bytes().replace(plain[0].question.en.encode(), b"marked", 1)
    kept.write_bytes(marked)
    again = read()
    assert again[0].question.en == "marked"
    assert again[1:] == plain[1:]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"another fingerprint\n[]", b'{"__class__": "os.system"}', b"[" * 100_000],
    ids=["empty", "bytes", "other", "object", "deep"],
)
def test_what_is_no_file_of_ours_is_made_anew(read, kept, content):
    before = read()
    fingerprint = kept.read_bytes().partition(b"\n")[0]
    for damaged in (content, fingerprint + b"\n" + content):
        kept.write_bytes(damaged)
        assert read() == before
        assert kept.read_bytes().partition(b"\n")[0] == fingerprint


def test_a_question_that_changed_is_read_again(read, kept):
    read()
    first = kept.read_bytes().partition(b"\n")[0]
    changed = next(SHIPPED_FOLDER.glob("os/*.toml"))
    state = changed.stat()
    os.utime(changed, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))
    try:
        read()
        assert kept.read_bytes().partition(b"\n")[0] != first
    finally:
        os.utime(changed, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    place = tmp_path / "file"
    place.write_text("in the way")
    shipped_questions.cache_clear()
    assert len(shipped_questions(place / "cache")) > 100

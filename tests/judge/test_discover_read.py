"""Sources are read as bytes, whole, and never beyond the limit."""

import os
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import Found
from jobcoach.judge.submissions.read_source import read_heads, read_submission


def found(base: Path, *names: str, named: bool = False) -> Found:
    return Found(str(base), "python", base, tuple(map(Path, names)), named=named)


def test_sources_are_read_as_bytes_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_bytes("# 한글".encode("cp949"))
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x.py").write_bytes(b"\xff\x00\r\n")
    submission = read_submission(found(tmp_path, "b.py", "a/x.py"), limit_bytes=1000)
    assert [(file.name, file.content) for file in submission.files] == [
        ("a/x.py", b"\xff\x00\r\n"),
        ("b.py", "# 한글".encode("cp949")),
    ]


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_empty_source_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.py").write_bytes(content)
    with pytest.raises(InputError, match="is empty"):
        read_submission(found(tmp_path, "a.py"), limit_bytes=1000)


def test_limit_counts_all_files_together(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_bytes(b"x" * 1024)
    assert len(read_submission(found(tmp_path, "a.py", "b.py"), limit_bytes=2048).files) == 2
    with pytest.raises(InputError, match="takes 1 KiB of source at most"):
        read_submission(found(tmp_path, "a.py", "b.py"), limit_bytes=2047)


def test_huge_source_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.py").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(InputError, match="too long"):
        read_submission(found(tmp_path, "a.py"), limit_bytes=1000)
    assert read_heads(found(tmp_path, "a.py")) == [bytes(4096)]


def test_file_replaced_by_a_link_after_the_search_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a.py").symlink_to(tmp_path / "secret")
    with pytest.raises(InputError, match="cannot read"):
        read_submission(found(tmp_path, "a.py"), limit_bytes=1000)
    assert (
        read_submission(found(tmp_path, "a.py", named=True), limit_bytes=1000).files[0].content == b"secret"
    )


def test_pipe_in_a_files_place_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    with pytest.raises(InputError, match="not a plain file"):
        read_submission(found(tmp_path, "a.py"), limit_bytes=1000)


def test_vanished_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.py: No such file"):
        read_heads(found(tmp_path, "a.py"))


def test_head_of_the_main_file_comes_first(tmp_path: Path) -> None:
    for name in ("a.py", "main.py"):
        (tmp_path / name).write_text(name)
    assert read_heads(found(tmp_path, "a.py", "main.py")) == [b"main.py", b"a.py"]


def test_standard_input_is_a_file_of_its_own() -> None:
    item = Found("-", "python", Path(), (Path("main.py"),), content=b"print(1)")
    [file] = read_submission(item, limit_bytes=100).files
    assert (file.name, file.content) == ("main.py", b"print(1)")


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ([f"C{number}.java" for number in range(401)], "more than 400 files"),
        (["a/" * 200 + "x.c"], "the names of its files are"),
        ([f"{'a' * 200}/{number}.c" for number in range(300)], "the names of its files are"),
    ],
    ids=["too many files", "too long a name", "too long names together"],
)
def test_what_no_compiler_can_be_called_with_is_refused(tmp_path: Path, names: list[str], why: str) -> None:
    with pytest.raises(InputError, match="is too long") as caught:
        read_submission(found(tmp_path, *names), limit_bytes=1000)
    assert why in caught.value.why

"""A saved file is noticed, whichever way the editor saves."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jobcoach.cli.judge.watch import POLL_SECONDS, WatchedFiles


class Editor:
    """Stands in for the time between two looks: does one edit in each."""

    def __init__(self, *edits: Callable[[], object]) -> None:
        self.edits = list(edits)
        self.looks = 0

    def sleep(self, seconds: float) -> None:
        assert seconds == POLL_SECONDS
        self.looks += 1
        if self.looks > 20:
            raise AssertionError("the change was not noticed")
        if self.edits:
            self.edits.pop(0)()


def wait(watched: WatchedFiles, *edits: Callable[[], object]) -> tuple[list[Path], list[Path], int]:
    """(changed, gone, looks)"""
    gone: list[Path] = []
    editor = Editor(*edits)
    return watched.wait(editor.sleep, gone.append), gone, editor.looks


def nothing() -> None:
    pass


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.py"
    file.write_text("print(1)")
    os.utime(file, (1, 1))
    return file


def test_saved_content_is_noticed_after_it_has_come_to_rest(file: Path) -> None:
    changed, gone, looks = wait(WatchedFiles([file]), nothing, lambda: file.write_text("print(2)"))
    assert (changed, gone, looks) == ([file], [], 3)


def test_touched_file_is_no_change(file: Path) -> None:
    _, _, looks = wait(WatchedFiles([file]), file.touch, file.touch, lambda: file.write_text("x"))
    assert looks == 4


def test_replaced_file_is_noticed(file: Path) -> None:
    def replace() -> None:
        other = file.with_suffix(".new")
        other.write_text("print(2)")
        other.replace(file)

    assert wait(WatchedFiles([file]), replace)[0] == [file]


def test_file_that_goes_and_comes_back_changed(file: Path) -> None:
    changed, gone, _ = wait(WatchedFiles([file]), file.unlink, nothing, lambda: file.write_text("print(2)"))
    assert (changed, gone) == ([file], [file])


def test_file_that_comes_back_the_same_is_no_change(file: Path) -> None:
    steps = (file.unlink, lambda: file.write_text("print(1)"), nothing, lambda: file.write_text("print(2)"))
    changed, _, looks = wait(WatchedFiles([file]), *steps)
    assert (changed, looks) == ([file], 5)


def test_writing_that_goes_on_is_waited_for(file: Path) -> None:
    edits = [lambda text=text: file.write_text(text) for text in ("p", "pr", "pri", "prin", "print")]
    changed, _, looks = wait(WatchedFiles([file]), *edits)
    assert (changed, looks) == ([file], 6)
    assert file.read_text() == "print"


def test_file_that_was_missing_is_noticed_when_it_comes(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    assert wait(WatchedFiles([file]), nothing, lambda: file.write_text("x"))[0] == [file]


def test_only_the_changed_one_of_many_is_told(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.py", "b.py", "c.py")]
    for each in files:
        each.write_text(each.name)
    assert wait(WatchedFiles(files), lambda: files[1].write_text("changed"))[0] == [files[1]]


def test_interruption_passes(file: Path) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait(WatchedFiles([file]), interrupt)

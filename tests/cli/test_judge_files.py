"""Report files are checked before judging and written whole."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jobcoach.cli.judge.files import ReportFiles
from jobcoach.cli.report_file import check_writable, write_whole
from jobcoach.errors import InputError
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.words import Words


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing/report.xml", "there is no folder"),
        ("folder", "it is a folder"),
        ("file/report.xml", "there is no folder"),
    ],
)
def test_what_cannot_be_written_is_told_before_judging(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=told):
        check_writable(tmp_path / name)


def test_folder_that_refuses_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write"):
        check_writable(Path("/proc/1/report.xml"))


def test_checking_leaves_nothing_behind_and_keeps_what_is_there(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text("old")
    check_writable(report)
    check_writable(tmp_path / "new.xml")
    assert names(tmp_path) == ["report.xml"]
    assert report.read_text() == "old"


def test_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text("old")
    report.chmod(0o640)
    inode = report.stat().st_ino
    write_whole(report, b"new")
    assert report.read_bytes() == b"new"
    assert report.stat().st_ino != inode
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert names(tmp_path) == ["report.xml"]


def test_new_file_has_the_users_usual_mode(tmp_path: Path) -> None:
    usual, report = tmp_path / "usual", tmp_path / "report.xml"
    usual.write_text("")
    write_whole(report, b"new")
    assert report.stat().st_mode == usual.stat().st_mode


def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/report.xml").write_text("old")
    link = tmp_path / "report.xml"
    link.symlink_to("real/report.xml")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real/report.xml").read_bytes() == b"new"


def test_pipe_is_written_in_place(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    check_writable(pipe)
    write_whole(pipe, b"report")
    reader.join()
    assert read == [b"report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.xml"
    report.write_text("old")

    def full(descriptor: int, mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fchmod", full)
    with pytest.raises(OSError, match=r"No space left.*report\.xml"):
        write_whole(report, b"new")
    assert names(tmp_path) == ["report.xml"]
    assert report.read_text() == "old"


def test_a_report_that_fails_does_not_take_the_other_with_it(tmp_path: Path) -> None:
    files = ReportFiles(junit=tmp_path / "gone" / "report.xml", markdown=tmp_path / "summary.md")
    with pytest.raises(OSError, match=r"report\.xml"):
        files.write(JudgeReport("docker"), Words("en"))
    assert names(tmp_path) == ["summary.md"]


def test_only_what_was_asked_for_is_written(tmp_path: Path) -> None:
    files = ReportFiles(junit=tmp_path / "report.xml")
    files.check()
    files.write(JudgeReport("docker"), Words("en"))
    assert names(tmp_path) == ["report.xml"]


def test_standard_output_is_added_to_where_it_was_redirected(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = (
        "import sys; from pathlib import Path; from jobcoach.cli.report_file import write_whole;"
        "print('before'); write_whole(Path('/dev/stdout'), b'report\\n'); print('after')"
    )
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with log.open("wb") as stdout:
        subprocess.run([sys.executable, "-c", program], stdout=stdout, env=environ, check=True)
    assert log.read_text().splitlines() == ["before", "report", "after"]
    assert names(tmp_path) == ["log"]

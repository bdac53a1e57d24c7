import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import pytest

from jobcoach.errors import EnvironmentMissing
from jobcoach.store import Store

WRITER = textwrap.dedent("""
    import sys
    from dataclasses import replace
    from datetime import UTC, datetime
    from pathlib import Path
    from jobcoach.store import JudgementRecord, Store, TestRecord

    test = TestRecord("secret/1", "secret", "AC", 0.0, 0.0, 0)
    record = JudgementRecord(
        datetime(2026, 1, 1, tzinfo=UTC), "a.py", "p", "v", "python", "docker", "", "s", "AC", None, None,
        verdict_key=sys.argv[2], tests=(test,) * 20,
    )
    with Store.open(Path(sys.argv[1])) as store:
        for _ in range(int(sys.argv[3])):
            print(store.judgements.add(record), flush=True)
""")
NOBODY = 65534


def start_writer(path: Path, key: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, path, key, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def judgements_of(path: Path) -> list[tuple[int, str, int]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT id, verdict_key, (SELECT count(*) FROM tests WHERE judgement_id = id) FROM judgements"
    ).fetchall()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    return rows


def test_a_new_database_is_private_and_in_wal_mode(tmp_path: Path) -> None:
    path = tmp_path / "made" / "on the way" / "jobcoach.db"
    with Store.open(path) as store:
        assert store.check() == []
        assert store.set_aside is None
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_two_processes_that_make_the_file_and_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    writers = [start_writer(path, key, 60) for key in ("first", "second")]
    shown = [int(line) for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0, 0]
    rows = judgements_of(path)
    assert sorted(shown) == [row[0] for row in rows] == list(range(1, 121))
    assert {row[2] for row in rows} == {20}


def test_processes_that_make_the_file_in_the_same_moment_all_open_it(tmp_path: Path) -> None:
    opens = textwrap.dedent("""
        import sys
        from pathlib import Path
        from jobcoach.store import Store

        for line in sys.stdin:
            with Store.open(Path(line.strip())):
                print("open", flush=True)
    """)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", opens],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for _ in range(4)
    ]
    opened = []
    for number in range(40):
        for process in processes:
            print(tmp_path / f"{number}.db", file=process.stdin, flush=True)
        opened += [process.stdout.readline() for process in processes if process.stdout]
    for process in processes:
        process.communicate()
    assert opened == ["open\n"] * 160


def test_a_killed_writer_loses_nothing_it_had_shown(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    writer = start_writer(path, "key", 100_000)
    assert writer.stdout
    shown = [int(writer.stdout.readline()) for _ in range(30)]
    writer.send_signal(signal.SIGKILL)
    shown += [int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    writer.wait()
    writer.stdout.close()
    rows = judgements_of(path)
    assert {row[0] for row in rows} >= set(shown)
    assert {row[2] for row in rows} == {20}
    with Store.open(path) as store:
        assert store.check() == []


@pytest.mark.parametrize(
    "content",
    [
        b"this is no database, and long enough for a header of one hundred bytes " * 4,
        b"SQLite format 3\0" + b"\xff" * 5000,
    ],
    ids=["text", "broken header"],
)
def test_a_corrupt_file_is_set_aside_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "jobcoach.db"
    for number in (1, 2):
        path.write_bytes(content)
        with Store.open(path) as store:
            assert store.set_aside == tmp_path / f"jobcoach.db.corrupt-{number}"
            assert store.set_aside.read_bytes() == content
            assert store.judgements.latest() == []


def test_a_page_that_rots_is_told_and_found_by_the_check(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    assert start_writer(path, "key", 200).communicate()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xaa" * 40_000)
    with Store.open(path) as store:
        assert store.check() != []
        with pytest.raises(EnvironmentMissing, match=r"jobcoach\.db"):
            for number in range(1, 201):
                store.judgements.get(number)


def test_two_processes_that_find_a_corrupt_file_set_it_aside_once(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    path.write_bytes(b"not a database " * 400)
    writers = [start_writer(path, key, 5) for key in ("first", "second")]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert len(judgements_of(path)) == 10
    assert [file.name for file in tmp_path.glob("*corrupt*")] == ["jobcoach.db.corrupt-1"]


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    Store.open(path).close()
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("INSERT INTO schema_migrations VALUES (9000, '9000_future', '2030')")
    connection.close()
    with pytest.raises(EnvironmentMissing, match="newer") as raised:
        Store.open(path)
    assert "upgrade" in raised.value.mend
    assert [file.name for file in tmp_path.glob("*corrupt*")] == []


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "jobcoach.db").mkdir()
    with pytest.raises(EnvironmentMissing, match=r"jobcoach\.db"):
        Store.open(tmp_path / "jobcoach.db")


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(EnvironmentMissing, match=r"jobcoach\.db") as raised:
        Store.open(tmp_path / "home" / "jobcoach.db")
    assert "JOBCOACH_HOME" in raised.value.mend


@pytest.mark.parametrize("existing", [False, True], ids=["no file yet", "a file that is there"])
def test_a_read_only_folder_is_told(existing: bool) -> None:
    """Run as another user where the tests run as root, for whom no folder is read-only."""
    folder = Path(tempfile.mkdtemp(prefix="jobcoach-readonly-"))
    try:
        path = folder / "jobcoach.db"
        if existing:
            Store.open(path).close()
            path.chmod(0o444)
        folder.chmod(0o555)
        script = (
            "import os, sys; from pathlib import Path; from jobcoach.store import Store;"
            "from jobcoach.errors import EnvironmentMissing\n"
            f"if os.geteuid() == 0: os.seteuid({NOBODY})\n"
            "try: Store.open(Path(sys.argv[1]))\n"
            "except EnvironmentMissing as error: print(error, error.mend)\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", script, path],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert "jobcoach.db cannot be used" in told.stdout
        assert "JOBCOACH_HOME" in told.stdout
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_locked_database_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    Store.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = start_writer(path, "key", 1)
    time.sleep(0.8)
    assert writer.poll() is None
    other.execute("COMMIT")
    other.close()
    assert writer.communicate()[0] == "1\n"


def test_every_table_opens_in_datasette_with_keys_and_references(tmp_path: Path) -> None:
    path = tmp_path / "jobcoach.db"
    Store.open(path).close()
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [name for name in tables if not name.startswith("sqlite_")]
    assert sorted(plain) == [
        "batches",
        "calibrations",
        "interview_events",
        "interviews",
        "judgements",
        "model_calls",
        "reviews",
        "schema_migrations",
        "tests",
    ]
    for name in plain:
        columns = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        assert any(pk for _, pk in columns), name
    references = connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', ("tests",)).fetchall()
    assert references == [("judgements",)]
    connection.close()

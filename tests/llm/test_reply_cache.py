import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jobcoach.llm.reply_cache import CacheSize, CacheTrouble, ReplyCache


class Canary:
    """Unpickling this makes a file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self):
        return (Path.touch, (self.file,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "replies"


@pytest.fixture
def told() -> list[CacheTrouble]:
    return []


@pytest.fixture
def cache(folder: Path, told: list[CacheTrouble]):
    opened = ReplyCache(folder, 1 << 24, told.append)
    yield opened
    opened.close()


def planted(folder: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    with connection:
        connection.execute(sql, values)
    connection.close()


def test_text_comes_back_also_in_another_run(cache: ReplyCache, folder: Path) -> None:
    text = "안녕 \U0001f600 " * 50_000
    cache.put("key", text)
    assert cache.get("key") == text
    assert cache.get("other") is None
    cache.close()
    assert ReplyCache(folder, 1 << 24, lambda _: None).get("key") == text
    assert list(folder.glob("*/")) == []


def test_the_folder_is_the_users_alone(cache: ReplyCache, folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    cache.put("key", "text")
    assert folder.stat().st_mode & 0o777 == 0o700


class TestHostileRows:
    def test_a_pickled_value_is_never_loaded(self, cache: ReplyCache, folder: Path, tmp_path: Path) -> None:
        cache.put("key", "text")
        canary = tmp_path / "canary"
        payload = pickle.dumps(Canary(canary))
        planted(folder, "UPDATE Cache SET mode = 4, value = ?", payload)
        assert cache.get("key") is None
        assert not canary.exists()
        pickle.loads(payload)
        assert canary.exists()  # so the planted row would have worked

    def test_a_pickle_in_a_file_is_never_loaded(
        self, cache: ReplyCache, folder: Path, tmp_path: Path
    ) -> None:
        cache.put("key", "text")
        canary = tmp_path / "canary"
        (folder / "planted.val").write_bytes(pickle.dumps(Canary(canary)))
        planted(folder, "UPDATE Cache SET mode = 4, value = NULL, filename = 'planted.val'")
        assert cache.get("key") is None
        assert not canary.exists()

    @pytest.mark.parametrize("mode", [2, 3])
    def test_a_row_that_names_a_file_reads_and_deletes_none(
        self, cache: ReplyCache, folder: Path, tmp_path: Path, mode: int
    ) -> None:
        secret = tmp_path / "secret"
        secret.write_text("mine")
        cache.put("key", "text")
        planted(folder, "UPDATE Cache SET mode = ?, value = NULL, filename = ?", mode, str(secret))
        assert cache.get("key") is None
        cache.put("key", "new")
        assert cache.get("key") == "new"
        planted(folder, "UPDATE Cache SET filename = ?", str(secret))
        cache.clear()
        assert secret.read_text() == "mine"

    def test_a_pickled_key_is_never_loaded(self, cache: ReplyCache, folder: Path, tmp_path: Path) -> None:
        cache.put("key", "text")
        canary = tmp_path / "canary"
        planted(folder, "UPDATE Cache SET raw = 0, key = ?", pickle.dumps(Canary(canary)))
        assert cache.get("key") is None
        assert cache.size().replies == 1
        cache.clear()
        assert not canary.exists()

    @pytest.mark.parametrize("value", [b"bytes", 7, 1.5, None])
    def test_what_is_no_text_is_as_if_it_were_not_there(
        self, cache: ReplyCache, folder: Path, value: object
    ) -> None:
        cache.put("key", "text")
        planted(folder, "UPDATE Cache SET value = ?", value)
        assert cache.get("key") is None

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("eviction_policy", "none; --"),
            ("sqlite_journal_mode", "x"),
            ("disk_min_file_size", "y"),
            ("__class__", 1),
        ],
    )
    def test_planted_settings_do_no_harm(
        self, cache: ReplyCache, folder: Path, key: str, value: object
    ) -> None:
        cache.put("key", "text")
        cache.close()
        planted(folder, "INSERT OR REPLACE INTO Settings (key, value) VALUES (?, ?)", key, value)
        again = ReplyCache(folder, 1 << 24, lambda _: None)
        again.put("key", "new")
        assert again.get("key") == "new"
        again.close()


class TestBrokenFiles:
    @pytest.mark.parametrize("content", [b"not a database " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
    def test_are_set_aside_told_and_kept(
        self, cache: ReplyCache, folder: Path, told: list[CacheTrouble], content: bytes
    ) -> None:
        folder.mkdir(parents=True)
        (folder / "cache.db").write_bytes(content)
        assert cache.get("key") is None
        cache.put("key", "text")
        assert cache.get("key") == "text"
        assert (folder / "cache.db.corrupt-1").read_bytes() == content
        assert len(told) == 1
        assert told[0].moved_to == folder / "cache.db.corrupt-1"

    def test_a_database_of_something_else(
        self, cache: ReplyCache, folder: Path, told: list[CacheTrouble]
    ) -> None:
        folder.mkdir(parents=True)
        planted(folder, "CREATE TABLE Cache (fruit TEXT)")
        cache.put("key", "text")
        assert cache.get("key") == "text"
        assert told

    def test_a_page_that_rots_while_it_is_open(
        self, cache: ReplyCache, folder: Path, told: list[CacheTrouble]
    ) -> None:
        for number in range(200):
            cache.put(f"key{number}", "text " * 200)
        cache.close()
        planted(folder, "PRAGMA wal_checkpoint(TRUNCATE)")
        with (folder / "cache.db").open("r+b") as file:
            file.seek(8192)
            file.write(b"\xaa" * 100_000)
        found = [cache.get(f"key{number}") for number in range(200)]
        assert any(text is None for text in found)
        cache.put("key", "text")
        assert cache.get("key") == "text"
        assert told

    def test_a_folder_that_cannot_be_written_costs_no_reply(
        self, tmp_path: Path, told: list[CacheTrouble]
    ) -> None:
        (tmp_path / "file").write_text("")
        cache = ReplyCache(tmp_path / "file" / "replies", 1 << 24, told.append)
        cache.put("key", "text")
        assert cache.get("key") is None
        assert len(told) == 1

    def test_a_link_is_not_followed(self, tmp_path: Path, folder: Path, told: list[CacheTrouble]) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        folder.parent.mkdir(parents=True)
        folder.symlink_to(elsewhere)
        ReplyCache(folder, 1 << 24, told.append).put("key", "text")
        assert list(elsewhere.iterdir()) == []
        assert "not your own" in told[0].reason


def test_size_and_clear(cache: ReplyCache, folder: Path) -> None:
    assert cache.size() == CacheSize(0, 0)
    assert not folder.exists()
    for number in range(3):
        cache.put(str(number), "text")
    assert cache.size().replies == 3
    assert cache.clear().replies == 3
    assert cache.size().replies == 0


def test_old_replies_go_when_there_is_no_room(folder: Path) -> None:
    cache = ReplyCache(folder, 1 << 20, lambda _: None)
    for number in range(60):
        cache.put(str(number), "x" * 50_000)
    assert cache.size().size_bytes < 3 << 20
    assert cache.get("59") is not None
    assert cache.get("0") is None
    cache.close()


def test_threads_share_it(cache: ReplyCache) -> None:
    def work(number: int) -> None:
        for turn in range(20):
            cache.put(f"{number}-{turn}", str(turn))
            assert cache.get(f"{number}-{turn}") == str(turn)
        cache.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.size().replies == 80


WORKER = """
import sys
from pathlib import Path
from jobcoach.llm.reply_cache import ReplyCache
cache = ReplyCache(Path(sys.argv[1]), 1 << 24, lambda trouble: None)
for number in range(30):
    cache.put(f"{sys.argv[2]}{number}", "text")
    assert cache.get(f"{sys.argv[2]}{number}") == "text"
"""


def test_two_processes_that_find_a_corrupt_file_set_it_aside_once(folder: Path, cache: ReplyCache) -> None:
    folder.mkdir(parents=True)
    (folder / "cache.db").write_bytes(b"not a database " * 500)
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, folder, name],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for name in ("a", "b")
    ]
    assert [worker.wait() for worker in workers] == [0, 0]
    assert [file.name for file in folder.glob("*corrupt*")] == ["cache.db.corrupt-1"]
    assert cache.size().replies == 60


def test_a_folder_that_vanishes_is_made_again_by_the_next_run(folder: Path) -> None:
    first = ReplyCache(folder, 1 << 24, lambda _: None)
    first.put("key", "text")
    first.close()
    shutil.rmtree(folder)
    second = ReplyCache(folder, 1 << 24, lambda _: None)
    assert second.get("key") is None
    second.close()

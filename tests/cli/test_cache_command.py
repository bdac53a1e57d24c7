import fcntl
import json
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.llm.capabilities import Capabilities, CapabilityMemory, servers_file
from jobcoach.llm.reply_cache import open_reply_cache
from jobcoach.settings import load_settings

NOTHING = {"replies": 0, "servers": 0, "verdicts": 0, "facts": 0, "repositories": 0}


@pytest.fixture
def filled(jobcoach_home: Path) -> Path:
    folder = jobcoach_home / "cache"
    cache = open_reply_cache(folder, 1 << 24, lambda _: None)
    for number in range(3):
        cache.put(str(number), "text")
    cache.close()
    memory = CapabilityMemory(servers_file(folder), "k", Capabilities())
    memory.learn(Capabilities(no_seed=1))
    memory.keep()
    (folder / "verdicts").mkdir()
    (folder / "verdicts" / "a.json").write_text("{}")
    (folder / "facts").mkdir()
    (folder / "facts" / "a.jsonl").write_text("{}")
    for name in ("a", "b"):
        (folder / "repositories" / name / "contents.git").mkdir(parents=True)
        (folder / "repositories" / name / "contents.git" / "HEAD").write_text("ref: refs/heads/main")
    return folder


def document(capsys: pytest.CaptureFixture[str], *argv: str) -> dict:
    assert run([*argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def counts(rows: list[dict]) -> dict[str, int]:
    return {row["name"]: row["entries"] for row in rows}


def test_stats_of_nothing_make_nothing(jobcoach_home: Path, capsys) -> None:
    assert counts(document(capsys, "cache", "stats")["caches"]) == NOTHING
    assert not jobcoach_home.exists()


def test_stats_count_each_cache(filled: Path, capsys) -> None:
    found = document(capsys, "cache", "stats")
    assert found["format"] == "jobcoach.cache/1"
    assert counts(found["caches"]) == {
        "replies": 3,
        "servers": 1,
        "verdicts": 1,
        "facts": 1,
        "repositories": 2,
    }
    assert all(row["size_bytes"] > 0 for row in found["caches"])
    assert found["model_calls"]["calls"] == 0


def test_clear_says_what_it_removed(filled: Path, capsys) -> None:
    assert run(["cache", "clear"]) == 0
    shown = capsys.readouterr()
    assert "model replies" in shown.out
    assert "removed 8 entries" in shown.err
    assert counts(document(capsys, "cache", "stats")["caches"]) == NOTHING
    assert counts(document(capsys, "cache", "clear")["removed"]) == NOTHING


def test_a_repository_that_a_review_reads_stays(filled: Path, capsys) -> None:
    with (filled / "repositories" / "b" / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert counts(document(capsys, "cache", "clear")["removed"])["repositories"] == 1
        assert counts(document(capsys, "cache", "stats")["caches"])["repositories"] == 1


def test_in_korean(filled: Path, capsys) -> None:
    assert run(["cache", "stats", "--lang", "ko"]) == 0
    assert "모델 응답" in capsys.readouterr().out
    assert run(["cache", "clear", "--lang", "ko"]) == 0
    assert "8개를 지웠습니다" in capsys.readouterr().err


def test_a_corrupt_cache_is_set_aside_with_a_message(filled: Path, capsys) -> None:
    (filled / "llm" / "replies" / "cache.db").write_bytes(b"no database " * 500)
    assert run(["cache", "stats"]) == 0
    shown = capsys.readouterr()
    assert "cache.db.corrupt-1" in shown.err
    assert (filled / "llm" / "replies" / "cache.db.corrupt-1").read_bytes() == b"no database " * 500


def test_a_list_can_be_set_and_shown(jobcoach_home: Path, capsys) -> None:
    assert run(["config", "set", "llm.prices", "gpt-4.1=2/8, qwen3:8b=0/0"]) == 0
    assert load_settings().llm.prices == ("gpt-4.1=2/8", "qwen3:8b=0/0")
    capsys.readouterr()
    assert run(["config", "show"]) == 0
    assert "gpt-4.1=2/8, qwen3:8b=0/0" in capsys.readouterr().out
    rows = {row["key"]: row["value"] for row in document(capsys, "config", "show")["settings"]}
    assert rows["llm.prices"] == ["gpt-4.1=2/8", "qwen3:8b=0/0"]

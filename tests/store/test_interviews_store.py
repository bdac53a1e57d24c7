import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobcoach.errors import EnvironmentMissing, InputError
from jobcoach.store import Store

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WRITER = textwrap.dedent("""
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from jobcoach.errors import InputError
    from jobcoach.store import Store

    path, interview_id, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with Store.open(path) as store:
        for _ in range(count):
            seq = len(store.interviews.events(interview_id)) + 1
            try:
                payload = f'{{"by": "{sys.argv[4]}"}}'
                store.interviews.append(interview_id, seq, at=now, kind="x", payload=payload, status="open")
                print(seq, flush=True)
            except InputError:
                pass
""")


def create(store: Store, interview_id: str = "domipazu") -> bool:
    return store.interviews.create(
        interview_id, lang="ko", mode="study", grader="offline", started_at=NOW, plan="{}"
    )


def append(store: Store, seq: int, payload: str = "{}", status: str = "open", name: str = "domipazu") -> None:
    store.interviews.append(name, seq, at=NOW, kind="answered", payload=payload, status=status)


def start_writer(path: Path, interview_id: str, count: int, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, path, interview_id, str(count), name],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "jobcoach.db") as opened:
        yield opened


def test_an_interview_comes_back_as_it_was_stored(store: Store) -> None:
    assert create(store)
    append(store, 1, '{"text": "스레드"}')
    append(store, 2, status="paused")
    record = store.interviews.get("domipazu")
    assert record is not None
    assert (record.lang, record.mode, record.grader, record.started_at) == ("ko", "study", "offline", NOW)
    assert (record.plan, record.status) == ("{}", "paused")
    events = store.interviews.events("domipazu")
    assert [(event.seq, event.at, event.kind) for event in events] == [
        (1, NOW, "answered"),
        (2, NOW, "answered"),
    ]
    assert events[0].payload == '{"text": "스레드"}'
    assert store.interviews.ids() == ["domipazu"]


def test_an_id_that_is_taken_is_told_and_nothing_is_overwritten(store: Store) -> None:
    assert create(store)
    append(store, 1)
    assert not create(store)
    assert len(store.interviews.events("domipazu")) == 1


@pytest.mark.parametrize("seq", [0, 1, 3, -1])
def test_a_stale_or_early_number_is_refused(store: Store, seq: int) -> None:
    create(store)
    append(store, 1, '{"by": "first"}')
    with pytest.raises(InputError, match="another window") as raised:
        append(store, seq, '{"by": "second"}', status="finished")
    assert "--resume domipazu" in raised.value.mend
    assert [event.payload for event in store.interviews.events("domipazu")] == ['{"by": "first"}']
    assert store.interviews.latest_unfinished() == "domipazu"


def test_events_are_never_changed(store: Store, tmp_path: Path) -> None:
    create(store)
    append(store, 1)
    connection = sqlite3.connect(tmp_path / "jobcoach.db")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE interview_events SET payload = 'x'")
    connection.close()


def test_the_latest_unfinished_is_the_one_that_something_happened_in_last(store: Store) -> None:
    assert store.interviews.latest_unfinished() is None
    for name in ("babababa", "dadadada", "gagagaga"):
        create(store, name)
    later = NOW.replace(hour=5)
    store.interviews.append("babababa", 1, at=later, kind="x", payload="{}", status="open")
    assert store.interviews.latest_unfinished() == "babababa"
    store.interviews.append("babababa", 2, at=later, kind="x", payload="{}", status="finished")
    assert store.interviews.latest_unfinished() in ("dadadada", "gagagaga")
    assert [record.id for record in store.interviews.latest(1)] == ["babababa"]


def test_every_commit_is_synced_to_the_disk(store: Store) -> None:
    store._connection.execute("PRAGMA synchronous = NORMAL")
    create(store)
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    store._connection.execute("PRAGMA synchronous = NORMAL")
    append(store, 1)
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_two_processes_on_two_interviews_lose_nothing(store: Store, tmp_path: Path) -> None:
    names = ("babababa", "dadadada")
    for name in names:
        create(store, name)
    writers = [start_writer(tmp_path / "jobcoach.db", name, 40, name) for name in names]
    shown = [writer.communicate()[0].split() for writer in writers]
    assert shown == [[str(seq) for seq in range(1, 41)]] * 2
    for name in names:
        assert [event.payload for event in store.interviews.events(name)] == [f'{{"by": "{name}"}}'] * 40


def test_two_processes_on_one_interview_overwrite_nothing(store: Store, tmp_path: Path) -> None:
    create(store)
    writers = [start_writer(tmp_path / "jobcoach.db", "domipazu", 60, name) for name in ("first", "second")]
    shown = {
        name: writer.communicate()[0].split()
        for name, writer in zip(("first", "second"), writers, strict=True)
    }
    events = store.interviews.events("domipazu")
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    for name, seqs in shown.items():
        assert [str(event.seq) for event in events if name in event.payload] == seqs


def test_rotten_bytes_come_back_as_no_json(store: Store, tmp_path: Path) -> None:
    create(store)
    append(store, 1)
    connection = sqlite3.connect(tmp_path / "jobcoach.db")
    connection.execute("UPDATE interviews SET plan = CAST(x'7bff7d' AS TEXT)")
    connection.execute(
        "INSERT INTO interview_events "
        "VALUES ('domipazu', 2, '2026-01-01T00:00:00.000000Z', 'x', CAST(x'7bff7d' AS TEXT))"
    )
    connection.commit()
    connection.close()
    record = store.interviews.get("domipazu")
    assert record is not None
    assert record.plan == "{\\xff}"
    assert store.interviews.events("domipazu")[1].payload == "{\\xff}"


def test_a_damaged_time_names_the_interview(store: Store, tmp_path: Path) -> None:
    create(store)
    connection = sqlite3.connect(tmp_path / "jobcoach.db")
    connection.execute("INSERT INTO interview_events VALUES ('domipazu', 1, 'noon', 'x', '{}')")
    connection.commit()
    connection.close()
    with pytest.raises(InputError, match="domipazu"):
        store.interviews.events("domipazu")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 512 KiB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root outside of a container can mount a small file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_what_was_written_stays(small_disk: Path) -> None:
    with Store.open(small_disk / "jobcoach.db") as store:
        create(store)
        append(store, 1, '{"text": "kept"}')
        ballast = small_disk / "ballast"
        with pytest.raises(OSError, match="No space"):
            ballast.write_bytes(b"x" * (1 << 20))
        answer = '{"text": "%s"}' % ("x" * 50_000)
        with pytest.raises(EnvironmentMissing, match=r"full|I/O") as raised:
            for seq in range(2, 20):
                append(store, seq, answer)
        assert raised.value.mend
        kept = store.interviews.events("domipazu")
        assert kept[0].payload == '{"text": "kept"}'
        ballast.unlink()
        append(store, len(kept) + 1, answer)
        assert len(store.interviews.events("domipazu")) == len(kept) + 1
        assert store.check() == []

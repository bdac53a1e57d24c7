"""All files' facts: cached, streamed, by one process or several."""

import json
import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.analyse import analyse
from jobcoach.portfolio.facts.analyser_version import analyser_version
from jobcoach.portfolio.facts.fact_cache import FactFile, NoFactCache
from jobcoach.portfolio.facts.repository import FileFacts
from jobcoach.portfolio.facts.workers import in_order, useful_workers
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.rules.registry import file_rules
from jobcoach.portfolio.rules.rule import FileRule, Hit


def is_python(info: FileInfo) -> bool:
    return info.language == "Python"


def find_todos(source: SourceText) -> Iterable[Hit]:
    return [Hit(number, number) for number, line in enumerate(source.lines, 1) if "TODO" in line]


TODOS = FileRule("C98", "code", "low", "high", is_python, find_todos)
FILES = {
    "a.py": "import os\n# TODO\ndef f(x):\n    return x or 1\n",
    "README.md": "# 안녕\n",
    "b/Main.java": 'class A {\n  void run(int a) { if (a > 0) { b(); } }\n}\n',
    "logo.bin.txt": b"\0\1",
    "가.py": "x = 1\n",
}  # fmt: skip


def run(files: dict[str, str | bytes], cache: FactFile | NoFactCache) -> tuple[tuple[FileFacts, ...], int]:
    snapshot = MemorySnapshot(files)
    inventory = take_inventory(snapshot)
    before = snapshot.reads
    return analyse(snapshot, inventory, (TODOS,), cache), snapshot.reads - before


def test_an_unchanged_file_is_never_read_twice(tmp_path: Path) -> None:
    cache = FactFile(tmp_path / "facts", "where")
    first, reads = run(FILES, cache)
    again, reads_again = run(FILES, cache)
    assert (reads, reads_again) == (5, 0)
    assert again == first
    changed, reads_changed = run({**FILES, "a.py": "y = 2\n"}, cache)
    assert reads_changed == 1
    assert [facts.hits for facts in changed] == [{}] * 5


def test_a_moved_file_is_looked_at_again(tmp_path: Path) -> None:
    cache = FactFile(tmp_path, "where")
    run({"a.py": "x"}, cache)
    assert run({"b.py": "x"}, cache)[1] == 1


def test_other_rules_make_the_cache_void(tmp_path: Path) -> None:
    cache = FactFile(tmp_path, "where")
    run(FILES, cache)
    inventory = take_inventory(MemorySnapshot(FILES))
    assert cache.load(analyser_version(()), inventory.to_read) == {}
    assert len(cache.load(analyser_version((TODOS,)), inventory.to_read)) == 5


def test_another_repository_has_a_cache_of_its_own(tmp_path: Path) -> None:
    run(FILES, FactFile(tmp_path, "one"))
    assert run(FILES, FactFile(tmp_path, "two"))[1] == 5


def test_the_oldest_repositories_are_forgotten(tmp_path: Path) -> None:
    for number in range(60):
        run({"a.py": "x"}, FactFile(tmp_path, str(number)))
    assert len(list(tmp_path.iterdir())) == 50


BROKEN = [
    b"", b"{}\n", b"\xff\xfe", b"[" * 100_000, b"null\n", b"[1,2]\n",
]  # fmt: skip


@pytest.mark.parametrize("line", BROKEN)
def test_a_broken_line_is_read_anew(tmp_path: Path, line: bytes) -> None:
    cache = FactFile(tmp_path, "where")
    first, _ = run(FILES, cache)
    (file,) = tmp_path.iterdir()
    head, _, *rest = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([head, line, *rest]))
    assert run(FILES, cache) == (first, 1)


@pytest.mark.parametrize("place", range(4, 12))
@pytest.mark.parametrize(
    "value", [None, {"a": 1}, [1], ["x", [1]], "x\x1b", -1.5, True, {"C98": [["a", 1, 1]]}]
)
def test_a_row_of_other_values_is_no_fact(tmp_path: Path, place: int, value: object) -> None:
    cache = FactFile(tmp_path, "where")
    first, _ = run(FILES, cache)
    (file,) = tmp_path.iterdir()
    head, row, *rest = file.read_bytes().split(b"\n")
    values = json.loads(row)
    values[place] = value
    file.write_bytes(b"\n".join([head, json.dumps(values).encode(), *rest]))
    facts, _ = run(FILES, cache)
    if facts != first:  # a fitting value, such as another list of imports
        assert isinstance(facts[0].encoding, str)
        assert all(isinstance(name, str) for name in facts[0].imports)
        pickle.dumps(facts)


def test_what_cannot_be_kept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run(FILES, FactFile(tmp_path / "file" / "below", "where"))[1] == 5


@given(st.binary(max_size=300))
def test_any_file_may_stand_in_the_caches_place(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("facts")
    cache = FactFile(folder, "where")
    inventory = take_inventory(MemorySnapshot({"a.py": "x"}))
    cache.save("v", [])
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes() + data)
    assert cache.load("v", inventory.to_read) == {}


def test_several_processes_find_what_one_does() -> None:
    files: dict[str, str | bytes] = {
        f"p/f{number}.py": f"# TODO\ndef f{number}(): return 1\n" * 300 for number in range(90)
    }
    snapshot = MemorySnapshot(files)
    work = [(info, data) for info, (_, data) in zip(
        take_inventory(snapshot).to_read, snapshot.read(snapshot.entries), strict=True)]  # fmt: skip
    assert list(in_order(iter(work), (TODOS,), 2)) == list(in_order(iter(work), (TODOS,), 1))


def test_a_process_that_dies_loses_nothing() -> None:
    snapshot = MemorySnapshot({"a.py": "x = 1\n", "b.py": "# TODO\n"})
    work = [(info, data) for info, (_, data) in zip(
        take_inventory(snapshot).to_read, snapshot.read(snapshot.entries), strict=True)]  # fmt: skip
    done = list(in_order(iter(work), (DEADLY,), 2))
    assert [info.path for info, _ in done] == ["a.py", "b.py"]


def dies_in_a_worker(source: SourceText) -> Iterable[Hit]:
    import multiprocessing
    import os

    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return ()


DEADLY = FileRule("C97", "code", "low", "high", is_python, dies_in_a_worker)


def test_small_repositories_need_no_processes() -> None:
    assert useful_workers(1000) == 1


def test_every_file_rule_can_be_sent_to_a_process() -> None:
    assert pickle.loads(pickle.dumps(file_rules())) == file_rules()


def test_progress_ends_with_all_files() -> None:
    seen: list[tuple[int, int]] = []
    snapshot = MemorySnapshot(FILES)
    analyse(
        snapshot, take_inventory(snapshot), (), NoFactCache(), lambda done, total: seen.append((done, total))
    )
    assert seen[0] == (0, 5)
    assert seen[-1] == (5, 5)

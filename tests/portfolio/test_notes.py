"""What is said of where the work is."""

import pytest
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.file_facts import file_facts
from jobcoach.portfolio.facts.languages import find_languages
from jobcoach.portfolio.facts.repository import HistoryFacts, RepositoryFacts
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.notes import notes_of
from jobcoach.portfolio.source.snapshot import Branch


def facts_of(files: dict[str, str | bytes], *branches: Branch, commits: int = 20) -> RepositoryFacts:
    snapshot = MemorySnapshot(files)
    inventory = take_inventory(snapshot)
    read = [file_facts(inventory.to_read[n], data, ()) for n, (_, data) in enumerate(
        snapshot.read([info.entry for info in inventory.to_read])
    )]  # fmt: skip
    history = HistoryFacts(commits, True, None, None, 1, (), None, None, 0.0, (), branches)
    languages = find_languages(read)
    return RepositoryFacts(
        snapshot.source,
        tuple(read),
        inventory.files,
        inventory.skipped,
        languages,
        (),
        (),
        None,
        {},
        (),
        history,
    )


CODE: dict[str, str | bytes] = {f"m{number}.py": "x = 1\n" for number in range(9)}


def test_a_repository_of_code_needs_no_note() -> None:
    assert notes_of((), facts_of(CODE)) == ()
    assert notes_of(("shallow",), facts_of(CODE)) == ("shallow",)


def test_pictures_alone_and_documents_alone() -> None:
    assert notes_of((), facts_of({"a.png": b"\x89PNG\0"})) == ("only_binaries",)
    assert "no_code" in notes_of((), facts_of({f"{n}.md": "text\n" for n in range(9)}))
    assert notes_of(("only_submodules",), facts_of({})) == ("only_submodules",)
    assert notes_of((), facts_of({"prog.xyz": "begin\n"})) == ("no_code",)


def test_pointers_of_lfs_alone() -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d" * 32 + "\nsize 12345\n"
    assert notes_of((), facts_of({"model.bin": pointer, "a.csv": pointer})) == ("only_lfs",)


def test_a_detached_head_says_nothing_of_the_default_branch() -> None:
    facts = facts_of({"README.md": "x\n"}, Branch("main", 9))
    assert "empty_default_branch" in notes_of((), facts)
    assert "empty_default_branch" not in notes_of(("detached",), facts)


@pytest.mark.parametrize(
    ("name", "ahead", "noted"),
    [
        ("dev", 12, True),
        ("dev", 4, False),
        ("dev", None, False),
        ("gh-pages", 500, False),
        ("dependabot/npm/x", 500, False),
        ("feature/pages-of-orders", 12, True),
    ],
)
def test_a_branch_with_much_work_is_named(name: str, ahead: int | None, noted: bool) -> None:
    assert notes_of((), facts_of(CODE, Branch(name, ahead))) == ((f"branch_ahead:{name}",) if noted else ())


def test_a_few_commits_ahead_are_nothing_where_there_are_hundreds() -> None:
    assert notes_of((), facts_of(CODE, Branch("dev", 12), commits=500)) == ()


def test_the_work_may_be_elsewhere() -> None:
    facts = facts_of({"README.md": "# x\n"}, Branch("a", 1), Branch("dev\x1b", 3))
    assert notes_of((), facts) == ("no_code", "empty_default_branch", "branch_ahead:dev\\x1b")


def test_a_language_that_the_rules_do_not_know_is_named() -> None:
    code = "function Get-Order {\n  param($Id)\n  $Id\n}\n" * 40
    assert notes_of((), facts_of({"a.ps1": code})) == ("language_unknown:PowerShell",)
    assert notes_of((), facts_of({"a.hs": "1\n"})) == ("language_unknown:Haskell",)
    assert notes_of((), facts_of({"a.hs": "1\n", "a.py": "print(1)\n"})) == ()
    assert notes_of((), facts_of({"a.py": "def f(a):\n    return a\n" * 90, "b.ps1": code})) == ()

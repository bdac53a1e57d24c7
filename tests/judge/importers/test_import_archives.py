"""Archives and folders: hostile ones are refused, odd ones taken, and nothing is left half done."""

import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.judge.importers import import_package
from jobcoach.judge.package.diagnostics import PackageError
from jobcoach.judge.package.load import load_problem

YAML = "problem_format_version: 2025-09\nname: Sum\n"
ENTRIES = (("problem.yaml", YAML), ("data/secret/1.in", "1\n"), ("data/secret/1.ans", "1\n"))


def wrapped(*folders: str) -> list[tuple[str, str]]:
    return [("/".join((*folders, name)), content) for name, content in ENTRIES]


def link(name: str, target: str) -> tuple[zipfile.ZipInfo, str]:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("folders", [(), ("sum",), ("a", "b")])
def test_zips_with_and_without_folders_around(make_zip, destination: Path, folders: tuple[str, ...]) -> None:
    junk = [("__MACOSX/._x", "x"), ("Thumbs.db", "x"), (".DS_Store", "x")]
    made = import_package(make_zip("Two Sum.zip", *wrapped(*folders), *junk), destination)
    assert made.path == destination / "two-sum"
    assert load_problem(made.path).names == {"en": "Sum"}
    assert left_in(destination) == ["two-sum"]


def test_a_zip_in_a_zip(make_zip, destination: Path) -> None:
    inner = make_zip("inner.zip", *ENTRIES)
    made = import_package(make_zip("outer.zip", ("inner.zip", inner.read_bytes())), destination)
    assert made.path == destination / "outer"


@pytest.mark.parametrize("encoding", ["cp949", "utf-8"])
def test_korean_names_without_the_utf8_flag(
    make_zip, destination: Path, tmp_path: Path, encoding: str
) -> None:
    path = make_zip("sum.zip", *ENTRIES, ("data/secret/AAAA.in", "1\n"), ("data/secret/AAAA.ans", "1\n"))
    raw = "예제".encode(encoding)
    placeholder = b"A" * 4
    if len(raw) != len(placeholder):
        raw, placeholder = raw[:3], b"AAA"  # one syllable in UTF-8
    path.write_bytes(path.read_bytes().replace(b"secret/" + placeholder, b"secret/" + raw))
    problem = load_problem(import_package(path, destination).path)
    names = [test.name for test in problem.data.groups[0].tests]
    assert names == ["secret/1", "secret/예제" if encoding == "cp949" else "secret/예A"]


def test_windows_separators_and_modes(make_zip, destination: Path) -> None:
    script = zipfile.ZipInfo("output_validator/run")
    script.external_attr = 0o100755 << 16
    entries = [(name.replace("/", "\\"), content) for name, content in ENTRIES]
    made = import_package(make_zip("sum.zip", *entries, (script, "#!/bin/sh\n")), destination)
    assert os.access(made.path / "output_validator/run", os.X_OK)
    assert (made.path / "problem.yaml").stat().st_mode & 0o111 == 0


@pytest.mark.filterwarnings("ignore:Duplicate name")  # of the zip being made
@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (("../evil", "x"), "leads out of the folder"),
        (("a/../../evil", "x"), "leads out of the folder"),
        (("/etc/evil", "x"), "leads out of the folder"),
        (("C:\\evil", "x"), "leads out of the folder"),
        (("..\\evil", "x"), "leads out of the folder"),
        (("a\nb", "x"), "control characters"),
        (link("data/secret/2.in", "/etc/passwd"), "link out of the archive"),
        (link("data/secret/2.in", "../../../evil"), "link out of the archive"),
        (link("data/secret/2.in", "gone"), "or to nothing"),
        (("data", "a file where a folder is"), "two entries are named"),
        (("problem.yaml", "twice"), "two entries are named problem.yaml"),
    ],
)
def test_hostile_entries(make_zip, destination: Path, entry: tuple[str, str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        import_package(make_zip("sum.zip", *ENTRIES, entry), destination)
    assert said in str(caught.value)
    assert left_in(destination) == []
    assert left_in(destination.parent) == ["problems", "sum.zip"]


def test_nothing_is_written_through_a_link(make_zip, destination: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    with pytest.raises(InputError):
        import_package(
            make_zip("sum.zip", *ENTRIES, link("way", str(outside)), ("way/evil", "x")), destination
        )
    assert left_in(outside) == []


@pytest.mark.parametrize("way", ["../..", "../../..", "{outside}"])
def test_no_link_is_made_through_a_link(make_zip, destination: Path, tmp_path: Path, way: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    before = sorted(tmp_path.rglob("*"))
    through = [link("way", way.format(outside=outside)), link("way/evil", "x"), link("way/new/evil", "x")]
    with pytest.raises(InputError, match="was not unpacked") as caught:
        import_package(make_zip("sum.zip", *ENTRIES, *through), destination)
    assert caught.value.why == "way/evil stands below a link"
    made = set(tmp_path.rglob("*")) - set(before)
    assert {path.name for path in made} <= {"sum.zip", destination.name}
    assert left_in(outside) == left_in(destination) == []


def test_links_within_the_package_stay(make_zip, destination: Path) -> None:
    entries = (*ENTRIES, link("data/secret/2.in", "1.in"), link("data/secret/2.ans", "../secret/1.ans"))
    problem = load_problem(import_package(make_zip("sum.zip", *entries), destination).path)
    assert len(problem.data.groups[0].tests) == 2


def test_a_bomb(make_zip, destination: Path) -> None:
    bomb = make_zip("sum.zip", *ENTRIES, ("zeros", b"\0" * (80 << 20)))
    with pytest.raises(InputError, match="unpacks to more than 300 times its size"):
        import_package(bomb, destination)


def test_a_damaged_zip(make_zip, destination: Path) -> None:
    path = make_zip("sum.zip", *ENTRIES)
    raw = bytearray(path.read_bytes())
    raw[44:52] = b"\xff" * 8  # in the compressed data of the first entry
    path.write_bytes(raw)
    with pytest.raises(InputError, match="cannot be unpacked"):
        import_package(path, destination)


@settings(max_examples=40)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_damage_anywhere_is_told(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("damage")
    path = folder / "sum.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in ENTRIES:
            bundle.writestr(name, content)
    raw = bytearray(path.read_bytes())
    for place, byte in changes:
        raw[place % len(raw)] = byte
    path.write_bytes(raw)
    try:
        made = import_package(path, folder / "problems").path
    except InputError:
        assert left_in(folder / "problems") == []
    else:
        assert left_in(folder / "problems") == [made.name]


def test_a_password(make_zip, destination: Path) -> None:
    path = make_zip("sum.zip", *ENTRIES)
    raw = bytearray(path.read_bytes())
    entry = raw.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", raw, entry + 8)[0]
    struct.pack_into("<H", raw, entry + 8, flags | 1)
    path.write_bytes(raw)
    with pytest.raises(InputError, match="protected by a password"):
        import_package(path, destination)


def test_a_taken_id(make_zip, destination: Path) -> None:
    path = make_zip("sum.zip", *ENTRIES)
    import_package(path, destination)
    (destination / "sum" / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="There is a problem sum already"):
        import_package(path, destination)
    assert (destination / "sum" / "mine.txt").exists()
    import_package(path, destination, replace=True)
    assert not (destination / "sum" / "mine.txt").exists()
    assert import_package(path, destination, problem_id="Other Sum").path == destination / "other-sum"
    assert left_in(destination) == ["other-sum", "sum"]


def test_a_broken_package_tells_its_faults_and_leaves_nothing(make_zip, destination: Path) -> None:
    path = make_zip("sum.zip", *ENTRIES, ("data/secret/2.in", "1\n"))
    with pytest.raises(PackageError) as caught:
        import_package(path, destination)
    assert [str(fault) for fault in caught.value.problems] == [
        "data/secret/2.in: has no answer: 2.ans is missing"
    ]
    assert left_in(destination) == []


def test_folders(make_folder, destination: Path) -> None:
    folder = make_folder("sum", dict(ENTRIES) | {".git/config": "x", ".timelimit": "3\n"})
    made = import_package(folder, destination)
    assert left_in(made.path) == [".timelimit", "data", "problem.yaml"]
    assert load_problem(made.path).limits.time_limit_seconds == 3
    (folder / "data/sample").symlink_to("secret")
    linked = import_package(folder, destination, problem_id="linked")
    assert [group.name for group in load_problem(linked.path).data.groups] == ["sample", "secret"]
    (folder / "out").symlink_to("/etc")
    with pytest.raises(InputError, match="a link out of the folder"):
        import_package(folder, destination, problem_id="other")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.zip", None, "There is no "),
        ("note.txt", "text", "neither a folder nor a zip"),
        ("empty.zip", b"PK\x05\x06" + b"\0" * 18, "no problem we know"),
        ("---.zip", "text", "gives no id"),
    ],
)
def test_what_cannot_be_imported(
    tmp_path: Path, destination: Path, name: str, content: str | bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as caught:
        import_package(path, destination)
    assert said in str(caught.value)


def test_a_folder_of_several_problems(make_folder, destination: Path) -> None:
    files = {f"{problem}/{name}": content for problem in ("a", "b") for name, content in ENTRIES}
    with pytest.raises(InputError, match="it holds several problems"):
        import_package(make_folder("all", files), destination)

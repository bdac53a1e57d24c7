"""What was built is kept as a plain archive of plain files, and nothing else is taken from one."""

import io
import os
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_packages import submission

from jobcoach.judge.languages import language
from jobcoach.judge.running import build
from jobcoach.judge.running.build import BuildCache, build_key
from jobcoach.judge.running.commands import MOST_BUILT_BYTES
from jobcoach.judge.sandbox.box import BoxFile

FILES = (BoxFile("lib/자료.txt", b"\0text"), BoxFile("program", b"\x7fELF", executable=True))


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    return BuildCache(tmp_path / "built")


def test_what_is_kept_is_found(cache: BuildCache) -> None:
    cache.keep("key", FILES)
    assert cache.find("key") == FILES
    assert cache.find("other") is None


names = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20)
files = st.builds(
    BoxFile, names.filter(lambda name: name not in {".", ".."}), st.binary(max_size=2000), st.booleans()
)


@given(st.lists(files, min_size=1, max_size=5).map(tuple))
def test_any_files_come_back(tmp_path_factory: pytest.TempPathFactory, kept: tuple[BoxFile, ...]) -> None:
    cache = BuildCache(tmp_path_factory.getbasetemp() / "any")
    cache.keep("key", kept)
    assert cache.find("key") == kept


def test_without_a_folder_nothing_is_kept() -> None:
    cache = BuildCache(None)
    cache.keep("key", FILES)
    assert cache.find("key") is None


def test_nobody_else_may_look(cache: BuildCache, tmp_path: Path) -> None:
    cache.keep("key", FILES)
    assert (tmp_path / "built").stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "built").iterdir()] == ["key.tar"]


def entry(name: str, kind: bytes = tarfile.REGTYPE, content: bytes = b"", **values: object) -> bytes:
    """An archive with one entry."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        about = tarfile.TarInfo(name)
        about.type, about.size = kind, len(content)
        for key, value in values.items():
            setattr(about, key, value)
        archive.addfile(about, io.BytesIO(content))
    return packed.getvalue()


def header(name: str, size: int) -> bytes:
    """An archive that promises more than it holds."""
    about = tarfile.TarInfo(name)
    about.size = size
    return about.tobuf()


def compressed(kind: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=f"w:{kind}") as archive:  # type: ignore[call-overload]  # any kind
        about = tarfile.TarInfo("a")
        about.size = 1 << 20
        archive.addfile(about, io.BytesIO(bytes(1 << 20)))
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not an archive",
        bytes(10240) + b"x",
        entry("../x"),
        entry("a/../../x"),
        entry("/etc/passwd"),
        entry("link", tarfile.SYMTYPE, linkname="/etc/passwd"),
        entry("link", tarfile.LNKTYPE, linkname="../x"),
        entry("pipe", tarfile.FIFOTYPE),
        entry("device", tarfile.CHRTYPE),
        entry("folder", tarfile.DIRTYPE),
        entry("long", content=b"x" * 5000)[:4000],
        header("huge", MOST_BUILT_BYTES + 1),
        header("endless", 1 << 60),
        entry("a", pax_headers={"GNU.sparse.major": "1", "GNU.sparse.minor": "0",
                                "GNU.sparse.realsize": str(1 << 40), "GNU.sparse.name": "a"}),
        compressed("gz"),
        compressed("xz"),
        compressed("bz2"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_entry_counts_as_none(cache: BuildCache, tmp_path: Path, content: bytes) -> None:
    cache.keep("key", FILES)
    (tmp_path / "built" / "key.tar").write_bytes(content)
    assert cache.find("key") is None


@given(st.data())
def test_bytes_gone_wrong_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "wrong"
    cache = BuildCache(folder)
    cache.keep("key", FILES)
    content = bytearray((folder / "key.tar").read_bytes()[:4096])
    for place, value in data.draw(st.lists(st.tuples(st.integers(0, 1100), st.integers(0, 255)), max_size=8)):
        content[place] = value
    (folder / "key.tar").write_bytes(content[: data.draw(st.integers(0, len(content)))])
    found = cache.find("key")
    assert found is None or all(isinstance(file, BoxFile) for file in found)


def test_the_key_depends_on_source_language_and_image() -> None:
    base = build_key(submission("c", "x"), language("c"), "sha256:1")
    assert base == build_key(submission("c", {"solution.c": "x"}), language("c"), "sha256:1")
    others = {
        build_key(submission("c", "y"), language("c"), "sha256:1"),
        build_key(submission("c", {"a.c": "x"}), language("c"), "sha256:1"),
        build_key(submission("c", {"solution.c": "x", "a.h": ""}), language("c"), "sha256:1"),
        build_key(submission("c", "x"), language("cpp"), "sha256:1"),
        build_key(submission("c", "x"), language("c"), "sha256:2"),
        build_key(submission("c", {"solution.c": "x"}, entry_point="b"), language("c"), "sha256:1"),
    }
    assert len(others - {base}) == 6


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = BuildCache(tmp_path)
    for number, key in enumerate(("old", "used", "new")):
        cache.keep(key, FILES)
        os.utime(tmp_path / f"{key}.tar", (number, number))
    (tmp_path / ".half.tar.x").write_bytes(b"left by a process that was killed")
    os.utime(tmp_path / ".half.tar.x", (0, 0))
    assert cache.find("used")
    size = (tmp_path / "new.tar").stat().st_size
    cache.trim(most_bytes=2 * size)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.tar", "used.tar"]


def test_a_long_batch_does_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "TRIMMED_EVERY", 4)
    cache = BuildCache(tmp_path)
    monkeypatch.setattr(cache, "trim", lambda: BuildCache.trim(cache, most_bytes=0))
    for number in range(10):
        cache.keep(str(number), FILES)
    assert len(list(tmp_path.iterdir())) == 2

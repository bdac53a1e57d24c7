"""A cache that cannot be written: everything is judged all the same."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.time_limits import TimeLimits
from jobcoach.judge.sandbox.box import BoxFile, Sandbox
from jobcoach.judge.verdicts import Verdict

C_SOURCE = '#include <stdio.h>\nint main() { puts("1"); }'


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    place = tmp_path / "full"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root outside of a container can mount a small file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.docker
def test_a_full_disk_costs_the_cache_and_nothing_else(
    judging_sandbox: Sandbox, tmp_path: Path, full_disk: Path
) -> None:
    problem = small_problem(tmp_path / "one", {"secret/1": ("", "1\n")})
    result = judged(problem, submission("c", C_SOURCE), judging_sandbox, cache_folder=full_disk)
    assert result.verdict is Verdict.AC
    assert [path for path in full_disk.rglob("*") if path.is_file()] == []


def test_what_does_not_fit_is_not_half_kept(full_disk: Path) -> None:
    cache = BuildCache(full_disk / "built")
    cache.keep("large", (BoxFile("program", b"x" * (1 << 20), executable=True),))
    assert cache.find("large") is None
    cache.keep("small", (BoxFile("program", b"x" * 100, executable=True),))
    assert cache.find("small") == (BoxFile("program", b"x" * 100, executable=True),)
    limits = TimeLimits(full_disk / "time-limits")
    with pytest.raises(OSError, match="No space"):
        (full_disk / "rest").write_bytes(b"x" * (64 << 10))
    limits.keep("v", 1.5)
    assert limits.find("v") is None
    assert list((full_disk / "time-limits").iterdir()) == []


def test_a_folder_that_cannot_be_made_costs_the_cache_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache, limits = BuildCache(tmp_path / "file" / "built"), TimeLimits(tmp_path / "file" / "limits")
    cache.keep("key", (BoxFile("program", b"x"),))
    limits.keep("v", 1.0)
    assert cache.find("key") is None
    assert limits.find("v") is None


DAMAGES = {
    "empty": b"",
    "cut in the head": b"program\0" + b"0" * 92,
    "no archive": b"\x00\xff" * 5000,
    "zeros": bytes(10_240),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_built_again(tmp_path: Path, damage: str) -> None:
    cache = BuildCache(tmp_path)
    (tmp_path / "key.tar").write_bytes(DAMAGES[damage])
    assert cache.find("key") is None


def test_a_cut_entry_is_built_again(tmp_path: Path) -> None:
    cache = BuildCache(tmp_path)
    cache.keep("key", (BoxFile("program", b"x" * 5000),))
    whole = (tmp_path / "key.tar").read_bytes()
    for size in (100, 512, 600, 3000):
        (tmp_path / "key.tar").write_bytes(whole[:size])
        assert cache.find("key") is None, size

"""A disk that is full while an answer is kept: it is told, nothing is lost, and the interview goes on."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from interview_parts import Scripted, three_questions, ticking

from jobcoach.errors import EnvironmentMissing
from jobcoach.interview.session.conduct import start_interview
from jobcoach.interview.session.journal import read_transcript
from jobcoach.store import Store


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


def test_a_full_disk_refuses_the_answer_and_takes_it_later(small_disk: Path) -> None:
    long_answer = "+a " + "긴 답변 " * 12_000
    with Store.open(small_disk / "jobcoach.db") as store:
        grader = Scripted()
        interview = start_interview(
            store.interviews,
            three_questions(),
            lang="ko",
            mode="study",
            grader=grader,
            clock=ticking(),
            new_id=lambda: "domipazu",
        )
        interview.answer("+a")
        asked = interview.current()
        with pytest.raises(OSError, match="No space"):
            (small_disk / "ballast").write_bytes(b"x" * (1 << 20))
        with pytest.raises(EnvironmentMissing) as raised:
            interview.answer(long_answer)
        assert "df -h" in raised.value.mend
        assert grader.calls == 1
        assert interview.current() == asked
        assert read_transcript(store.interviews, "domipazu") == interview.transcript
        (small_disk / "ballast").unlink()
        interview.answer(long_answer)
        assert interview.transcript.questions[0].answers == ("+a", long_answer)
        assert read_transcript(store.interviews, "domipazu") == interview.transcript
        assert store.check() == []

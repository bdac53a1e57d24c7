"""The reference is what the commands say, and every command shows how it is used."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_reference_is_what_the_commands_say() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "reference"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("file", "word"), [("reference.md", "Example"), ("reference.ko.md", "예")])
def test_the_help_of_every_command_has_an_example(file: str, word: str) -> None:
    pages = re.split(r"^## ", (ROOT / "docs" / file).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert len(pages) > 30
    shown = re.compile(rf"^  {word}s?:", re.MULTILINE)
    assert [page.splitlines()[0] for page in pages if not shown.search(page)] == []

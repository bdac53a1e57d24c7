"""The installed ``jobcoach judge`` with images that cannot be had: JE, exit code 3, and why."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.docker

COMMAND = Path(sys.executable).with_name("jobcoach")


@pytest.fixture
def subject(tmp_path: Path) -> Path:
    """A folder with a package and a submission."""
    files = {
        "echo/problem.yaml": "problem_format_version: 2025-09\nname: Echo\nlimits: {time_limit: 5}\n",
        "echo/data/sample/1.in": "1\n",
        "echo/data/sample/1.ans": "1\n",
        "a.py": "print(input())",
        "b.c": '#include <stdio.h>\nint main() { int n; scanf("%d", &n); printf("%d", n); }',
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


@pytest.mark.parametrize("image", ["jobcoach-test/no-such-image:1", "NOT an image"])
def test_an_image_that_cannot_be_had_is_told_and_hurts_no_other_language(
    subject: Path, jobcoach_home: Path, image: str
) -> None:
    jobcoach_home.mkdir()
    (jobcoach_home / "config.toml").write_text(f'[judge.images]\npython = "{image}"\n')
    command = [str(COMMAND), "judge", "a.py", "b.c", "--problem", "echo", "--json"]
    done = subprocess.run(command, cwd=subject, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 3, done
    python, c = json.loads(done.stdout)["submissions"]
    assert (python["verdict"], c["verdict"]) == ("JE", "AC")
    assert "jobcoach-python:" in python["message"]
    assert "Traceback" not in done.stderr

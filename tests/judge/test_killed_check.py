"""What a killed judge leaves of the outputs that it kept for a validator: nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

VALIDATOR = "import sys\nsys.exit(42 if len(sys.stdin.read()) == 300_000 else 43)"

# Keeps an output as long as the one above, and is killed over it.
KEEPER = """
import os, sys
sys.path[:] = {path!r}
from pathlib import Path
from small_packages import small_problem
from jobcoach.judge.running.build import BuildCache
from jobcoach.judge.running.checks import new_check
from jobcoach.judge.sandbox.process_sandbox import ProcessSandbox
from jobcoach.judge.running.validators import Validators
problem = small_problem(Path({folder!r}), {{"secret/1": ("", "")}}, files={{"output_validator/v.py": "#"}})
[group] = problem.data.groups
check = new_check(problem, group.tests[0], group, Validators(ProcessSandbox(), BuildCache(None)))
check.feed(b"x" * 300_000)
os.kill(os.getpid(), {kill})
"""


def test_nothing_is_left_of_an_output(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    program = KEEPER.format(path=sys.path, folder=str(tmp_path / "killed"), kill=int(signal.SIGKILL))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "TMPDIR": str(temporary)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert list(temporary.iterdir()) == []


@pytest.mark.docker
def test_the_validator_gets_it_whole(judging_sandbox: Sandbox, tmp_path: Path) -> None:
    problem = small_problem(
        tmp_path / "long",
        {"secret/1": ("", ""), "secret/2": ("", "")},
        files={"output_validator/v.py": VALIDATOR},
    )
    result = judged(problem, submission("python", "print('x' * 299_999)"), judging_sandbox)
    assert result.verdict is Verdict.AC

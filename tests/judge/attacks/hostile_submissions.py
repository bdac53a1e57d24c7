"""Judging a hostile submission and, in the same batch, an honest one right after it.

The problem has two tests. In the first (``sample/attack``) the submission does
its worst; in the second (``secret/calm``) it looks for what is left of that and
says ``calm`` if there is nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from small_packages import Content, small_problem, submission

from jobcoach.judge.batch import judge_batch
from jobcoach.judge.results import SubmissionResult, TestResult
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.judge.verdicts import Verdict

LIMITS = "{time_limit: 0.5, memory: 64, output: 1, compilation_time: 2}"
HONEST = "print({'attack': 'done', 'calm': 'calm'}[input()])"

# The runner, the fork server and this process are all that may be there.
CALM = """\
import os, sys
if input() == 'calm':
    left = [each for place in ('/tmp', '/dev/shm', '/dev/mqueue') for each in os.listdir(place)]
    processes = [each for each in os.listdir('/proc') if each.isdigit()]
    print('calm' if not left and len(processes) == 3 else (left, processes))
    sys.exit()
"""


@dataclass(frozen=True, slots=True)
class Attacked:
    """The hostile submission's result and that of the honest one after it."""

    hostile: SubmissionResult
    honest: SubmissionResult

    def test(self, name: str) -> TestResult:
        """One test of the hostile submission by its last name."""
        [found] = [test for test in self.hostile.tests if test.name.endswith(f"/{name}")]
        return found

    @property
    def said(self) -> str:
        """What the hostile submission printed in the attack (if that was not right)."""
        view = self.test("attack").sample
        return view.given if view else ""


def attack(
    sandbox: Sandbox,
    folder: Path,
    language: str,
    source: Mapping[str, Content] | Content,
    *,
    limits: str = LIMITS,
    answer: Content = "done\n",
) -> Attacked:
    """Judges the source and then an honest submission; all tests run."""
    tests: dict[str, tuple[Content, Content]] = {
        "sample/attack": ("attack\n", answer),
        "secret/calm": ("calm\n", "calm\n"),
    }
    problem = small_problem(folder / "attacked", tests, limits=limits)
    honest_problem = small_problem(
        folder / "honest", {**tests, "sample/attack": ("attack\n", "done\n")}, limits=LIMITS
    )
    options = JudgeOptions(run_all=True)
    tasks = [
        Task(submission(language, source), problem, options),
        Task(submission("python", HONEST), honest_problem, options),
    ]
    results = dict(judge_batch(tasks, sandbox, jobs=1))
    return Attacked(results[0], results[1])


def assert_next_is_sound(attacked: Attacked) -> None:
    """The honest submission is accepted, whatever came before."""
    assert attacked.honest.verdict is Verdict.AC, attacked.honest

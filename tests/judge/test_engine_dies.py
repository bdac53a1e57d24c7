"""The engine dies while it judges: JE or another try, never a verdict on the candidate."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from private_engine import PrivateEngine, require_private_engine
from small_packages import small_problem, submission

from jobcoach.judge.batch import judge_batch
from jobcoach.judge.events import Event, Finished, TestDone
from jobcoach.judge.languages import language
from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.sandbox.engine import connect
from jobcoach.judge.sandbox.images import image_tag
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

TESTS: dict[str, tuple[str | bytes, str | bytes]] = {
    f"secret/{number}": (f"{number}\n", f"{number}\n") for number in range(3)
}
SLOW_ECHO = "import time; time.sleep(0.3); print(input())"


@pytest.fixture(scope="module")
def engine(judging_sandbox: Sandbox) -> Iterator[PrivateEngine]:
    """One for the module: it takes a while to get its image."""
    require_private_engine()
    judging_sandbox.image_digest("python")
    engine = PrivateEngine(Path(tempfile.mkdtemp(prefix="engine-")))
    try:
        engine.start()
        engine.take_image(image_tag(language("python"), {}))
        yield engine
    finally:
        engine.stop()


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    return small_problem(tmp_path / "echo", TESTS, limits="{time_limit: 2, memory: 64}")


def test_an_engine_that_dies_in_the_middle_is_not_the_candidates_fault(
    engine: PrivateEngine, problem: Problem
) -> None:
    killed = False

    def kill_once(event: Event) -> None:
        nonlocal killed
        if isinstance(event, TestDone) and not killed:
            killed = True
            engine.kill()

    tasks = [Task(submission("python", f"{SLOW_ECHO} # {number}"), problem) for number in range(3)]
    with open_sandbox("docker", docker_host=engine.address) as sandbox:
        results = dict(judge_batch(tasks, sandbox, jobs=1, on_event=kill_once))
    assert killed
    assert [results[place].verdict for place in range(3)] == [Verdict.JE] * 3
    assert {test.verdict for result in results.values() for test in result.tests} <= {Verdict.AC, Verdict.JE}
    assert all("engine" in result.message for result in results.values()), results
    assert_works_after_restart(engine, problem)


def assert_works_after_restart(engine: PrivateEngine, problem: Problem) -> None:
    engine.start()
    with open_sandbox("docker", docker_host=engine.address) as sandbox:
        [(_, result)] = judge_batch([Task(submission("python", SLOW_ECHO), problem)], sandbox, jobs=1)
    assert result.verdict is Verdict.AC, result
    client = connect(engine.address)
    assert client.containers(all=True) == []  # what the killed engine had left was reaped
    client.close()


def test_an_engine_that_is_restarted_between_submissions_goes_unnoticed(
    engine: PrivateEngine, problem: Problem
) -> None:
    results: dict[int, SubmissionResult] = {}

    def restart(event: Event) -> None:
        if isinstance(event, Finished) and event.index == 0:
            engine.kill()
            engine.start()

    tasks = [Task(submission("python", f"{SLOW_ECHO} # {number}"), problem) for number in range(2)]
    with open_sandbox("docker", docker_host=engine.address, ahead=0) as sandbox:
        results = dict(judge_batch(tasks, sandbox, jobs=1, on_event=restart))
    assert [results[place].verdict for place in range(2)] == [Verdict.AC] * 2

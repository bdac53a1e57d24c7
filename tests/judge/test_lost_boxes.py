"""Containers that die, hang or cannot be fed in the middle of a run: tried again, never blamed."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.batch import judge_batch
from jobcoach.judge.events import Compiled, Event, TestDone
from jobcoach.judge.languages import language
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.sandbox import container, ownership
from jobcoach.judge.sandbox.box import BoxFile, BoxLost, BoxSpec, Program, Run, RunLimits
from jobcoach.judge.sandbox.docker_sandbox import DockerSandbox
from jobcoach.judge.sandbox.engine import connect
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

LIMITS = "{time_limit: 2, memory: 64, output: 1}"
TESTS: dict[str, tuple[str | bytes, str | bytes]] = {
    f"secret/{number}": (f"{number}\n", f"{number}\n") for number in range(4)
}
SLOW_ECHO = "import time; time.sleep(0.3); print(input())"
INTERACTOR = """\
import sys
print('guess', flush=True)
sys.exit(42 if sys.stdin.readline().strip() == 'here' else 43)
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[DockerSandbox]:
    """A sandbox of this module's own: its containers are killed."""
    sandbox = DockerSandbox(None, {}, lambda _: None, ahead=0)
    yield sandbox
    sandbox.close()


@pytest.fixture
def client() -> Iterator[docker.APIClient]:
    client = connect()
    yield client
    client.close()


def kill_all(client: docker.APIClient, sandbox: DockerSandbox) -> None:
    """As an administrator might, or a machine that runs out of memory."""
    for each in client.containers(filters={"label": f"{ownership.SESSION}={sandbox.session}"}):
        ownership.remove(client, each["Id"])


def judged_with(task: Task, sandbox: DockerSandbox, listener: Callable[[Event], None]) -> SubmissionResult:
    [(_, result)] = judge_batch([task], sandbox, jobs=1, on_event=listener)
    return result


@pytest.mark.parametrize("moment", [Compiled, TestDone])
def test_a_container_that_is_killed_is_replaced(
    sandbox: DockerSandbox, client: docker.APIClient, tmp_path: Path, moment: type[Event]
) -> None:
    killed: list[Event] = []

    def kill_once(event: Event) -> None:
        if isinstance(event, moment) and not killed:
            killed.append(event)
            kill_all(client, sandbox)

    problem = small_problem(tmp_path / "echo", TESTS, limits=LIMITS)
    result = judged_with(Task(submission("python", SLOW_ECHO), problem), sandbox, kill_once)
    assert killed
    assert result.verdict is Verdict.AC, result
    assert [test.name for test in result.tests] == sorted(TESTS)


def test_an_interactive_test_is_held_again_when_its_container_is_killed(
    sandbox: DockerSandbox, client: docker.APIClient, tmp_path: Path
) -> None:
    runs: list[Event] = []

    def kill_twice(event: Event) -> None:
        if isinstance(event, Compiled | TestDone) and len(runs) < 2:
            runs.append(event)
            kill_all(client, sandbox)

    problem = small_problem(
        tmp_path / "guess",
        TESTS,
        limits=LIMITS,
        settings="type: interactive\n",
        files={"output_validator/interact.py": INTERACTOR},
    )
    answer = "input(); print('here')"
    result = judged_with(Task(submission("python", answer), problem), sandbox, kill_twice)
    assert result.verdict is Verdict.AC, result
    assert len(result.tests) == len(TESTS)


def test_containers_that_are_killed_again_and_again_are_the_judges_fault(
    sandbox: DockerSandbox, client: docker.APIClient, tmp_path: Path
) -> None:
    done = threading.Event()

    def keep_killing() -> None:
        while not done.wait(0.05):
            kill_all(client, sandbox)

    problem = small_problem(tmp_path / "echo", {"secret/1": ("1\n", "1\n")}, limits=LIMITS)
    killer = threading.Thread(target=keep_killing)
    killer.start()
    try:
        result = judged(problem, submission("python", "import time; time.sleep(1.5)"), sandbox)
    finally:
        done.set()
        killer.join()
    assert result.verdict is Verdict.JE, result
    assert {test.verdict for test in result.tests} <= {Verdict.JE}
    assert judged(problem, submission("python", "print(input())"), sandbox).verdict is Verdict.AC


def test_an_input_that_vanished_is_told_at_once(sandbox: DockerSandbox, tmp_path: Path) -> None:
    problem = small_problem(tmp_path / "echo", TESTS, limits=LIMITS)
    (problem.root / "data/secret/2.in").unlink()
    began = time.monotonic()
    result = judged(problem, submission("python", "print(input())"), sandbox)
    assert time.monotonic() - began < container.GRACE_SECONDS
    assert result.verdict is Verdict.JE
    assert "2.in" in next(test.message for test in result.tests if test.verdict is Verdict.JE)


def test_an_answer_that_vanished_is_not_the_candidates_fault(sandbox: DockerSandbox, tmp_path: Path) -> None:
    problem = small_problem(tmp_path / "echo", TESTS, limits=LIMITS)
    (problem.root / "data/secret/2.ans").unlink()
    result = judged(problem, submission("python", "print(input())"), sandbox)
    assert result.verdict is Verdict.JE
    assert "2.ans" in result.message
    assert result.tests[0].verdict is Verdict.AC


@pytest.fixture
def box_spec() -> BoxSpec:
    return BoxSpec(language("python"), memory_bytes=64 << 20)


def _run(source: bytes, **limits: float) -> tuple[BoxFile, Run]:
    program = Program(("python3", "a.py"), RunLimits(5.0, limits.get("wall", 5.0), 64 << 20, 1 << 20))
    return BoxFile("a.py", source), Run(program, b"", lambda _: None)


def test_a_container_that_hangs_is_given_up(
    sandbox: DockerSandbox,
    client: docker.APIClient,
    box_spec: BoxSpec,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(container, "GRACE_SECONDS", 1.0)
    file, run = _run(b"import time; time.sleep(60)", wall=0.1)
    with sandbox.open(box_spec) as box:
        client.pause(box.container)
        box.install([file])
        box.submit(run)
        with pytest.raises(BoxLost, match="silent"):
            box.next_outcome()
        ownership.remove(client, box.container)


def test_an_order_that_is_too_long_is_told_at_once(sandbox: DockerSandbox, box_spec: BoxSpec) -> None:
    program = Program(("python3", "x" * 70_000), RunLimits(1.0, 1.0, 64 << 20, 1 << 20))
    with sandbox.open(box_spec) as box:
        box.submit(Run(program, b"", lambda _: None))
        with pytest.raises(BoxLost, match="64 KiB"):
            box.next_outcome()


def test_a_box_left_in_the_middle_of_much_input_ends_soon(
    sandbox: DockerSandbox, client: docker.APIClient, box_spec: BoxSpec
) -> None:
    """Nothing of it may run on beside the next one, though the engine still has input to pass."""
    file, run = _run(b"while True: pass")
    with sandbox.open(box_spec) as box:
        box.install([file])
        box.submit(run)
        for _ in range(3):
            box.submit(Run(run.program, b"x" * (4 << 20), lambda _: None))
        time.sleep(0.5)
        name = box.container
    deadline = time.monotonic() + 10  # the runs themselves would take 20
    while _runs(client, name) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(client, name)


def _runs(client: docker.APIClient, name: str) -> bool:
    return bool(client.containers(filters={"id": name}))

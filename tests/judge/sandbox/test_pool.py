"""Boxes made ahead of time: taken, not taken, and given up while they are made."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from boxed_programs import MIB, run_python

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.box import BoxLost, BoxSpec
from jobcoach.judge.sandbox.docker_sandbox import DockerSandbox
from jobcoach.judge.sandbox.engine import connect

pytestmark = pytest.mark.docker

SPEC = BoxSpec(language("python"), memory_bytes=64 * MIB)
OTHER = BoxSpec(language("python"), memory_bytes=65 * MIB)


@pytest.fixture
def sandbox() -> Iterator[DockerSandbox]:
    """A sandbox of the test's own, with up to two boxes ahead."""
    sandbox = DockerSandbox(None, {}, lambda _: None, ahead=2)
    sandbox.image_digest("python")
    yield sandbox
    sandbox.close()
    assert becomes(lambda: count(sandbox) == 0)


def count(sandbox: DockerSandbox) -> int:
    """How many containers the sandbox has, running or not."""
    client = connect()
    try:
        return len(client.containers(all=True, filters={"label": f"{ownership.SESSION}={sandbox.session}"}))
    finally:
        client.close()


def becomes(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Whether it comes true within a time."""
    deadline = time.monotonic() + seconds
    while not (result := true()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return result


def test_an_expected_box_is_the_one_that_is_taken(sandbox: DockerSandbox) -> None:
    sandbox.expect([SPEC])
    assert becomes(lambda: count(sandbox) == 1)
    with sandbox.open(SPEC) as box:
        assert run_python(box, "print(1)")[1] == b"1\n"
        assert count(sandbox) == 1
    assert becomes(lambda: count(sandbox) == 0)


def test_a_box_that_nobody_expected_is_made(sandbox: DockerSandbox) -> None:
    sandbox.expect([SPEC])
    with sandbox.open(OTHER) as box:
        assert run_python(box, "print(1)")[1] == b"1\n"


def test_boxes_that_nobody_takes_give_up_their_places(sandbox: DockerSandbox) -> None:
    sandbox.expect([OTHER] * 2)
    assert becomes(lambda: count(sandbox) == 2)
    for _ in range(4):  # the two may not be ready at the first
        with sandbox.open(SPEC) as box:
            assert run_python(box, "print(1)")[1] == b"1\n"
    assert becomes(lambda: count(sandbox) == 1)
    sandbox.expect([SPEC])
    assert becomes(lambda: count(sandbox) == 2)


def test_no_more_are_made_ahead_than_asked_for(sandbox: DockerSandbox) -> None:
    sandbox.expect([SPEC] * 6)
    assert becomes(lambda: count(sandbox) == 2)
    for _ in range(2):
        with sandbox.open(SPEC) as box:
            assert run_python(box, "print(1)")[1] == b"1\n"
            assert count(sandbox) <= 4  # two ahead, this one, and the last one on its way out


@pytest.mark.parametrize("wait_seconds", [0.0, 0.05, 0.2, 0.5])
def test_closing_while_boxes_are_made_leaves_none(sandbox: DockerSandbox, wait_seconds: float) -> None:
    sandbox.expect([SPEC] * 4)
    time.sleep(wait_seconds)  # the states in between are the point; each is right


@pytest.mark.parametrize("wait_seconds", [0.0, 0.1, 0.3, 1.0])
def test_closing_under_its_users_ends_their_boxes(sandbox: DockerSandbox, wait_seconds: float) -> None:
    endings: list[type[BaseException]] = []

    def use() -> None:
        try:
            while True:
                with sandbox.open(SPEC) as box:
                    run_python(box, "import time; time.sleep(1)")
        except (BoxLost, EnvironmentMissing) as ending:
            endings.append(type(ending))

    users = [threading.Thread(target=use) for _ in range(2)]
    for user in users:
        user.start()
    time.sleep(wait_seconds)
    sandbox.close()
    for user in users:
        user.join(timeout=30)
        assert not user.is_alive()
    assert len(endings) == 2
    with pytest.raises(EnvironmentMissing, match="stopped"), sandbox.open(SPEC):
        pass


def test_a_box_that_cannot_be_made_is_told_to_who_takes_it() -> None:
    images = {"python": "jobcoach-test/no-such-image:1"}
    sandbox = DockerSandbox(None, images, lambda _: None, ahead=2)
    try:
        sandbox.expect([SPEC] * 3)
        for _ in range(2):
            with pytest.raises(EnvironmentMissing, match="cannot be built") as caught, sandbox.open(SPEC):
                pass
        assert caught.value.mend
    finally:
        sandbox.close()

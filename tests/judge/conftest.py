"""A real engine for all that judges whole submissions."""

from collections.abc import Iterator

import pytest

from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Sandbox


@pytest.fixture(scope="session")
def judging_sandbox() -> Iterator[Sandbox]:
    """One connection for all tests of a worker, with one box kept ready."""
    with open_sandbox("docker", ahead=1) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def process_sandbox() -> Iterator[Sandbox]:
    """Plain processes: for programs of the test's own only."""
    with open_sandbox("process") as sandbox:
        yield sandbox

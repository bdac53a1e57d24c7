"""A real engine, and boxes with a program of the test's own inside."""

from collections.abc import Iterator

import pytest
from boxed_programs import MIB

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Box, BoxSpec, Sandbox


@pytest.fixture(scope="session")
def docker_sandbox() -> Iterator[Sandbox]:
    """One connection for all tests of a worker; nothing is made ahead of time."""
    with open_sandbox("docker", ahead=0) as sandbox:
        yield sandbox


@pytest.fixture
def python_box(docker_sandbox: Sandbox) -> Iterator[Box]:
    """A fresh box with 64 MiB for programs in Python."""
    with docker_sandbox.open(BoxSpec(language("python"), memory_bytes=64 * MIB)) as box:
        yield box


@pytest.fixture
def gcc_box(docker_sandbox: Sandbox) -> Iterator[Box]:
    """A fresh box with 64 MiB for programs in C, and 512 MiB for compiling them."""
    with docker_sandbox.open(BoxSpec(language("c"), memory_bytes=512 * MIB)) as box:
        yield box

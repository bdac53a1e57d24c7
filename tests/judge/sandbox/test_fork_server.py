"""A program from the fork server sees and does what one from `python3 main.py` does.

Byte for byte: output, errors, exit status and signal. The two differences there are,
the parent's id and the link /proc/self/exe, are asserted too.
"""

import re
from collections.abc import Iterator

import pytest
from boxed_programs import MIB, run
from fork_server_programs import FILES, LEAKS, PROGRAMS, STDIN

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox.box import Box, BoxFile, BoxSpec, Outcome, Program, RunLimits, Sandbox
from jobcoach.judge.sandbox.protocol import Ending

pytestmark = pytest.mark.docker

LIMITS = RunLimits(cpu_seconds=10.0, wall_seconds=20.0, memory_bytes=256 * MIB, output_bytes=4 * MIB)
ENV = language("python").env


@pytest.fixture(scope="module")
def box(docker_sandbox: Sandbox) -> Iterator[Box]:
    """One box for all programs, as one box serves all tests of a submission."""
    with docker_sandbox.open(BoxSpec(language("python"), memory_bytes=256 * MIB)) as opened:
        opened.install(BoxFile(name, content.encode()) for name, content in FILES.items())
        opened.start_fork_server(Program(("/jobcoach/python-fork-server", "main.py"), LIMITS, ENV))
        yield opened


def run_plainly(box: Box, source: str, stdin: bytes = STDIN) -> tuple[Outcome, bytes]:
    box.install([BoxFile("main.py", source.encode())])
    return run(box, Program(("python3", "main.py"), LIMITS, ENV), stdin)


def run_forked(box: Box, source: str, stdin: bytes = STDIN) -> tuple[Outcome, bytes]:
    box.install([BoxFile("main.py", source.encode())])
    return run(box, Program(("python3", "main.py"), LIMITS, ENV, fork_server=True), stdin)


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_cannot_be_told_from_a_plain_interpreter(box: Box, name: str) -> None:
    plain, plainly = run_plainly(box, PROGRAMS[name])
    forked, as_forked = run_forked(box, PROGRAMS[name])
    assert as_forked.decode() == plainly.decode()
    assert _without_addresses(forked.stderr) == _without_addresses(plain.stderr)
    assert (forked.ending, forked.code) == (plain.ending, plain.code)
    assert not forked.dirty


def _without_addresses(stderr: bytes) -> str:
    """Those in the text of an unraisable exception."""
    return re.sub("0x[0-9a-f]+", "0x", stderr.decode())


def test_the_parent_is_the_server_and_the_link_names_it(box: Box) -> None:
    source = "import os; print(os.getppid() == 1, os.readlink('/proc/self/exe'))"
    assert run_plainly(box, source)[1] == b"True /usr/bin/python3.11\n"
    assert run_forked(box, source)[1] == b"False /jobcoach/python-fork-server\n"


LIVE = [name for name in PROGRAMS if "stream" in name or "input" in name]


@pytest.mark.parametrize("name", LIVE)
def test_nor_can_one_that_is_fed_while_it_runs(box: Box, name: str) -> None:
    plain, plainly = run_live(box, PROGRAMS[name], fork_server=False)
    forked, as_forked = run_live(box, PROGRAMS[name], fork_server=True)
    assert as_forked.decode() == plainly.decode()
    assert forked.stderr == plain.stderr
    assert (forked.ending, forked.code) == (plain.ending, plain.code)


def run_live(box: Box, source: str, *, fork_server: bool) -> tuple[Outcome, bytes]:
    box.install([BoxFile("main.py", source.encode())])
    printed = bytearray()
    program = Program(("python3", "main.py"), LIMITS, ENV, fork_server=fork_server)
    live = box.start_live(program, printed.extend)
    live.send(STDIN)
    live.close_input()
    return live.outcome(), bytes(printed)


@pytest.mark.parametrize("name", LEAKS)
def test_nothing_leaks_into_the_next_test(box: Box, name: str) -> None:
    mutation, look = LEAKS[name]
    _, before = run_forked(box, look)
    outcome, _ = run_forked(box, mutation)
    assert (outcome.ending, outcome.code, outcome.stderr) == (Ending.EXITED, 0, b"")
    assert run_forked(box, look)[1] == before


def test_chance_differs_between_tests(box: Box) -> None:
    source = "import random, os, uuid, tempfile; print(random.random(), os.urandom(8), uuid.uuid4())"
    assert run_forked(box, source)[1] != run_forked(box, source)[1]


def test_the_server_survives_attempts_on_it(box: Box) -> None:
    source = """
import os, signal
for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
    try: os.kill(os.getppid(), number); print('reached')
    except PermissionError: print('refused')
for path in ('mem', 'environ', 'fd', 'cwd'):
    try: os.listdir(f'/proc/{os.getppid()}/{path}') if path in ('fd', 'cwd') else open(f'/proc/{os.getppid()}/{path}', 'rb').read(1); print('reached')
    except OSError: print('refused')
"""  # noqa: E501 - a program
    assert run_forked(box, source)[1] == b"refused\n" * 7
    assert run_forked(box, "print(1)")[1] == b"1\n"

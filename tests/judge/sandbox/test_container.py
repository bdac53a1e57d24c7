"""What a box measures, limits and forgets."""

import pytest
from boxed_programs import LIMITS, MIB, run, run_c, run_python

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox.box import Box, BoxFile, BoxSpec, Program, Run, RunLimits, Sandbox
from jobcoach.judge.sandbox.protocol import Ending

pytestmark = pytest.mark.docker


def test_output_exit_code_and_figures(python_box: Box) -> None:
    source = "import sys; print(sum(map(int, sys.stdin.read().split()))); sys.exit(3)"
    outcome, printed = run_python(python_box, source, b"1 2 3\n")
    assert printed == b"6\n"
    assert (outcome.ending, outcome.code) == (Ending.EXITED, 3)
    assert 0 < outcome.cpu_seconds < 1
    assert 4 * MIB < outcome.memory_bytes < 40 * MIB


def test_runs_go_in_order_and_do_not_mix(python_box: Box) -> None:
    python_box.install([BoxFile("echo.py", b"import sys; sys.stdout.write(sys.stdin.read() * 1000)")])
    program = Program(("python3", "echo.py"), LIMITS)
    outputs = [bytearray() for _ in range(6)]
    for number, output in enumerate(outputs):
        python_box.submit(Run(program, str(number).encode(), output.extend))
    for _ in outputs:
        assert python_box.next_outcome().code == 0
    assert [bytes(output) for output in outputs] == [str(number).encode() * 1000 for number in range(6)]


def test_stdin_can_be_sized_mapped_and_reopened_but_not_changed(python_box: Box) -> None:
    source = """
import mmap, os
print(os.fstat(0).st_size, mmap.mmap(0, 0, prot=mmap.PROT_READ)[:3], open('/dev/stdin').read())
for flags in (os.O_RDWR, os.O_WRONLY | os.O_TRUNC):
    try:
        handle = os.open('/proc/self/fd/0', flags); os.write(handle, b'x')
        print('changed')
    except OSError:
        print('kept')
"""
    _, printed = run_python(python_box, source, b"abcdef")
    assert printed == b"6 b'abc' abcdef\nkept\nkept\n"


def test_stdout_can_be_opened_by_name(python_box: Box) -> None:
    _, printed = run_python(python_box, "open('/dev/stdout', 'w').write('x')")
    assert printed == b"x"


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        ("while True: pass", Ending.CPU),
        ("import time; time.sleep(60)", Ending.WALL),
        ("import os, time; os.close(1); os.close(2); time.sleep(60)", Ending.WALL),
        ("x = bytearray(500 << 20)", Ending.MEMORY),
        ("while True: print('x' * 1000)", Ending.OUTPUT),
        ("import sys\nwhile True: sys.stderr.write('x' * 1000)", Ending.OUTPUT),
    ],
)
def test_limits_end_a_run_and_the_next_is_sound(python_box: Box, source: str, ending: Ending) -> None:
    outcome, printed = run_python(python_box, source)
    assert outcome.ending is ending
    assert len(printed) <= LIMITS.output_bytes
    assert outcome.wall_seconds < LIMITS.wall_seconds * 10 + 2  # on a busy machine; 3 on an idle one
    assert run_python(python_box, "print(1)")[1] == b"1\n"


def test_a_signal_is_told(gcc_box: Box) -> None:
    outcome, _ = run_c(gcc_box, "int main(){ *(volatile int*)0 = 1; }")
    assert (outcome.ending, outcome.code) == (Ending.SIGNALED, 11)


def test_processor_time_of_children_nobody_waits_for_counts(gcc_box: Box) -> None:
    outcome, _ = run_c(
        gcc_box,
        """
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <time.h>
int main(){
    signal(SIGCHLD, SIG_IGN);
    if (!fork()) { while (clock() < CLOCKS_PER_SEC / 2); _exit(0); }
    wait(0); /* until it is gone, and without its figures */
    return 0;
}""",
    )
    assert outcome.ending is Ending.EXITED
    assert outcome.cpu_seconds > 0.4


def test_memory_is_that_of_the_program_not_of_the_page_cache(gcc_box: Box) -> None:
    source = """
#include <stdlib.h>
int main() {
    volatile char *p = malloc(40 << 20);
    for (int i = 0; i < 40 << 20; i++) p[i] = 1;
}"""
    outcome, _ = run_c(gcc_box, source)
    assert 40 * MIB <= outcome.memory_bytes < 44 * MIB


def test_memory_of_a_tree_of_processes_is_summed(python_box: Box) -> None:
    source = """
import os, time
for _ in range(3):
    if os.fork() == 0:
        x = bytearray(12 << 20); time.sleep(0.5); os._exit(0)
for _ in range(3): os.wait()
"""
    outcome, _ = run_python(python_box, source)
    assert outcome.ending is Ending.EXITED
    assert outcome.memory_bytes > 36 * MIB


def test_a_large_input_and_output_stream_through(docker_sandbox: Sandbox) -> None:
    spec = BoxSpec(language("python"), memory_bytes=64 * MIB, input_bytes=40 * MIB)
    with docker_sandbox.open(spec) as box:
        limits = RunLimits(10.0, 30.0, 64 * MIB, 50 * MIB)
        seen = 0

        def count(piece: bytes) -> None:
            nonlocal seen
            seen += len(piece)

        box.install(
            [
                BoxFile(
                    "cat.py", b"import shutil, sys; shutil.copyfileobj(sys.stdin.buffer, sys.stdout.buffer)"
                )
            ]
        )
        box.submit(Run(Program(("python3", "cat.py"), limits), b"x" * (40 * MIB), count))
        assert box.next_outcome().ending is Ending.EXITED
        assert seen == 40 * MIB


def test_files_come_back_and_symlinks_do_not(python_box: Box) -> None:
    source = """
import os
os.makedirs('/tmp/out/inner')
open('/tmp/out/inner/a.txt', 'w').write('kept')
os.symlink('/etc/passwd', '/tmp/out/b.txt')
os.mkfifo('/tmp/out/pipe')
"""
    python_box.install([BoxFile("script.py", source.encode())])
    outcome, _ = run(python_box, Program(("python3", "script.py"), LIMITS, collect="/tmp/out"))
    assert [(file.name, file.content) for file in outcome.files] == [("inner/a.txt", b"kept")]
    assert not outcome.dirty


def test_more_files_than_allowed_are_told(python_box: Box) -> None:
    python_box.install([BoxFile("script.py", b"open('/tmp/out/a', 'wb').write(b'x' * 5000)")])
    program = Program(("python3", "script.py"), LIMITS, collect="/tmp/out", collect_bytes=1000)
    outcome, _ = run(python_box, program)
    assert outcome.dirty


def test_a_program_that_cannot_start_is_the_judges_fault(python_box: Box) -> None:
    outcome, _ = run(python_box, Program(("./nothing",), LIMITS))
    assert (outcome.ending, outcome.code) == (Ending.FAULT, 2)
    assert run_python(python_box, "print(1)")[1] == b"1\n"


def test_live_input_is_relayed(python_box: Box) -> None:
    source = "for line in iter(input, 'end'): print(line[::-1], flush=True)"
    python_box.install([BoxFile("script.py", source.encode())])
    heard: list[bytes] = []
    live = python_box.start_live(
        Program(("python3", "script.py"), LIMITS),
        lambda piece: (heard.append(piece), live.send(b"end\n") if piece == b"cba\n" else None),
    )
    live.send(b"abc\n")
    assert live.outcome().code == 0
    assert heard == [b"cba\n", b""]
    assert run_python(python_box, "print(1)")[1] == b"1\n"

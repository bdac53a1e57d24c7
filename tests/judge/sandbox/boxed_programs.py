"""Running a test's own little programs in a box."""

from jobcoach.judge.sandbox.box import Box, BoxFile, Outcome, Program, Run, RunLimits
from jobcoach.judge.sandbox.protocol import Ending

MIB = 1 << 20
LIMITS = RunLimits(cpu_seconds=1.0, wall_seconds=3.0, memory_bytes=64 * MIB, output_bytes=MIB)


def run_python(
    box: Box, source: str, stdin: bytes = b"", limits: RunLimits = LIMITS
) -> tuple[Outcome, bytes]:
    """Runs a script by the plain interpreter; its outcome and what it printed."""
    box.install([BoxFile("script.py", source.encode())])
    return run(box, Program(("python3", "script.py"), limits), stdin)


def run_c(box: Box, source: str, stdin: bytes = b"", limits: RunLimits = LIMITS) -> tuple[Outcome, bytes]:
    """Compiles and runs a C program; fails the test if it does not compile."""
    box.install([BoxFile("program.c", source.encode())])
    builder = RunLimits(20.0, 40.0, 512 * MIB, MIB, processes=64)
    built, said = run(box, Program(("gcc", "-O1", "-w", "-o", "program", "program.c"), builder, builds=True))
    assert (built.ending, built.code) == (Ending.EXITED, 0), said + built.stderr
    return run(box, Program(("./program",), limits), stdin)


def run(box: Box, program: Program, stdin: bytes = b"") -> tuple[Outcome, bytes]:
    """Runs a program; its outcome and what it printed."""
    printed = bytearray()
    box.submit(Run(program, stdin, printed.extend))
    return box.next_outcome(), bytes(printed)

"""What the runner adds to a test, with a C program that does nothing."""

import time
from pathlib import Path

from report import Row
from workload import C_NOTHING

from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Box, BoxFile, BoxSpec, Program, Run, RunLimits

RUNS = 300
LIMITS = RunLimits(cpu_seconds=2.0, wall_seconds=4.0, memory_bytes=256 << 20, output_bytes=1 << 20)


def measure(_scratch: Path) -> list[Row]:
    """One row: milliseconds a test, at most 3, and `docker exec` as what others do."""
    with open_sandbox("docker", ahead=0) as sandbox, sandbox.open(BoxSpec(language("c"), 512 << 20)) as box:
        box.install([BoxFile("nothing.c", C_NOTHING.encode())])
        compiler = Program(("gcc", "-O2", "-static", "-o", "program", "nothing.c"), LIMITS, builds=True)
        _run(box, compiler, 1)
        ours = min(_run(box, Program(("./program",), LIMITS), RUNS) for _ in range(3))
    return [
        Row(
            "a test that does nothing (C), runner and host",
            ours,
            "the bar of 3 ms",
            0.003,
            ours / 0.003,
            "≤ 1",
        )
    ]


def _run(box: Box, program: Program, times: int) -> float:
    began = time.perf_counter()
    for _ in range(times):
        box.submit(Run(program, b"", len))
    for _ in range(times):
        box.next_outcome()
    return (time.perf_counter() - began) / times

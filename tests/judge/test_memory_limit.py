"""The memory limit is the program's own: what the runtime's box has besides is not for it."""

from pathlib import Path

import pytest
from small_packages import judged, small_problem, submission

from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict

pytestmark = pytest.mark.docker

LIMIT_MIB = 64
C = """
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    size_t size;
    scanf("%zu", &size);
    size <<= 20;
    char *block = malloc(size);
    memset(block, 1, size);
    puts(block[size / 2] ? "ok" : "");
}
"""
PYTHON = "size = int(input()) << 20\nblock = b'x' * size\nprint('ok')\n"
JAVASCRIPT = """
const size = Number(require('fs').readFileSync(0, 'utf8')) * 2 ** 20;
const block = Buffer.alloc(size, 1);
console.log(block[size - 1] ? 'ok' : '');
"""
JAVA = """
public class Main {
    public static void main(String[] arguments) throws Exception {
        byte[][] blocks = new byte[new java.util.Scanner(System.in).nextInt()][];
        for (int i = 0; i < blocks.length; i++) blocks[i] = new byte[(1 << 20) - 16];
        System.out.println("ok");
    }
}
"""


@pytest.mark.parametrize(
    ("language", "source", "within_mib", "beyond_mib"),
    # Beyond the limit and, by a few MiB, within what the container has.
    [("c", C, 62, 65), ("python", PYTHON, 50, 66), ("javascript", JAVASCRIPT, 4, 70)],
    ids=["c", "python", "javascript"],
)
def test_resident_memory_beyond_the_limit_is_told(
    language: str, source: str, within_mib: int, beyond_mib: int, tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    tests = {"secret/1": (f"{within_mib}\n", "ok\n"), "secret/2": (f"{beyond_mib}\n", "ok\n")}
    problem = small_problem(tmp_path / "memory", tests, limits=f"{{time_limit: 5, memory: {LIMIT_MIB}}}")
    result = judged(problem, submission(language, source), judging_sandbox)
    within, beyond = result.tests
    assert within.verdict is Verdict.AC, within
    assert beyond.verdict is Verdict.MLE, beyond
    # It ended by itself: the container did not have to kill it.
    assert beyond.memory_bytes > LIMIT_MIB << 20


def test_a_runtime_that_limits_its_own_heap_may_need_more_beside_it(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    tests = {"secret/1": ("40\n", "ok\n"), "secret/2": (f"{LIMIT_MIB}\n", "ok\n")}
    problem = small_problem(tmp_path / "heap", tests, limits=f"{{time_limit: 5, memory: {LIMIT_MIB}}}")
    result = judged(problem, submission("java", {"Main.java": JAVA}), judging_sandbox)
    within, beyond = result.tests
    assert (within.verdict, beyond.verdict) == (Verdict.AC, Verdict.MLE)
    assert within.memory_bytes > LIMIT_MIB << 20


def test_a_program_larger_than_its_memory_is_its_makers_fault(
    judging_sandbox: Sandbox, tmp_path: Path
) -> None:
    large = "char data[56 << 20] = {1};\nint main(void) { return 0; }"
    problem = small_problem(
        tmp_path / "small", {"secret/1": ("", ""), "secret/2": ("", "")}, limits="{time_limit: 1, memory: 16}"
    )
    for _ in ("compiled", "kept from then"):
        result = judged(problem, submission("c", large), judging_sandbox, cache_folder=tmp_path / "cache")
        assert result.verdict is Verdict.MLE, result
        assert result.compile.ok

"""The packages and submissions that the benchmarks judge, made anew in a scratch folder."""

from pathlib import Path

PROBLEM = """problem_format_version: 2025-09
name: {en: Sum}
uuid: 00000000-0000-4000-8000-000000000001
limits: {time_limit: 2.0, memory: 256, output: 256}
"""
PYTHON_SUM = "a, b = map(int, input().split())\nprint(a + b)\n"
C_NOTHING = "int main(void) { return 0; }\n"


def make_package(folder: Path, tests: int) -> Path:
    """A problem of ``tests`` tiny secret tests: add two numbers."""
    data = folder / "data" / "secret"
    data.mkdir(parents=True)
    (folder / "problem.yaml").write_text(PROBLEM)
    for number in range(tests):
        (data / f"{number:03}.in").write_text(f"{number} 1\n")
        (data / f"{number:03}.ans").write_text(f"{number + 1}\n")
    return folder


def make_submissions(folder: Path, count: int) -> list[Path]:
    """``count`` solutions that differ in a comment, so none is taken for another."""
    folder.mkdir(parents=True)
    paths = [folder / f"sum{number}.py" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"# {number}\n{PYTHON_SUM}")
    return paths

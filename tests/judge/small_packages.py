"""Small real packages on disk, and judging a submission against one."""

from collections.abc import Mapping
from pathlib import Path

from jobcoach.judge.batch import judge_batch
from jobcoach.judge.languages import all_languages
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import SubmissionResult
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.submissions.submission import SourceFile, Submission
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.judge.verdicts import Verdict

Content = str | bytes
LIMITS = "{time_limit: 1, memory: 64, output: 1}"


def write_files(root: Path, files: Mapping[str, Content]) -> None:
    """Writes each content below ``root``."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def small_problem(
    root: Path,
    tests: Mapping[str, tuple[Content, Content]],
    *,
    limits: str = LIMITS,
    settings: str = "",
    files: Mapping[str, Content] | None = None,
) -> Problem:
    """A loaded package of format 2025-09. ``tests`` are (input, answer) by name below
    ``data/``, ``settings`` more lines of problem.yaml, ``files`` whatever else it holds."""
    yaml = f"problem_format_version: 2025-09\nname: {root.name}\nlimits: {limits}\n{settings}"
    cases = {
        f"data/{name}{suffix}": content
        for name, pair in tests.items()
        for suffix, content in zip((".in", ".ans"), pair, strict=True)
    }
    write_files(root, {"problem.yaml": yaml, **cases, **(files or {})})
    return load_problem(root)


def submission(language: str, files: Mapping[str, Content] | Content, entry_point: str = "") -> Submission:
    """Sources in ``language``; a single one may go without a name."""
    if not isinstance(files, Mapping):
        files = {f"solution{all_languages()[language].extensions[0]}": files}
    sources = [
        SourceFile(name, content.encode() if isinstance(content, str) else content)
        for name, content in sorted(files.items())
    ]
    return Submission("handed-in", language, tuple(sources), entry_point)


def judged(
    problem: Problem,
    handed_in: Submission,
    sandbox: Sandbox,
    *,
    options: JudgeOptions | None = None,
    cache_folder: Path | None = None,
) -> SubmissionResult:
    """The result of judging one submission; all tests run unless ``options`` say otherwise."""
    task = Task(handed_in, problem, options or JudgeOptions(run_all=True))
    [(_, result)] = judge_batch([task], sandbox, jobs=1, cache_folder=cache_folder)
    return result


def verdicts(result: SubmissionResult) -> dict[str, Verdict]:
    """The verdict of each test by its last name."""
    return {test.name.rpartition("/")[2]: test.verdict for test in result.tests}

"""Many submissions at once: results as a stream, points by groups, stopping and recalling.

In plain processes, where nothing depends on containers; those have a test at the end.
"""

import dataclasses
import pickle
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest
from small_packages import Content, judged, small_problem, submission, verdicts

from jobcoach.judge.batch import judge_batch, timed, verdict_key
from jobcoach.judge.events import Compiled, Event, Finished, Started, TestDone
from jobcoach.judge.package.model import Problem
from jobcoach.judge.results import CompileResult, SubmissionResult
from jobcoach.judge.running.time_limits import TimeLimits
from jobcoach.judge.sandbox import open_sandbox
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.task import JudgeOptions, Task
from jobcoach.judge.verdicts import Verdict

SQUARE = submission("python", "print(int(input()) ** 2)")
WRONG = submission("python", "print(5)")
AC, WA = Verdict.AC, Verdict.WA


def squares(
    root: Path, names: str, files: Mapping[str, Content] | None = None, settings: str = ""
) -> Problem:
    """Tests below ``data/`` whose input is the number that ends their name."""
    numbers = {name: int(name[-1]) for name in names.split()}
    tests = {name: (f"{number}\n", f"{number**2}\n") for name, number in numbers.items()}
    return small_problem(root, tests, files=files, settings=settings)


def without_figures(result: SubmissionResult) -> SubmissionResult:
    """What must be the same in every run."""
    tests = [
        dataclasses.replace(test, cpu_seconds=0.0, wall_seconds=0.0, memory_bytes=0) for test in result.tests
    ]
    compiled = dataclasses.replace(result.compile, seconds=0.0)
    return dataclasses.replace(result, compile=compiled, tests=tuple(tests))


# Points


def scoring(root: Path) -> Problem:
    """Group a: 10 points for all; b: each of two tests 15; c, which needs a: the least of two, 60."""
    return squares(
        root,
        "sample/1 secret/a/1 secret/a/2 secret/b/3 secret/b/4 secret/c/5 secret/c/6",
        settings="type: scoring\n",
        files={
            "data/secret/test_group.yaml": "max_score: 100\n",
            "data/secret/a/test_group.yaml": "max_score: 10\n",
            "data/secret/b/test_group.yaml": "max_score: 30\nscore_aggregation: sum\n",
            "data/secret/c/test_group.yaml": "max_score: 60\nscore_aggregation: min\n"
            "require_pass: [secret/a]\n",
        },
    )


@pytest.mark.parametrize(
    ("fails", "points", "runs"),
    [
        ([], 100.0, "1 1 2 3 4 5 6"),
        ([1], 30.0, "1 1 3 4"),  # the sample is worth nothing, group c is not reached
        ([2], 30.0, "1 1 2 3 4"),
        ([3], 85.0, "1 1 2 3 4 5 6"),
        ([3, 4], 70.0, "1 1 2 3 4 5 6"),
        ([5], 40.0, None),
        ([1, 2, 3, 4, 5, 6], 0.0, None),
    ],
)
def test_points_come_from_groups(
    tmp_path: Path, process_sandbox: Sandbox, fails: list[int], points: float, runs: str | None
) -> None:
    source = f"n = int(input()); print(0 if n in {fails} else n ** 2)"
    problem = scoring(tmp_path / "squares")
    result = judged(problem, submission("python", source), process_sandbox, options=JudgeOptions())
    assert (result.points, result.max_points) == (points, 100.0)
    assert (result.verdict is AC) == (not fails)
    if runs is not None:
        assert " ".join(test.name[-1] for test in result.tests) == runs


def test_run_all_runs_what_the_grade_does_not_need(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = scoring(tmp_path / "squares")
    usual = judged(problem, WRONG, process_sandbox, options=JudgeOptions())
    every = judged(problem, WRONG, process_sandbox, options=JudgeOptions(run_all=True))
    assert len(every.tests) == 7
    assert len(usual.tests) < 7
    assert (every.verdict, every.points) == (usual.verdict, usual.points)


def test_stop_on_fail_ends_at_the_first_failure(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = scoring(tmp_path / "squares")
    fails_third = submission("python", "n = int(input()); print(0 if n == 3 else n ** 2)")
    result = judged(problem, fails_third, process_sandbox, options=JudgeOptions(stop_on_fail=True))
    assert [test.name[-1] for test in result.tests] == ["1", "1", "2", "3"]
    assert (result.verdict, result.points) == (WA, 10.0)


def test_points_of_tests_are_told(tmp_path: Path, process_sandbox: Sandbox) -> None:
    fails = submission("python", "n = int(input()); print(0 if n == 3 else n ** 2)")
    result = judged(scoring(tmp_path / "squares"), fails, process_sandbox)
    points = {test.name: test.points for test in result.tests}
    assert points["secret/b/3"] == 0.0
    assert points["secret/b/4"] == 15.0


# Events


def test_events_of_one_submission_keep_their_order(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = squares(tmp_path / "squares", "sample/1 secret/2 secret/3 secret/4")
    broken = submission("python", "def f(:")
    tasks = [Task(each, problem) for each in (SQUARE, WRONG, broken, SQUARE)]
    told: dict[int, list[Event]] = defaultdict(list)
    inside = threading.Lock()

    def listen(event: Event) -> None:
        assert inside.acquire(blocking=False), "told by two threads at once"
        told[event.index].append(event)  # type: ignore[union-attr]  # nothing is prepared here
        inside.release()

    results = dict(judge_batch(tasks, process_sandbox, jobs=3, on_event=listen))
    assert sorted(results) == [0, 1, 2, 3]
    for index, result in results.items():
        first, compiled, *tests, last = told[index]
        assert isinstance(first, Started)
        assert (first.path, first.problem, first.tests) == ("handed-in", "squares", 4)
        assert compiled == Compiled(index, result.compile)
        assert tests == [TestDone(index, test) for test in result.tests]
        assert last == Finished(index, result)
    assert [test.name for test in results[0].tests] == ["sample/1", "secret/2", "secret/3", "secret/4"]
    assert [results[index].verdict for index in range(4)] == [AC, WA, Verdict.CE, AC]


def test_results_come_when_they_are_done(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = squares(tmp_path / "squares", "secret/2")
    slow = submission("python", "import time; time.sleep(1.5); print(int(input()) ** 2)")
    order = [
        index
        for index, _ in judge_batch([Task(slow, problem), Task(SQUARE, problem)], process_sandbox, jobs=2)
    ]
    assert order == [1, 0]


def test_no_tasks_no_results(process_sandbox: Sandbox) -> None:
    assert list(judge_batch([], process_sandbox, jobs=2)) == []


def test_an_error_of_the_listener_comes_out(tmp_path: Path, process_sandbox: Sandbox) -> None:
    def refuse(event: Event) -> None:
        raise ConnectionError("nobody listens")

    problem = squares(tmp_path / "squares", "secret/2")
    with pytest.raises(ConnectionError, match="nobody listens"):
        list(judge_batch([Task(SQUARE, problem)], process_sandbox, jobs=1, on_event=refuse))


# Recalling


def test_a_recalled_result_is_not_judged_again(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = squares(tmp_path / "squares", "secret/2")
    tasks = [Task(SQUARE, problem), Task(WRONG, problem)]
    first = dict(judge_batch(tasks, process_sandbox, jobs=1))
    known = {verdict_key(tasks[0], "", "process"): first[0]}
    told: list[Event] = []
    again = dict(judge_batch(tasks, process_sandbox, jobs=1, recall=known.get, on_event=told.append))
    assert again[0] is first[0]
    assert again[1] is not first[1]
    assert [type(event) for event in told if event.index == 0] == [Finished]  # type: ignore[union-attr]


def test_the_key_depends_on_all_that_a_verdict_does(tmp_path: Path) -> None:
    problem = squares(tmp_path / "squares", "secret/2")
    other = squares(tmp_path / "other" / "squares", "secret/3")
    slower = dataclasses.replace(problem, limits=dataclasses.replace(problem.limits, time_limit_seconds=9))
    larger = dataclasses.replace(problem, limits=dataclasses.replace(problem.limits, memory_bytes=1 << 30))
    task = Task(SQUARE, problem)
    base = verdict_key(task, "sha256:1", "docker")
    assert base == verdict_key(Task(dataclasses.replace(SQUARE, path="b.py"), problem), "sha256:1", "docker")
    others = [
        verdict_key(Task(WRONG, problem), "sha256:1", "docker"),
        verdict_key(Task(dataclasses.replace(SQUARE, language="c"), problem), "sha256:1", "docker"),
        verdict_key(Task(dataclasses.replace(SQUARE, entry_point="x"), problem), "sha256:1", "docker"),
        *(verdict_key(Task(SQUARE, each), "sha256:1", "docker") for each in (other, slower, larger)),
        verdict_key(task, "sha256:2", "docker"),
        verdict_key(task, "sha256:1", "process"),
        *(
            verdict_key(Task(SQUARE, problem, options), "sha256:1", "docker")
            for options in (JudgeOptions(2.0), JudgeOptions(stop_on_fail=True), JudgeOptions(run_all=True))
        ),
    ]
    assert len({base, *others}) == len(others) + 1


def test_an_inferred_limit_changes_the_key(tmp_path: Path) -> None:
    problem = small_problem(tmp_path / "open", {"secret/1": ("1", "1")}, limits="{memory: 64}")
    task = Task(SQUARE, problem)
    before = verdict_key(timed(task, tmp_path / "cache"), "", "process")
    TimeLimits(tmp_path / "cache" / "time-limits").keep(problem.version, 3.0)
    limited = timed(task, tmp_path / "cache")
    assert limited.problem.limits.time_limit_seconds == 3.0
    assert verdict_key(limited, "", "process") != before
    assert timed(limited, None) == limited


# The same again


def test_judging_twice_gives_the_same_but_for_figures(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = squares(tmp_path / "squares", "sample/1 secret/2 secret/3")
    for handed_in in (SQUARE, WRONG, submission("python", "1 / 0"), submission("python", "(")):
        results = [judged(problem, handed_in, process_sandbox) for _ in range(2)]
        assert without_figures(results[0]) == without_figures(results[1])


def test_tasks_and_results_pickle(tmp_path: Path, process_sandbox: Sandbox) -> None:
    task = Task(SQUARE, scoring(tmp_path / "squares"), JudgeOptions(time_factor=2.0))
    assert pickle.loads(pickle.dumps(task)) == task
    result = judged(task.problem, WRONG, process_sandbox)
    assert pickle.loads(pickle.dumps(result)) == result
    there = judged(pickle.loads(pickle.dumps(task)).problem, WRONG, process_sandbox)
    assert without_figures(there) == without_figures(result)


def test_a_time_factor_makes_room(tmp_path: Path, process_sandbox: Sandbox) -> None:
    source = "import time\nwhile time.process_time() < 0.6: pass\nprint(4)"
    problem = small_problem(
        tmp_path / "slow", {"secret/2": ("2", "4")}, limits="{time_limit: 0.3, memory: 64}"
    )
    slow = submission("python", source)
    options = JudgeOptions(time_factor=10.0)
    assert judged(problem, slow, process_sandbox).verdict is Verdict.TLE
    assert judged(problem, slow, process_sandbox, options=options).verdict is AC


def test_only_samples_are_shown(tmp_path: Path, process_sandbox: Sandbox) -> None:
    result = judged(squares(tmp_path / "squares", "sample/1 secret/2"), WRONG, process_sandbox)
    sample, secret = result.tests
    assert secret.sample is None
    assert sample.sample is not None
    assert (sample.sample.input, sample.sample.expected, sample.sample.given) == ("1\n", "1\n", "5\n")
    assert "5" in sample.sample.difference


def test_a_problems_own_files_join_a_submission(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = small_problem(
        tmp_path / "joined",
        {"secret/2": ("", "4")},
        files={"include/python/given.py": "def square(n): return n * n\n"},
    )
    using = submission("python", {"main.py": "from given import square\nprint(square(2))"})
    assert judged(problem, using, process_sandbox).verdict is AC


# Stopping


def test_closing_early_stops_the_rest(tmp_path: Path, process_sandbox: Sandbox) -> None:
    problem = squares(tmp_path / "squares", " ".join(f"secret/{n}" for n in range(10)))
    slow = submission("python", "import time; time.sleep(0.2); print(int(input()) ** 2)")
    told: list[Event] = []
    batch = judge_batch(
        [Task(SQUARE, squares(tmp_path / "one" / "squares", "secret/2"))] + [Task(slow, problem)] * 20,
        process_sandbox,
        jobs=2,
        on_event=told.append,
    )
    assert next(batch)[0] == 0
    batch.close()
    count = len(told)
    deadline = time.monotonic() + 20
    while _judging() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _judging()
    assert len(told) == count


def _judging() -> bool:
    return any(thread.name.startswith("judge") for thread in threading.enumerate())


@pytest.mark.docker
def test_containers_are_gone_after_an_early_end(tmp_path: Path) -> None:
    problem = squares(tmp_path / "squares", " ".join(f"secret/{n}" for n in range(10)))
    slow = submission("python", "import time; time.sleep(0.2); print(int(input()) ** 2)")
    with open_sandbox("docker", ahead=2) as sandbox:
        batch = judge_batch([Task(SQUARE, problem)] + [Task(slow, problem)] * 5, sandbox, jobs=2)
        assert next(batch)[1].verdict is AC
        batch.close()
    deadline = time.monotonic() + 20
    while _judging() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _judging()


@pytest.mark.docker
def test_both_kinds_of_sandbox_agree(
    tmp_path: Path, judging_sandbox: Sandbox, process_sandbox: Sandbox
) -> None:
    problem = scoring(tmp_path / "squares")
    source = "n = int(input())\nassert n != 4\nprint(0 if n == 3 else n ** 2)"
    boxed = judged(problem, submission("python", source), judging_sandbox)
    plain = judged(problem, submission("python", source), process_sandbox)
    assert (boxed.sandbox, plain.sandbox) == ("docker", "process")
    assert boxed.image_digest.startswith("sha256:")
    same = dataclasses.replace(boxed, sandbox="process", image_digest="")
    assert without_figures(same) == without_figures(plain)
    assert verdicts(boxed)["4"] is Verdict.RTE
    assert plain.compile == CompileResult(ok=True, seconds=plain.compile.seconds)

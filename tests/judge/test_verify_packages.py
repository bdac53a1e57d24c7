"""``problems verify`` on packages as other people write them, in real boxes."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_packages import Content, small_problem

from jobcoach.judge.events import Event, Finished
from jobcoach.judge.package.model import Problem
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.judge.verdicts import Verdict
from jobcoach.judge.verify import ProblemReport, verify_problems

pytestmark = pytest.mark.docker

TESTS = {"sample/1": ("1 2\n", "3\n"), "secret/1": ("4 5\n", "9\n")}
SOLUTION = "print(sum(map(int, input().split())))\n"
ACCEPT_ALL = "import sys\nsys.exit(42)\n"


def verified(problem: Problem, sandbox: Sandbox) -> ProblemReport:
    [report] = verify_problems([problem], sandbox, jobs=1)
    return report


def package(
    folder: Path, files: Mapping[str, Content], *, settings: str = "", solution: str = SOLUTION
) -> Problem:
    return small_problem(
        folder,
        TESTS,
        settings=settings,
        files={"statement/problem.en.md": "Add.\n", "submissions/accepted/a.py": solution, **files},
    )


def judged_paths(report: ProblemReport) -> list[str]:
    return [check.path.removeprefix("submissions/") for check in report.submissions]


def test_submissions_in_languages_that_are_not_judged_are_told_and_left_out(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    report = verified(
        package(
            tmp_path / "languages",
            {
                "submissions/accepted/b.hs": "main = interact id\n",
                "submissions/accepted/old.py": "#!/usr/bin/env python2\nprint 3\n",
                "submissions/accepted/c.py": SOLUTION,
                "submissions/wrong_answer/logic/main.pl": "main.\n",
                "submissions/submissions.yaml": "accepted/c.py: {language: python2}\n",
            },
        ),
        judging_sandbox,
    )
    assert judged_paths(report) == ["accepted/a.py"]
    assert report.ok
    assert set(report.warnings) == {
        "submissions/accepted/b.hs: not judged: no language that we know",
        "submissions/accepted/old.py: not judged: Python 2 is not judged here",
        "submissions/accepted/c.py: not judged: python2 is no language that we know",
        "submissions/wrong_answer/logic: not judged: no language that we know",
    }


def test_a_submission_is_in_the_language_of_most_of_its_files(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    report = verified(
        package(
            tmp_path / "mixed",
            {
                "submissions/accepted/m/a.c": "int unused;\n",
                "submissions/accepted/m/main.py": "from other import total\nprint(total())\n",
                "submissions/accepted/m/other.py": "def total(): return sum(map(int, input().split()))\n",
            },
        ),
        judging_sandbox,
    )
    assert judged_paths(report) == ["accepted/a.py", "accepted/m"]
    assert report.ok


def test_input_validators_that_cannot_be_run_are_told(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    files = {"input_validators/sum.ctd": "INT(0,9)\n", "input_validators/sum.viva": "{}\n"}
    report = verified(package(tmp_path / "grammar", files), judging_sandbox)
    assert report.ok
    assert report.warnings[-3:] == (
        "input_validators/sum.ctd: not run: no language that we know",
        "input_validators/sum.viva: not run: no language that we know",
        "input_validators: none could be run, so no input was validated",
    )
    both = verified(
        package(tmp_path / "both", {**files, "input_validators/v.py": ACCEPT_ALL}), judging_sandbox
    )
    assert both.ok
    assert not any("none could be run" in warning for warning in both.warnings)


def test_an_output_validator_in_an_unknown_language_is_an_error(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    report = verified(
        package(tmp_path / "checker", {"output_validator/check.hs": "main = pure ()\n"}), judging_sandbox
    )
    assert not report.ok
    assert report.errors == (
        "output validator: the validator check.hs cannot be used: no language that we know",
    )
    assert [check.verdict for check in report.submissions] == [Verdict.JE]


def test_an_input_validator_is_given_the_flags_of_the_group(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    report = verified(
        package(
            tmp_path / "flags",
            {
                "data/secret/test_group.yaml": "input_validator_args: [--max, '4']\nargs: [x]\n",
                "input_validators/v.py": "import sys\nprint(sys.argv[1:])\n"
                "sys.exit(43 if sys.argv[1:] else 42)\n",
            },
        ),
        judging_sandbox,
    )
    assert report.errors == ("data/secret/1.in: rejected by input_validators/v.py: ['--max', '4', 'x']",)


def test_an_answer_that_its_own_validator_rejects_is_told(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    checker = "import sys\nsys.exit(42 if open(sys.argv[1]).read() == '1 2\\n' else 43)\n"
    report = verified(package(tmp_path / "answers", {"output_validator/v.py": checker}), judging_sandbox)
    assert "data/secret/1.ans: the output validator rejects it" in report.warnings


def test_constants_are_filled_in_wherever_the_format_says(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    report = verified(
        package(
            tmp_path / "constants",
            {
                "include/python/bias.py": "BIAS = {{bias}}\n",
                "data/secret/test_group.yaml": "output_validator_args: {{flags}}\n",
                "input_validators/v.py": "import sys\nsys.exit({{right}} if {{bias.value}} == 0 else 43)\n",
                "output_validator/v.py": "import sys\n"
                "flagged = sys.argv[4:] == ([] if '1 2' in open(sys.argv[1]).read() else ['a', 'b'])\n"
                "sys.exit({{right}} if flagged and '{{unknown}}' == '{' + '{unknown}}' else 43)\n",
            },
            settings="constants: {bias: {value: 0, tex: zero}, flags: '[a, b]', right: 42}\n",
            solution=f"from bias import BIAS\nassert '{{{{bias.tex}}}}' == 'zero'\n{SOLUTION}",
        ),
        judging_sandbox,
    )
    assert report.errors == ()
    assert report.ok, report.submissions


def test_included_files_do_not_change_where_a_submission_starts(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    report = verified(
        package(
            tmp_path / "include",
            {
                "include/default/main.py": "print('from the package')\n",
                "submissions/accepted/z.py": SOLUTION,
            },
        ),
        judging_sandbox,
    )
    assert [check.verdict for check in report.submissions] == [Verdict.AC, Verdict.AC]


def test_validators_may_build_and_run_themselves(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    checker = "#include <stdlib.h>\nint main(int n, char **a) { return n > 3 ? EXIT : 1; }\n"
    report = verified(
        package(
            tmp_path / "scripts",
            {
                "input_validators/built/build": "#!/bin/sh\ncc -DEXIT=42 -o run check.c\n",
                "input_validators/built/check.c": "int main(void) { return EXIT; }\n",
                "input_validators/interpreted/run": "#!/usr/bin/env python3\nimport helper\nhelper.end()\n",
                "input_validators/interpreted/helper.py": "import sys\ndef end(): sys.exit(42)\n",
                "output_validator/build": "#!/bin/bash\nset -e\nc++ -DEXIT=42 -o run check.cc\n",
                "output_validator/check.cc": checker,
            },
        ),
        judging_sandbox,
    )
    assert report.errors == ()
    assert report.ok, report.submissions


def test_a_build_script_that_builds_nothing_is_an_error(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    report = verified(
        package(tmp_path / "idle", {"input_validators/v/build": "#!/bin/sh\necho nothing to do\n"}),
        judging_sandbox,
    )
    [error] = report.errors
    assert error.startswith("input_validators/v/build: the validator does not compile: nothing to do")
    assert "there is no program named run" in error


def test_every_file_of_a_javascript_submission_is_checked(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    report = verified(
        package(
            tmp_path / "modules",
            {
                "submissions/compiler_error/m/main.js": "console.log(require('./other').f());\n",
                "submissions/compiler_error/m/other.js": "exports.f = () => { letter x = 1; };\n",
            },
        ),
        judging_sandbox,
    )
    assert [check.verdict for check in report.submissions] == [Verdict.AC, Verdict.CE]
    assert report.ok


def test_a_folder_without_a_known_name_expects_nothing(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    report = verified(
        package(tmp_path / "manual", {"submissions/check_manually/broken.c": "This is text.\n"}),
        judging_sandbox,
    )
    assert report.ok
    assert any("check_manually says nothing" in warning for warning in report.warnings)


def test_what_was_not_accepted_gives_no_limit_and_is_judged_within_that_of_the_others(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    problem = small_problem(
        tmp_path / "unlimited",
        TESTS,
        limits="{memory: 64}",
        files={"submissions/accepted/a.py": SOLUTION, "submissions/accepted/wrong.py": "print(0)\n"},
    )
    judged: list[tuple[str, int]] = []

    def listen(event: Event) -> None:
        if isinstance(event, Finished):
            judged.append((Path(event.result.path).stem, len(event.result.tests)))

    [report] = verify_problems([problem], judging_sandbox, jobs=1, on_event=listen)
    # With a limit of a minute a test, the first failure is enough.
    assert judged == [("a", 2), ("wrong", 1), ("wrong", 2)]
    assert [(check.verdict, check.ok) for check in report.submissions] == [
        (Verdict.AC, True),
        (Verdict.WA, False),
    ]
    assert (report.time_limit_seconds, report.inferred) == (1.0, True)


def test_points_that_a_testlib_checker_gives_of_a_sample_do_not_count(
    tmp_path: Path, judging_sandbox: Sandbox
) -> None:
    checker = "import sys\nprint('points', open(sys.argv[2]).read(), file=sys.stderr)\nsys.exit(7)\n"
    problem = small_problem(
        tmp_path / "points",
        TESTS,
        settings="type: scoring\n",
        files={
            "output_validator/c.py": checker,
            "jobcoach.yaml": "validator_protocol: testlib\n",
            "submissions/accepted/a.py": "print(100)\n",
            "submissions/partially_accepted/b.py": "print(30)\n",
            "submissions/wrong_answer/c.py": "print(0)\n",
        },
    )
    report = verified(problem, judging_sandbox)
    assert report.ok, report
    assert [check.verdict for check in report.submissions] == [Verdict.AC, Verdict.AC, Verdict.WA]


def test_a_name_may_say_which_python_it_is(tmp_path: Path, judging_sandbox: Sandbox) -> None:
    files = {
        "submissions/accepted/b.py3": SOLUTION,
        "submissions/accepted/c.py2": "print 3\n",
        "submissions/compiler_error/d.py3": "print 3\n",
    }
    report = verified(package(tmp_path / "pythons", files), judging_sandbox)
    assert [check.verdict for check in report.submissions] == [Verdict.AC, Verdict.AC, Verdict.CE]
    assert report.ok

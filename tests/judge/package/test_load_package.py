"""Loading packages of both formats: what is read, and what each key means."""

import os
import pickle
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Aggregation, Problem, ScoreFile, TestGroup, ValidatorKind
from jobcoach.judge.verdicts import Verdict

Files = dict[str, str | bytes]


def group(problem: Problem, name: str) -> TestGroup:
    found = problem.data
    for part in name.split("/"):
        found = next(g for g in found.groups if g.name.split("/")[-1] == part)
    return found


def test_a_newer_package(make_package, newer: Files) -> None:
    problem = load_problem(make_package(newer))
    assert (problem.id, problem.format, problem.warnings) == ("sum", "2025-09", ())
    assert problem.names == {"en": "Sum", "ko": "더하기"}
    assert [*problem.statements] == ["en", "ko"]
    assert (problem.keywords, problem.difficulty) == (("math",), 2)
    assert problem.limits.time_limit_seconds == 1.5
    assert problem.limits.memory_bytes == 256 << 20
    assert [g.name for g in problem.data.groups] == ["sample", "secret"]
    # Folders without test_group.yaml are no groups.
    assert [(t.name, t.group) for t in group(problem, "secret").tests] == [
        ("secret/1", "secret"),
        ("secret/deep/2", "secret"),
    ]
    assert problem.maximum_points == 100.0
    assert pickle.loads(pickle.dumps(problem)) == problem


def test_a_legacy_package(make_package, legacy: Files) -> None:
    problem = load_problem(make_package(legacy))
    assert (problem.format, problem.names) == ("legacy", {"en": "Plain Sum", "ko": "더하기"})
    assert problem.keywords == ("math", "easy")
    assert (
        problem.token_rules.float_absolute_tolerance == problem.token_rules.float_relative_tolerance == 1e-6
    )
    assert group(problem, "secret").tests[0].validator_flags == ("float_tolerance", "1e-6")
    assert (problem.limits.accepted_to_limit, problem.limits.limit_to_too_slow) == (5.0, 2.0)


def test_legacy_groups_inherit_their_settings(make_package, legacy: Files) -> None:
    legacy["problem.yaml"] = "type: scoring\nvalidator_flags: case_sensitive\n"
    legacy["data/testdata.yaml"] = "on_reject: continue\ngrader_flags: ignore_sample\nrange: 0 100\n"
    legacy["data/secret/testdata.yaml"] = "grader_flags: first_error accept_if_any_accepted\n"
    legacy["data/secret/big/testdata.yaml"] = (
        "on_reject: break\naccept_score: 60\nrange: 0 60\n"
        "grader_flags: min\noutput_validator_flags: float_tolerance 1\n"
    )
    legacy["data/secret/big/1.in"] = legacy["data/secret/big/1.ans"] = ""
    problem = load_problem(make_package(legacy))
    secret, big = group(problem, "secret"), group(problem, "secret/big")
    assert (problem.data.ignore_sample, secret.ignore_sample, problem.maximum_points) == (True, False, 100.0)
    assert (secret.break_on_reject, secret.accept_if_any_accepted, secret.first_error) == (False, True, True)
    assert (big.break_on_reject, big.aggregation, big.accept_points, big.max_points) == (
        True,
        Aggregation.MIN,
        60,
        60,
    )
    assert big.tests[0].validator_flags == ("case_sensitive", "float_tolerance", "1")


def test_newer_groups_share_points(make_package, newer: Files) -> None:
    newer["problem.yaml"] = "problem_format_version: 2025-09\ntype: scoring\nname: Sum\n"
    for name in ("deep/2.in", "deep/2.ans", "1.in", "1.ans"):
        del newer[f"data/secret/{name}"]
    newer["data/secret/a/test_group.yaml"] = (
        "max_score: 40\nargs: [--fast]\noutput_validator_args: [case_sensitive]\n"
    )
    newer["data/secret/a/1.in"] = newer["data/secret/a/1.ans"] = "1\n"
    newer["data/secret/a/1.yaml"] = "args: []\nhint: read\n"
    newer["data/secret/a/2.in"] = newer["data/secret/a/2.ans"] = "1\n"
    newer["data/secret/b/test_group.yaml"] = (
        "max_score: 60\nscore_aggregation: sum\nrequire_pass: [sample, secret/a]\n"
    )
    newer["data/secret/b/1.in"] = newer["data/secret/b/1.ans"] = "1\n"
    problem = load_problem(make_package(newer))
    a, b = group(problem, "secret/a"), group(problem, "secret/b")
    assert (a.aggregation, a.max_points, a.break_on_reject) == (Aggregation.PASS_FAIL, 40, True)
    assert (b.aggregation, b.requires, b.break_on_reject) == (Aggregation.SUM, ("sample", "secret/a"), False)
    assert [test.args for test in a.tests] == [(), ("--fast",)]
    assert a.tests[0].validator_flags == ("case_sensitive",)
    assert (problem.shares_points, problem.maximum_points, problem.score_file) == (
        True,
        100.0,
        ScoreFile.ALLOWED,
    )


def test_a_legacy_name_may_be_a_map_of_languages(make_package, legacy: Files) -> None:
    legacy["problem.yaml"] = "name:\n  en: Circles\n  ko: 원\n"
    for name in ("en", "ko"):
        del legacy[f"problem_statement/problem.{name}.tex"]
    assert load_problem(make_package(legacy)).names == {"en": "Circles", "ko": "원"}


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("output_validators/check", ("run", "validate.cc", "validate.h")),
        ("output_validators", ("validate.cc", "validate.h")),
        ("output_validator/check", ("build", "validate.cc")),
        ("output_validators", ("validate.py",)),
    ],
)
def test_where_custom_validators_stand(
    make_package, legacy: Files, folder: str, names: tuple[str, ...]
) -> None:
    legacy["problem.yaml"] = "validation: custom interactive\nvalidator_flags: strict\n"
    legacy["output_validators/README.md" if folder == "output_validators" else "README"] = "about"
    for name in names:
        legacy[f"{folder}/{name}"] = "x"
    problem = load_problem(make_package(legacy))
    assert problem.validator is ValidatorKind.CUSTOM
    assert problem.interactive
    program = problem.validator_program
    assert program is not None
    found = {(program.directory / file).relative_to(problem.root).as_posix() for file in program.files}
    assert {f"{folder}/{name}" for name in names} <= found


def test_testlib_is_said_in_jobcoach_yaml(make_package, newer: Files) -> None:
    newer["output_validator/check.cpp"] = "x"
    newer["jobcoach.yaml"] = "validator_protocol: testlib\n"
    assert load_problem(make_package(newer)).validator is ValidatorKind.TESTLIB


def test_domjudge_extensions(make_package) -> None:
    root = make_package(
        {
            "domjudge-problem.ini": "name = \"더하기 'one'\"\ntimelimit='2.5'\ncolor=#ff0000\nshort-name=A\n",
            ".timelimit": "9\n",
            "problem.pdf": b"%PDF",
            "data/secret/1.in": "1\n",
            "data/secret/1.ans": "1\n",
            "submissions/mixed/a.py": "# @EXPECTED_RESULTS@: CORRECT, wrong-answer,TIMELIMIT\n",
            "submissions/mixed/b.c": "/* @EXPECTED_SCORE@: 60 */\n",
            "submissions/wrong_answer/c.py": "# @EXPECTED_RESULTS@: CORRECT\n",
            "submissions/compiler_error/d.c": "int",
        }
    )
    problem = load_problem(root)
    assert problem.names == {"en": "더하기 'one'"}
    assert problem.limits.time_limit_seconds == 2.5
    assert problem.statements == {"en": root / "problem.pdf"}
    expected = {s.path: (s.expected, s.points) for s in problem.submissions}
    assert expected["submissions/mixed/a.py"][0] == {Verdict.AC, Verdict.WA, Verdict.TLE}
    assert expected["submissions/mixed/b.c"][1] == (60, 60)
    assert expected["submissions/wrong_answer/c.py"][0] == {Verdict.WA}
    assert expected["submissions/compiler_error/d.c"][0] == {Verdict.CE}


def test_tests_may_have_arguments_and_files(make_package, legacy: Files) -> None:
    legacy["data/secret/01.args"] = "--name 'a b'\n"
    legacy["data/secret/01.files/in/x.txt"] = "x"
    test = group(load_problem(make_package(legacy)), "secret").tests[0]
    assert test.args == ("--name", "a b")
    assert test.files == (Path("in/x.txt"),)
    assert test.files_directory is not None
    assert (test.files_directory / test.files[0]).read_text() == "x"


def test_includes_and_languages_have_our_ids(make_package, newer: Files) -> None:
    newer["problem.yaml"] = "problem_format_version: 2025-09\nname: Sum\nlanguages: [python3, cpp]\n"
    newer["include/python3/grader.py"] = newer["include/default/data.txt"] = "x"
    problem = load_problem(make_package(newer))
    assert problem.languages == {"python", "cpp"}
    assert {language: program.files for language, program in problem.includes.items()} == {
        "python": (Path("grader.py"),),
        "default": (Path("data.txt"),),
    }


def test_the_version_follows_what_judging_depends_on(make_package, newer: Files) -> None:
    first = load_problem(make_package(newer)).version
    root = make_package(newer)
    for name, content, changes in (
        ("statement/problem.en.md", "Add!\n", False),
        ("submissions/accepted/b.py", "x\n", False),
        ("data/secret/1.ans", "5\n", True),
        ("include/python/x.py", "x\n", True),
        ("jobcoach.yaml", "\n", True),
    ):
        path = root / name
        before = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        assert (load_problem(root).version != first) == changes, name
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    assert load_problem(root).version == first


def test_words_of_yaml_stay_what_was_written(make_package, newer: Files) -> None:
    newer["problem.yaml"] = "problem_format_version: 2025-09\nname: {en: No, no: 010, ko: null}\n"
    assert load_problem(make_package(newer)).names == {"en": "No", "no": "010"}


def test_links_inside_the_package_are_followed(make_package, newer: Files) -> None:
    root = make_package(newer)
    (root / "data/secret/3.in").symlink_to("1.in")
    (root / "data/secret/3.ans").symlink_to("../secret/1.ans")
    (root / "data/secret/loop").symlink_to("..")
    (root / "data/secret/deep/there").symlink_to("../back")
    (root / "data/secret/back").mkdir()
    (root / "data/secret/back/again").symlink_to("../deep")
    names = [test.name for test in group(load_problem(root), "secret").tests]
    assert names == ["secret/1", "secret/3", "secret/back/again/2", "secret/deep/2"]


def test_odd_names_are_taken_or_left_out(make_package, newer: Files) -> None:
    newer["data/secret/예제 (1).in"] = newer["data/secret/예제 (1).ans"] = "1\n"
    newer["data/secret/.hidden.in"] = newer["data/secret/-x.in"] = "1\n"
    root = make_package(newer)
    (root / os.fsdecode(b"data/secret/\xff.in")).write_text("1")
    problem = load_problem(root)
    assert [test.name for test in group(problem, "secret").tests] == [
        "secret/1",
        "secret/deep/2",
        "secret/예제 (1)",
    ]
    assert len(problem.warnings) == 2


def test_a_folder_without_a_package(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is not a problem package: it has no problem\.yaml"):
        load_problem(tmp_path)


def test_arguments_for_all_groups_are_taken_and_told(make_package, newer: Files) -> None:
    newer["data/test_group.yaml"] = "output_validator_args: [float_tolerance, '1e-6']\nargs: [all]\n"
    newer["data/sample/test_group.yaml"] = "args: [own]\n"
    problem = load_problem(make_package(newer))
    tests = [
        (test.group, test.args, test.validator_flags) for group in problem.data.groups for test in group.tests
    ]
    flags = ("float_tolerance", "1e-6")
    assert set(tests) == {("sample", ("own",), flags), ("secret", ("all",), flags)}
    assert problem.warnings == (
        "data/test_group.yaml: the format has no such file here; its arguments hold for all groups",
    )

"""Broken and hostile packages: each fault is told with its file and line, all at once."""

import os
import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.package.diagnostics import Findings, PackageError
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.yaml_tree import read_mapping

Files = dict[str, str | bytes]
HEAD = "problem_format_version: 2025-09\n"


def faults(root: Path) -> list[str]:
    with pytest.raises(PackageError) as caught:
        load_problem(root)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD + "name: [\n", "problem.yaml:3: not valid YAML: "),
        (HEAD + "name: a\nname: b\n", "problem.yaml:3: the key 'name' is given twice"),
        (HEAD + "limits: 5\n", "problem.yaml:2: limits must be a map of keys and values"),
        (HEAD + "limits:\n  memory: lots\n", "problem.yaml:3: memory must be a number above 0, not 'lots'"),
        (HEAD + "limits:\n  time_limit: 0\n", "problem.yaml:3: time_limit must be a number above 0, not '0'"),
        (
            HEAD + "limits: {time_limit: 3601}\n",
            "problem.yaml:2: time_limit must be at most 3600, not '3601'",
        ),
        (HEAD + "limits: {memory: 1e300}\n", "problem.yaml:2: memory must be at most 65536, not '1e300'"),
        (HEAD + "limits: {output: 1e15}\n", "problem.yaml:2: output must be at most 4096, not '1e15'"),
        (HEAD + "limits: {code: 1e300}\n", "problem.yaml:2: code must be at most 1048576, not '1e300'"),
        (
            HEAD + "limits: {time_multipliers: {ac_to_time_limit: 1e9}}\n",
            "problem.yaml:2: ac_to_time_limit must be at most 1000, not '1e9'",
        ),
        (HEAD + "type: scoring pass-fail\n", "problem.yaml:2: a problem is either pass-fail or scoring"),
        (HEAD + "type: [multi-pass]\n", "problem.yaml:2: multi-pass problems are not supported"),
        (HEAD + "type: submit-answer\n", "problem.yaml:2: submit-answer problems are not supported"),
        (
            HEAD + "type: interactive\n",
            "output_validator: a custom output validator is needed here, and is missing",
        ),
        ("problem_format_version: 2030-01\n", "problem.yaml:1: unknown format '2030-01'"),
        ("validation: magic\n", "problem.yaml:1: validation must begin with default or custom, not 'magic'"),
        ("validation: custom\n", "output_validators: a custom output validator is needed here"),
        ("validator_flags: strict\n", "the default validator knows no flag 'strict'"),
        ("- a\n", "problem.yaml:1: a map of keys and values is expected here"),
        ("a: \x01\n", "problem.yaml: not valid YAML"),
        ("? [a]\n: b\n", "problem.yaml: not valid YAML: line 1: a key must be a simple value"),
    ],
)
def test_faults_of_problem_yaml(make_package, newer: Files, text: str, fault: str) -> None:
    newer["problem.yaml"] = text
    found = faults(make_package(newer))
    assert any(told.startswith(fault) or fault in told for told in found), found


def test_a_time_limit_of_domjudges_has_bounds_too(make_package, newer: Files) -> None:
    newer["domjudge-problem.ini"] = "timelimit='1e300'\n"
    [fault] = faults(make_package(newer))
    assert "the time limit must be a number of seconds above 0 and up to 3600, not '1e300'" in fault


@pytest.mark.parametrize(
    ("files", "size_bytes", "fault"),
    [(1, 10 << 30, "data/secret/giant-0.in: is larger than 2 GiB"),
     (20, 2 << 30, "data/secret: the package holds more than 32 GiB")],
)  # fmt: skip
def test_files_with_holes_are_told_and_not_read(
    make_package, newer: Files, files: int, size_bytes: int, fault: str
) -> None:
    root = make_package(newer)
    for number in range(files):
        with (root / "data" / "secret" / f"giant-{number}.in").open("wb") as file:
            file.truncate(size_bytes)
    began = time.monotonic()
    assert fault in faults(root)
    assert time.monotonic() - began < 2


def test_not_utf8_names_the_line(make_package, newer: Files) -> None:
    newer["problem.yaml"] = HEAD.encode() + "name: 더하기\n".encode("cp949")
    assert faults(make_package(newer)) == ["problem.yaml:2: not UTF-8 text; save the file as UTF-8"]


def test_all_faults_are_told_at_once(make_package, legacy: Files) -> None:
    legacy["problem.yaml"] = "type: scoring\nlimits: {memory: -1}\n"
    legacy["data/secret/testdata.yaml"] = "on_reject: stop\ngrader_flags: median\nrange: 5\ngrading: custom\n"
    legacy["data/secret/02.in"] = "1\n"
    legacy["data/secret/03.ans"] = "1\n"
    root = make_package(legacy)
    found = faults(root)
    assert found == [
        "problem.yaml:2: memory must be a number above 0, not '-1'",
        "data/secret/testdata.yaml:4: graders of a package's own are not supported; only grading: default is",
        "data/secret/testdata.yaml:1: on_reject must be break or continue, not 'stop'",
        "data/secret/testdata.yaml:2: the default grader knows no flag 'median'",
        "data/secret/testdata.yaml:3: range must be two numbers, the smaller first",
        "data/secret/02.in: has no answer: 02.ans is missing",
        "data/secret/03.ans: has no input: 03.in is missing",
    ]
    with pytest.raises(PackageError) as caught:
        load_problem(root)
    assert "and 2 more" in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_groups_must_be_worth_something(make_package, newer: Files) -> None:
    newer["problem.yaml"] = HEAD + "type: scoring\nname: Sum\n"
    newer["data/secret/a/test_group.yaml"] = "static_validation_score: 3\nscore_aggregation: avg\n"
    newer["data/secret/a/1.in"] = newer["data/secret/a/1.ans"] = ""
    newer["data/secret/a/b/test_group.yaml"] = "max_score: -1\n"
    newer["data/secret/a/b/1.in"] = newer["data/secret/a/b/1.ans"] = ""
    found = faults(make_package(newer))
    for fault in (
        "data/secret: holds both test groups and tests outside of them",
        "data/secret/a/test_group.yaml:1: static validators are not supported",
        "data/secret/a/test_group.yaml:2: must be pass-fail, sum or min, not 'avg'",
        "data/secret/a/test_group.yaml: max_score is missing: how many points is the group?",
        "data/secret/a/b/test_group.yaml: groups do not stand inside groups",
    ):
        assert fault in found


def test_a_package_without_tests(make_package, newer: Files) -> None:
    root = make_package({name: content for name, content in newer.items() if not name.startswith("data/")})
    assert faults(root) == ["data: there are no tests: data/secret holds no .in file"]


def test_links_out_of_the_package_and_special_files(make_package, newer: Files) -> None:
    root = make_package(newer)
    (root / "data/secret/9.in").symlink_to("/etc/hostname")
    (root / "data/secret/8.in").symlink_to("../../../elsewhere")
    (root / "data/secret/7.in").symlink_to("gone")
    os.mkfifo(root / "data/secret/6.in")
    found = faults(root)
    assert {
        "data/secret/9.in: a link out of the package",
        "data/secret/8.in: a link out of the package",
        "data/secret/7.in: a link to nothing",
        "data/secret/6.in: neither a regular file nor a folder",
    } <= set(found)


def test_links_beside_what_is_judged_are_as_good_as_not_there(make_package, newer: Files) -> None:
    root = make_package(newer)
    (root / "statement/problem.fr.md").symlink_to("/etc/hostname")
    (root / "problem.pdf").symlink_to("../../doc/problem.pdf")
    (root / "submissions/accepted/b.py").symlink_to("gone.py")
    problem = load_problem(root)
    assert set(problem.statements) == {"en", "ko"}
    assert [each.path for each in problem.submissions] == ["submissions/accepted/a.py"]
    assert set(problem.warnings) == {
        "statement/problem.fr.md: ignored: a link out of the package",
        "problem.pdf: ignored: a link out of the package",
        "submissions/accepted/b.py: ignored: a link to nothing",
    }


def test_settings_may_be_a_link_within_the_package_and_count_for_its_version(
    make_package, newer: Files
) -> None:
    root = make_package(newer)
    (root / "problem.yaml").rename(root / "settings.yaml")
    (root / "problem.yaml").symlink_to("settings.yaml")
    before = load_problem(root).version
    (root / "settings.yaml").write_text((root / "settings.yaml").read_text().replace("1.5", "2.5"))
    assert load_problem(root).version != before


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "a: " + "[" * 100_000,
        "a: &a [*a]\n",
        "".join(f"k{n}: v\n" for n in range(60_000)),
        "a: " + "x" * (2 << 20),
        "!!python/object/apply:os.system ['true']\n",
    ],
    ids=["billion-laughs", "deep", "recursive", "many-keys", "large", "tag"],
)
def test_yaml_bombs_end_quickly(tmp_path: Path, text: str) -> None:
    path = tmp_path / "problem.yaml"
    path.write_text(text)
    findings = Findings(tmp_path)
    start = time.monotonic()
    mapping = read_mapping(path, findings)
    assert time.monotonic() - start < 2
    assert mapping is None or findings.errors or len(mapping.entries) < 20


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(content)
    findings = Findings(path.parent)
    mapping = read_mapping(path, findings)
    assert mapping is not None or findings.errors


def test_folders_without_end(make_package, newer: Files) -> None:
    deep = "/".join(["d"] * 200)
    newer[f"data/secret/{deep}/1.in"] = newer[f"data/secret/{deep}/1.ans"] = ""
    assert [fault.split(": ")[1] for fault in faults(make_package(newer))] == [
        "folders stand more than 32 deep in each other"
    ]


def test_unknown_keys_are_warned_of(make_package, newer: Files) -> None:
    newer["problem.yaml"] = str(newer["problem.yaml"]) + "keyword: typo\n"
    newer["data/secret/test_group.yaml"] = "max_score: 3\nouput_validator_args: []\n"
    assert load_problem(make_package(newer)).warnings == (
        "problem.yaml:5: unknown key 'keyword' is ignored",
        "data/secret/test_group.yaml:2: unknown key 'ouput_validator_args' is ignored",
        "data/secret/test_group.yaml:1: max_score has no meaning in a pass-fail problem",
    )

"""Constants of format 2025-09: what is read from problem.yaml, and what is filled in."""

from pathlib import Path

import pytest

from jobcoach.judge.package.constants import NO_CONSTANTS, Constants
from jobcoach.judge.package.diagnostics import PackageError
from jobcoach.judge.package.load import load_problem

Files = dict[str, str | bytes]
CONSTANTS = Constants({"k": "5", "k.value": "5", "k.tex": "5\\,000"})


@pytest.mark.parametrize(
    ("content", "filled"),
    [
        (b"int k = {{k}};", b"int k = 5;"),
        (b"{{k.value}} {{k.tex}}", b"5 5\\,000"),
        (b"{{{k}}}", b"{5}"),
        (b"{{other}} {{k.other}} {{ k }} {k} {{k}", b"{{other}} {{k.other}} {{ k }} {k} {{k}"),
        (b"\xff{{k}}\x00", b"\xff5\x00"),
        (b"\\constant{k}", b"\\constant{k}"),
    ],
)
def test_known_names_are_replaced_and_all_else_stays(content: bytes, filled: bytes) -> None:
    assert CONSTANTS.fill_in(content) == filled
    assert NO_CONSTANTS.fill_in(content) == content


def test_latex_has_a_command_of_its_own() -> None:
    latex = rb"\constant{k} \constant{k.tex} {{k}} \constant{none}"
    assert CONSTANTS.fill_in_latex(latex) == rb"5 5\,000 5 \constant{none}"


def test_values_and_variants_are_read(make_package, newer: Files) -> None:
    newer["problem.yaml"] += "constants:\n  n: 10\n  r: 1.50\n  s: 'a b'\n  k: {value: 5, tex: five}\n"
    values = load_problem(make_package(newer)).constants.values
    assert values == {
        "n": "10", "n.value": "10", "r": "1.50", "r.value": "1.50", "s": "a b", "s.value": "a b",
        "k": "5", "k.value": "5", "k.tex": "five",
    }  # fmt: skip


def test_broken_constants_are_told_with_their_line(make_package, newer: Files) -> None:
    newer["problem.yaml"] += "constants:\n  2n: 10\n  k: {tex: five}\n  l: [1]\n"
    with pytest.raises(PackageError) as caught:
        load_problem(make_package(newer))
    assert [str(problem) for problem in caught.value.problems] == [
        "problem.yaml:6: a constant is named by letters, digits and _, not '2n'",
        "problem.yaml:7: the constant k has no value",
        "problem.yaml:8: l must be a single value",
    ]


def test_groups_may_name_constants_and_tests_may_not(make_package, newer: Files) -> None:
    newer["problem.yaml"] += "constants: {max: 7, flags: case_sensitive}\n"
    newer["data/secret/test_group.yaml"] = "args: ['{{max}}']\noutput_validator_args: {{flags}}\n"
    newer["data/secret/1.ans"] = "{{max}}\n"
    root: Path = make_package(newer)
    problem = load_problem(root)
    secret = problem.data.groups[1].tests[0]
    assert (secret.args, secret.validator_flags) == (("7",), ("case_sensitive",))
    assert secret.answer_path.read_text() == "{{max}}\n"
    before = problem.version
    (root / "problem.yaml").write_text(newer["problem.yaml"].replace("max: 7", "max: 8"))
    assert load_problem(root).version != before

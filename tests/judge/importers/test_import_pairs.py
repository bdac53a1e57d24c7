"""Plain pairs of inputs and answers, as people name them."""

from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.importers import import_package
from jobcoach.judge.package.load import load_problem


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["1.in", "1.out", "2.in", "2.out", "10.in", "10.out"], ["secret/01", "secret/02", "secret/10"]),
        (["a.in", "a.ans", "sample1.in", "sample1.ans"], ["sample/sample1", "secret/a"]),
        (["input/input01.txt", "output/output01.txt"], ["secret/01"]),
        (["input1.txt", "output1.txt", "input2.txt", "output2.txt"], ["secret/1", "secret/2"]),
        (["in/1.txt", "out/1.txt"], ["secret/1"]),
        (["inputs/1", "outputs/1"], ["secret/1"]),
        (["1_in.txt", "1_out.txt"], ["secret/1"]),
        (["01", "01.a"], ["secret/01"]),
        (["big/1.in", "big/1.out", "small/1.in", "small/1.out"], ["secret/big-1", "secret/small-1"]),
        (["예제1.in", "예제1.out", "입력/2.txt", "출력/2.txt"], ["sample/예제1", "secret/2"]),
        (["1.in", "1.out", "intro.txt", "outline.txt", "notes"], ["secret/1"]),
    ],
)
def test_pairs(make_folder, destination: Path, files: list[str], names: list[str]) -> None:
    folder = make_folder("Plain Tests", {name: f"{name}\n" for name in files})
    made = import_package(folder, destination)
    problem = load_problem(made.path)
    assert (made.path.name, problem.names) == ("plain-tests", {"en": "Plain Tests"})
    found = [test for group in problem.data.groups for test in group.tests]
    assert [test.name for test in found] == names
    for test in found:
        given, expected = test.input_path.read_text(), test.answer_path.read_text()
        assert given != expected
        assert given.strip() in files


def test_pairs_beside_an_old_ini_of_domjudge_keep_its_name_and_limit(make_folder, destination: Path) -> None:
    files = {
        "domjudge-problem.ini": "[DOMJudge]\nprobid = beer\nname = Beer shopper\ntimelimit = 3\n",
        "beer.1.in": "1", "beer.1.out": "2", "samples/beer.2.in": "3", "samples/beer.2.out": "4",
    }  # fmt: skip
    made = import_package(make_folder("beer", files), destination)
    problem = load_problem(made.path)
    assert (problem.names, problem.limits.time_limit_seconds) == ({"en": "Beer shopper"}, 3.0)
    assert [group.name for group in problem.data.groups] == ["sample", "secret"]
    assert made.warnings[0] == "answers are compared token by token"


def test_the_statement_comes_along(make_folder, destination: Path) -> None:
    files = {"1.in": "1", "1.out": "1", "README.md": "# 두 수의 합\n"}
    problem = load_problem(import_package(make_folder("sum", files), destination).path)
    assert [*problem.statements] == ["ko"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["1.in", "1.out", "2.in", "3.out"], "Tests without their other half: 2.in, 3.out"),
        (["1-1.in", "1-1.out", "1/1.in", "1/1.out"], "Two tests end up with one name: 1-1.in"),
    ],
)
def test_what_does_not_pair_up(make_folder, destination: Path, files: list[str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        import_package(make_folder("sum", dict.fromkeys(files, "1")), destination)
    assert str(caught.value) == said
    assert not (destination / "sum").exists()

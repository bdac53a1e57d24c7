"""``jobcoach problems stress``: a small counterexample, or none; and the way from hints to a first file."""

import json
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.judge.importers.new import new_problem
from jobcoach.resources import problems_folder

VALIDATOR = """
import sys
line = sys.stdin.read()
words = line.split()
ok = len(words) == 2 and line == " ".join(words) + "\\n" and all(-100 <= int(word) <= 100 for word in words)
sys.exit(42 if ok else 43)
"""


def reference(problem: str, path: str) -> str:
    return str(problems_folder(None) / problem / "submissions" / path)


def stress(*argv: str) -> int:
    return run(["problems", "stress", *argv])


@pytest.mark.docker
class TestStress:
    def test_a_counterexample_is_small_and_saved(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        wrong = reference("coupon-cart", "wrong_answer/best_ratio_first.py")
        saved = tmp_path / "found.in"
        assert stress("coupon-cart", wrong, "--json", "--save", str(saved)) == 1
        found = json.loads(capsys.readouterr().out)
        case = found["counterexample"]
        assert case["verdict"] == "WA"
        assert case["expected"].strip() != case["given"].strip()
        assert len(case["input"].split()) <= 10
        assert saved.read_text() == case["input"]

    def test_an_accepted_submission_has_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        accepted = reference("coupon-cart", "accepted/two_tables.py")
        assert stress("coupon-cart", accepted, "--tries", "60", "--lang", "ko") == 0
        assert "차이가 없었습니다" in capsys.readouterr().out

    def test_the_same_seed_finds_the_same(self, capsys: pytest.CaptureFixture[str]) -> None:
        wrong = reference("toll-pass", "wrong_answer/dearest_road.py")
        inputs = []
        for _ in range(2):
            assert stress("toll-pass", wrong, "--json", "--seed", "7") == 1
            inputs.append(json.loads(capsys.readouterr().out)["counterexample"]["input"])
        assert inputs[0] == inputs[1]

    def test_a_function_is_shown_as_it_was_called(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = tmp_path / "coupon_cart.py"
        source.write_text("def solution(budget, items):\n    return 0\n")
        assert stress("coupon-cart", str(source)) == 1
        assert "solution(" in capsys.readouterr().out

    def test_a_program_that_crashes_is_found_by_its_ending(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = tmp_path / "coupon_cart.py"
        source.write_text("import sys\nn, b = map(int, sys.stdin.readline().split())\nprint(1 // (n - n))\n")
        assert stress("coupon-cart", str(source), "--json") == 1
        assert json.loads(capsys.readouterr().out)["counterexample"]["verdict"] == "RTE"

    def test_what_does_not_compile_is_told(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        source = tmp_path / "coupon_cart.py"
        source.write_text("def solution(:\n")
        assert stress("coupon-cart", str(source)) == 1
        assert "does not compile" in capsys.readouterr().out


class TestUnfit:
    def test_interactive(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        source = tmp_path / "a.py"
        source.write_text("print(1)\n")
        assert stress("hidden-summit", str(source), "--sandbox", "process") == 2
        assert "interactive" in capsys.readouterr().err

    def test_no_input_validator_and_then_one(
        self, jobcoach_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        package = new_problem(jobcoach_home / "problems", "sum", "Sum of two")
        for file in (package / "input_validators").rglob("*"):
            file.unlink()
        source = tmp_path / "a.py"
        source.write_text("a, b = map(int, input().split())\nprint(a + b if a != b else 0)\n")
        assert stress("sum", str(source), "--sandbox", "process") == 2
        assert "no input validator" in capsys.readouterr().err
        (package / "input_validators").mkdir(exist_ok=True)
        (package / "input_validators" / "check.py").write_text(VALIDATOR)
        assert stress("sum", str(source), "--sandbox", "process", "--json") == 1
        case = json.loads(capsys.readouterr().out)["counterexample"]
        first, second = map(int, case["input"].split())
        assert first == second

    def test_no_such_submission(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert stress("coupon-cart", str(tmp_path / "none.py"), "--sandbox", "process") == 2
        assert "none.py" in capsys.readouterr().err


class TestAlong:
    def test_hints_come_step_by_step(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "hint", "coupon-cart"]) == 0
        first = capsys.readouterr()
        assert "Hint 1 of 3" in first.out
        assert "Hint 2" not in first.out
        assert "jobcoach problems hint coupon-cart 2" in first.err
        assert run(["problems", "hint", "coupon-cart", "3", "--json"]) == 0
        assert len(json.loads(capsys.readouterr().out)["hints"]) == 3

    def test_the_editorial_in_both_languages(self, capsys: pytest.CaptureFixture[str]) -> None:
        for lang, word in (("en", "knapsack"), ("ko", "배낭")):
            assert run(["problems", "solution", "coupon-cart", "--lang", lang]) == 0
            assert word in capsys.readouterr().out

    @pytest.mark.parametrize("language", ["python", "java", "cpp", "javascript"])
    def test_a_file_to_begin_with_names_its_problem(
        self, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert run(["problems", "start", "coupon-cart", "--language", language]) == 0
        [file] = tmp_path.glob("coupon_cart.*")
        assert "jobcoach: problem=coupon-cart" in file.read_text().splitlines()[0]
        assert "solution" in file.read_text()

    def test_a_file_that_is_there_stays(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "coupon_cart.py").write_text("mine")
        assert run(["problems", "start", "coupon-cart"]) == 2
        assert "already" in capsys.readouterr().err
        assert (tmp_path / "coupon_cart.py").read_text() == "mine"

    def test_what_is_missing_is_told(self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        new_problem(jobcoach_home / "problems", "sum", "Sum of two")
        for command, word in (("hint", "no hints"), ("solution", "no editorial"), ("start", "a program")):
            assert run(["problems", command, "sum"]) == 2
            assert word in capsys.readouterr().err

    def test_show_names_the_function_and_the_hints(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "show", "coupon-cart"]) == 0
        out = capsys.readouterr().out
        assert "def solution(budget: int, items: list[list[int]]) -> int:" in out
        assert "jobcoach problems hint coupon-cart" in out

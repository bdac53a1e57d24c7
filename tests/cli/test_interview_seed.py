"""``--seed``: the same questions in the same order, whatever was asked before."""

import json

from jobcoach.cli.main import run


def asked(capsys, tmp_path, *argv):
    answers = tmp_path / "answers"
    answers.write_text("A.\n---\nB.\n---\nC.", encoding="utf-8")
    argv = ["interview", "--offline", "--topic", "os", "-n", "3", "--answers", str(answers), "--json", *argv]
    assert run(argv) == 0
    return [each["id"] for each in json.loads(capsys.readouterr().out)["questions"]]


def test_a_seed_asks_the_same_again_and_without_one_other_questions_come(capsys, tmp_path):
    first = asked(capsys, tmp_path, "--seed", "5")
    assert asked(capsys, tmp_path, "--seed", "5") == first
    assert not set(asked(capsys, tmp_path)) & set(first)

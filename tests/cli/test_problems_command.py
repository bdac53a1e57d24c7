"""``jobcoach problems`` from end to end."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from jobcoach.cli.main import run
from jobcoach.judge.importers.new import new_problem


@pytest.fixture
def package(jobcoach_home: Path) -> Path:
    """A problem of the user's own: the sum of two numbers."""
    return new_problem(jobcoach_home / "problems", "sum", "Sum of two", title_ko="두 수의 합")


@pytest.fixture
def alone(jobcoach_home: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, and no shipped problem."""
    monkeypatch.setenv("JOBCOACH_PROBLEMS__PATH", str(jobcoach_home / "problems"))
    return package


def document(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    value: dict[str, object] = json.loads(capsys.readouterr().out)
    return value


def verify(*argv: str) -> int:
    return run(["problems", "verify", "--sandbox", "process", *argv])


class TestList:
    def test_shipped_problems_and_the_users_own(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["problems", "list"]) == 0
        out = capsys.readouterr().out
        assert "search-trends" in out
        assert "Sum of two" in out

    def test_by_topic_and_difficulty(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "list", "--topic", "HASH", "--json"]) == 0
        listed = document(capsys)["problems"]
        assert isinstance(listed, list)
        assert listed
        assert all("hash" in each["topics"] for each in listed)
        assert run(["problems", "list", "--topic", "no such topic"]) == 0
        printed = capsys.readouterr()
        assert (printed.out, printed.err) == ("", "no problem matches\n")

    def test_what_was_solved_is_marked(
        self, alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        source = tmp_path / "sum.py"
        states = []
        for text in (None, "print(1)", (alone / "submissions/accepted/solution.py").read_text()):
            if text is not None:
                source.write_text(text)
                run(["judge", str(source), "--sandbox", "process", "-q"])
                capsys.readouterr()
            run(["problems", "list", "--json"])
            [listed] = document(capsys)["problems"]  # type: ignore[misc]  # a plain JSON value
            states.append(listed["solved"])
        assert states == [None, False, True]

    def test_broken_package_is_listed_with_its_fault(
        self, alone: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (alone / "problem.yaml").write_text("name: [")
        assert run(["problems", "list"]) == 0
        assert "problem.yaml:2" in capsys.readouterr().out


class TestShow:
    def test_statement_samples_and_limits_in_both_languages(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["problems", "show", "sum"]) == 0
        english = capsys.readouterr().out
        assert english.startswith("Sum of two\n")
        assert "limits: 1 s, 256 MiB" in english
        assert "│ 7" in english
        assert run(["problems", "show", "sum", "--lang", "ko"]) == 0
        korean = capsys.readouterr().out
        assert korean.startswith("두 수의 합\n")
        assert "난이도: *" in korean
        assert english != korean

    def test_an_interactive_sample_is_the_conversation(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "show", "hidden-summit"]) == 0
        shown = capsys.readouterr().out
        rows = [line.split("│") for line in shown[shown.index("sample/1") :].splitlines() if "│" in line]
        assert [(read.strip(), written.strip()) for read, written in rows[1:4]] == [
            ("5", ""),
            ("", "? 3"),
            ("3000", ""),
        ]
        assert "5 3 700 400 3000 0" not in shown

    def test_markdown_is_rendered_and_hostile_text_is_not_obeyed(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        statement = "# Title\n\n**bold** [click](http://e.example)\x1b[31m \u202e\n\n![img](x.png)\n"
        (package / "statement/problem.en.md").write_text(statement)
        assert run(["problems", "show", "sum"]) == 0
        out = capsys.readouterr().out
        assert "bold" in out
        assert "**" not in out
        assert "\x1b" not in out
        assert "\u202e" not in out

    def test_constants_are_filled_into_statements(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings = package / "problem.yaml"
        settings.write_text(settings.read_text() + "constants: {most: {value: 77, tex: LXXVII}}\n")
        (package / "statement/problem.en.md").write_text("At most {{most}}.\n")
        assert run(["problems", "show", "sum"]) == 0
        assert "At most 77." in capsys.readouterr().out
        (package / "statement/problem.en.md").unlink()
        (package / "statement/problem.en.tex").write_text("At most \\constant{most.tex} or {{most}}.\n")
        assert run(["problems", "show", "sum"]) == 0
        assert "At most LXXVII or 77." in capsys.readouterr().out

    def test_statement_in_another_language_or_none_at_all(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (package / "statement/problem.ko.md").unlink()
        assert run(["problems", "show", "sum", "--lang", "ko", "--json"]) == 0
        assert document(capsys)["language"] == "en"
        (package / "statement/problem.en.md").rename(package / "statement/problem.en.pdf")
        assert run(["problems", "show", "sum"]) == 0
        assert "problem.en.pdf" in capsys.readouterr().out
        shutil.rmtree(package / "statement")
        assert run(["problems", "show", "sum"]) == 0
        assert "This problem has no statement." in capsys.readouterr().out

    def test_unknown_problem(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "show", "search-trend"]) == 2
        assert "did you mean search-trends" in capsys.readouterr().err


class TestVerify:
    def test_sound_package(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verify(str(package)) == 0
        printed = capsys.readouterr()
        assert printed.out.splitlines()[0] == "ok      sum · time limit 1 s"
        assert printed.out.splitlines()[-1] == "1 problem · 2 submissions · all as expected"
        assert "verified 2 of 2 submissions" in printed.err

    def test_all_problems_there_are_by_id_and_as_json(
        self, alone: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for argv in ([], ["sum"]):
            assert verify(*argv, "--json", "--quiet") == 0
            printed = capsys.readouterr()
            assert printed.err == ""
            [problem] = json.loads(printed.out)["problems"]
            assert (problem["id"], problem["ok"], problem["errors"]) == ("sum", True, [])
            assert [
                {key: each[key] for key in ("path", "expected", "verdict", "ok")}
                for each in problem["submissions"]
            ] == [
                {
                    "path": "submissions/accepted/solution.py",
                    "expected": ["AC"],
                    "verdict": "AC",
                    "ok": True,
                },
                {
                    "path": "submissions/wrong_answer/subtracts.py",
                    "expected": ["WA"],
                    "verdict": "WA",
                    "ok": True,
                },
            ]

    def test_unexpected_verdict_falls_short(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        right = (package / "submissions/accepted/solution.py").read_text()
        (package / "submissions/wrong_answer/right.py").write_text(right)
        assert verify("sum") == 1
        printed = capsys.readouterr().out
        assert "not ok  sum" in printed
        assert "  NO  wrong_answer/right.py" in printed

    def test_broken_package_is_told_and_the_others_go_on(
        self, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        broken = tmp_path / "broken"
        shutil.copytree(package, broken)
        (broken / "problem.yaml").write_text("name: [")
        assert verify(str(broken), str(package), "--json") == 1
        first, second = document(capsys)["problems"]  # type: ignore[misc]  # a plain JSON value
        assert (first["id"], first["ok"]) == ("broken", False)
        assert first["errors"][0].startswith("problem.yaml:2")
        assert (second["id"], second["ok"]) == ("sum", True)

    def test_what_is_no_package_is_told_and_an_id_goes_before_a_folder_of_its_name(
        self,
        package: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "sum").mkdir()
        (tmp_path / "README.md").write_text("problems of mine")
        assert verify("README.md", "sum", "--json") == 1
        first, second = document(capsys)["problems"]  # type: ignore[misc]  # a plain JSON value
        assert (first["id"], first["ok"]) == ("README.md", False)
        assert (second["id"], second["ok"]) == ("sum", True)

    def test_verdicts_are_kept_apart_from_the_history(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verify("sum") == 0
        run(["problems", "show", "sum", "--json"])
        assert '"solved": null' in capsys.readouterr().out
        run(["history", "--json"])
        assert document(capsys)["judgements"] == []

    def test_changed_submission_is_judged_anew(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verify("sum") == 0
        (package / "submissions/accepted/solution.py").write_text("print(1)")
        assert verify("sum") == 1

    def test_unknown_id_is_wrong_usage(self, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert verify("sun") == 2
        assert "did you mean sum" in capsys.readouterr().err


class TestNew:
    def test_skeleton_is_found_and_sound(
        self, jobcoach_home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["problems", "new", "my-first", "--title", "첫 문제", "--lang", "ko"]) == 0
        printed = capsys.readouterr()
        assert printed.out == f"{jobcoach_home}/problems/my-first\n"
        assert "jobcoach problems verify" in printed.err
        assert run(["problems", "show", "my-first", "--lang", "ko"]) == 0
        assert capsys.readouterr().out.startswith("첫 문제\n")

    def test_elsewhere_and_as_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["problems", "new", "a", "--to", str(tmp_path / "mine"), "--json"]) == 0
        assert document(capsys) == {
            "format": "jobcoach.new-problem/1",
            "id": "a",
            "path": str(tmp_path / "mine/a"),
        }

    def test_what_is_there_is_never_overwritten(
        self, package: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["problems", "new", "sum"]) == 2
        assert "exists already" in capsys.readouterr().err


class TestImport:
    @pytest.fixture
    def pairs(self, tmp_path: Path) -> Path:
        archive = tmp_path / "Old Pairs.zip"
        with zipfile.ZipFile(archive, "w") as bundle:
            for number in (1, 2):
                bundle.writestr(f"{number}.in", f"{number}\n")
                bundle.writestr(f"{number}.out", f"{number}\n")
        return archive

    def test_zip_of_pairs_can_be_judged(
        self, pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["problems", "import", str(pairs)]) == 0
        assert "imported old-pairs" in capsys.readouterr().out
        (tmp_path / "old_pairs.py").write_text("print(input())")
        assert run(["judge", str(tmp_path / "old_pairs.py"), "--sandbox", "process", "-q"]) == 0

    def test_id_destination_and_replacement(
        self, pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        argv = ["problems", "import", str(pairs), "--id", "mine", "--to", str(tmp_path / "to"), "--json"]
        assert run(argv) == 0
        imported = document(capsys)
        assert (imported["id"], imported["path"]) == ("mine", str(tmp_path / "to/mine"))
        assert run(argv) == 2
        assert "--replace" in capsys.readouterr().err
        assert run([*argv, "--replace"]) == 0

    def test_what_is_no_problem(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "notes.txt").write_text("hello")
        assert run(["problems", "import", str(tmp_path / "notes.txt")]) == 2
        assert "cannot be imported" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("command", ["list", "show", "new", "verify", "import"])
def test_every_option_is_explained(command: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["problems", command, "--help", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    options = [line for line in lines if line.startswith("  -")]
    # An explanation stands beside its option, or on the line below a long one.
    bare = [
        line
        for line in options
        if len(line.split("  ")) < 3 and not lines[lines.index(line) + 1].startswith("     ")
    ]
    assert bare == []


def test_without_an_engine_nothing_is_called_as_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/none.sock")
    assert run(["problems", "verify", "search-trends"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "no Docker engine found" in said.err

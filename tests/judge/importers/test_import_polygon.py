"""Polygon packages: tests, points, checkers, statements and solutions."""

from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.checkers.flags import parse_token_rules
from jobcoach.judge.importers import import_package
from jobcoach.judge.importers.polygon.checkers import STANDARD_CHECKERS
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import Aggregation, ValidatorKind
from jobcoach.judge.package.scoring import tests_below as every_test
from jobcoach.judge.verdicts import Verdict

Files = dict[str, str | bytes]


def description(
    tests: str, *, checker: str = '<checker name="std::wcmp.cpp" type="testlib"/>', groups: str = ""
) -> str:
    return f"""<?xml version="1.0" encoding="utf-8" standalone="no"?>
<problem revision="3" short-name="a-plus-b" url="https://polygon.example/p1/a-plus-b">
  <names><name language="english" value="A plus B"/><name language="korean" value="에이 더하기 비"/></names>
  <judging cpu-name="x" cpu-speed="1" input-file="" output-file="">
    <testset name="tests">
      <time-limit>1500</time-limit><memory-limit>268435456</memory-limit>
      <test-count>{tests.count("<test ")}</test-count>
      <input-path-pattern>tests/%02d</input-path-pattern><answer-path-pattern>tests/%02d.a</answer-path-pattern>
      <tests>{tests}</tests>{groups}
    </testset>
  </judging>
  <assets>
    {checker}
    <solutions>
      <solution tag="main"><source path="solutions/main.cpp" type="cpp.g++17"/></solution>
      <solution tag="wrong-answer"><source path="solutions/wa.py" type="python.3"/></solution>
      <solution tag="time-limit-exceeded-or-accepted">
        <source path="solutions/slow.py" type="python.3"/></solution>
      <solution tag="do-not-run"><source path="solutions/odd.py" type="python.3"/></solution>
    </solutions>
  </assets>
  <tags><tag value="math"/></tags>
</problem>
"""


PLAIN = '<test method="manual" sample="true"/><test method="generated" cmd="gen 1"/>'


@pytest.fixture
def files() -> Files:
    found: Files = {"problem.xml": description(PLAIN), "statement-sections/english/name.tex": "A plus B"}
    for number in range(1, 7):
        found[f"tests/{number:02d}"] = f"{number}\n"
        found[f"tests/{number:02d}.a"] = f"{number * 2}\n"
    for section in ("legend", "input", "output"):
        found[f"statement-sections/english/{section}.tex"] = f"The {section}."
        found[f"statement-sections/korean/{section}.tex"] = f"{section} 설명."
    for name in ("main.cpp", "wa.py", "slow.py", "odd.py"):
        found[f"solutions/{name}"] = "x"
    return found


def test_a_plain_problem(make_folder, destination: Path, files: Files) -> None:
    made = import_package(make_folder("download", files), destination)
    problem = load_problem(made.path)
    assert (made.path.name, made.format) == ("a-plus-b", "polygon")
    assert problem.names == {"en": "A plus B", "ko": "에이 더하기 비"}
    assert (problem.limits.time_limit_seconds, problem.limits.memory_bytes) == (1.5, 256 << 20)
    assert problem.keywords == ("math",)
    assert [(t.name, t.input_path.read_text()) for t in every_test(problem.data)] == [
        ("sample/1", "1\n"),
        ("secret/2", "2\n"),
    ]
    assert all(test.validator_flags == ("case_sensitive",) for test in every_test(problem.data))
    assert problem.statements["en"].read_text().startswith("\\problemname{A plus B}\n\nThe legend.")
    expected = {s.path.removeprefix("submissions/"): s for s in problem.submissions}
    assert expected["accepted/main.cpp"].uses_for_time_limit
    assert Verdict.WA in expected["wrong_answer/wa.py"].expected
    assert expected["slow_or_accepted/slow.py"].expected == {Verdict.AC, Verdict.TLE}
    assert made.warnings == ("solutions/odd.py: left out, its tag 'do-not-run' promises nothing",)


def test_an_id_of_the_users_own(make_folder, destination: Path, files: Files) -> None:
    assert import_package(make_folder("x", files), destination, problem_id="mine").path.name == "mine"


def test_groups_with_points(make_folder, destination: Path, files: Files) -> None:
    tests = (
        '<test method="manual" sample="true" group="0"/>'
        '<test method="manual" group="1" points="20.0"/><test method="manual" group="1" points="0.0"/>'
        '<test method="manual" group="2" points="30.0"/><test method="manual" group="2" points="30.0"/>'
        '<test method="manual" group="2" points="20.0"/>'
    )
    groups = (
        '<groups><group name="0" points-policy="complete-group"/>'
        '<group name="1" points-policy="complete-group">'
        '<dependencies><dependency group="0"/></dependencies></group>'
        '<group name="2" points-policy="each-test">'
        '<dependencies><dependency group="1"/></dependencies></group></groups>'
    )
    files["problem.xml"] = description(tests, groups=groups)
    problem = load_problem(import_package(make_folder("x", files), destination).path)
    assert (problem.scoring, problem.maximum_points) == (True, 100.0)
    secret = next(group for group in problem.data.groups if group.name == "secret")
    assert [(g.name, len(g.tests), g.aggregation, g.max_points, g.requires) for g in secret.groups] == [
        ("secret/2-1", 2, Aggregation.PASS_FAIL, 20.0, ("sample",)),
        ("secret/4-2-30pt", 2, Aggregation.SUM, 60.0, ("secret/2-1",)),
        ("secret/6-2-20pt", 1, Aggregation.SUM, 20.0, ("secret/2-1",)),
    ]


CHECKER = '<checker type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker>'
STANDARD = (
    '<checker name="std::{}.cpp" type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker>'
)


def test_a_testlib_checker(make_folder, destination: Path, files: Files) -> None:
    files["problem.xml"] = description(PLAIN, checker=CHECKER)
    files["files/check.cpp"] = '#include "testlib.h"\n#include "own.h"\n#include <vector>\n'
    files["files/testlib.h"], files["files/own.h"] = '#include "nowhere.h"\n', "x"
    problem = load_problem(import_package(make_folder("x", files), destination).path)
    assert problem.validator is ValidatorKind.TESTLIB
    assert problem.validator_program is not None
    assert [str(file) for file in problem.validator_program.files] == ["check.cpp", "own.h", "testlib.h"]


@pytest.mark.parametrize(
    ("checker", "extra", "said"),
    [
        (CHECKER, {"files/check.cpp": '#include "testlib.h"\n'}, "The checker needs testlib.h, which is not"),
        (CHECKER, {}, "The checker files/check.cpp is not in the archive"),
        (CHECKER.replace(".cpp", ".pas"), {"files/check.pas": "x"}, "only C++ with testlib.h"),
        (CHECKER.replace("files/", "../../"), {}, "is not in the archive"),
    ],
)  # fmt: skip
def test_checkers_that_cannot_be_had(
    make_folder, destination: Path, files: Files, checker: str, extra: Files, said: str
) -> None:
    files["problem.xml"] = description(PLAIN, checker=checker)
    with pytest.raises(InputError) as caught:
        import_package(make_folder("x", files | extra), destination)
    assert said in str(caught.value)


def test_standard_checkers(make_folder, destination: Path, files: Files) -> None:
    files["problem.xml"] = description(PLAIN, checker=STANDARD.format("rcmp6"))
    folder = make_folder("x", files)
    by_flags = load_problem(import_package(folder, destination).path)
    assert by_flags.validator is ValidatorKind.DEFAULT
    assert next(every_test(by_flags.data)).validator_flags == ("float_tolerance", "1e-6")
    # With its source at hand, the checker itself is exact.
    (folder / "files").mkdir()
    (folder / "files/check.cpp").write_text('#include "testlib.h"\n')
    (folder / "files/testlib.h").write_text("")
    exact = load_problem(import_package(folder, destination, problem_id="exact").path)
    assert exact.validator is ValidatorKind.TESTLIB
    for checker in STANDARD_CHECKERS.values():
        parse_token_rules(checker.flags)


def test_an_interactor(make_folder, destination: Path, files: Files) -> None:
    interactor = '<interactor><source path="files/inter.cpp" type="cpp.g++17"/></interactor>'
    files["problem.xml"] = description(PLAIN, checker=interactor)
    files["files/inter.cpp"], files["files/testlib.h"] = '#include "testlib.h"\n', ""
    problem = load_problem(import_package(make_folder("x", files), destination).path)
    assert (problem.interactive, problem.validator) == (True, ValidatorKind.TESTLIB)
    assert problem.log_checker is None


def test_a_checker_after_the_interactor(make_folder, destination: Path, files: Files) -> None:
    programs = (
        '<checker type="testlib"><source path="check.cpp" type="cpp.g++17"/></checker>'
        '<interactor><source path="files/inter.cpp" type="cpp.g++17"/></interactor>'
    )
    files["problem.xml"] = description(PLAIN, checker=programs)
    files["files/inter.cpp"] = files["check.cpp"] = '#include "testlib.h"\n'
    files["files/testlib.h"] = ""
    made = import_package(make_folder("x", files), destination)
    problem = load_problem(made.path)
    assert problem.log_checker is not None
    assert [path.name for path in problem.log_checker.files] == ["check.cpp", "testlib.h"]
    (made.path / "log_checker/check.cpp").write_text("int main() {}")
    assert load_problem(made.path).version != problem.version


def test_a_rejected_solution_of_a_problem_with_points_lacks_some(
    make_folder, destination: Path, files: Files
) -> None:
    tests = '<test sample="true"/><test group="1" points="60"/><test group="1" points="40"/>'
    files["problem.xml"] = description(tests).replace('tag="wrong-answer"', 'tag="rejected"')
    problem = load_problem(import_package(make_folder("x", files), destination).path)
    [partial] = [each for each in problem.submissions if each.path.endswith("wa.py")]
    assert partial.expected == set(Verdict) - {Verdict.CE, Verdict.JE}
    assert partial.points is not None
    assert partial.points[1] < 100.0


def test_tests_left_to_a_script(make_folder, destination: Path, files: Files) -> None:
    del files["tests/02"]
    with pytest.raises(InputError) as caught:
        import_package(make_folder("x", files), destination)
    assert str(caught.value).startswith("Tests are not in the archive: 2; a script generates them")
    assert "build the full package" in caught.value.mend


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<problem>", "no element found"),
        ('<!DOCTYPE p [<!ENTITY a "aaaa">]><problem>&a;</problem>', "DTDForbidden"),
        ("<problem/>", "names no tests"),
        (description(PLAIN).replace("%02d", "%s%n"), "must hold one number"),
        (description(PLAIN).replace("%02d", "%0999999999d"), "must hold one number"),
        (description(PLAIN).replace("%02d", "/etc/%02d"), "Tests are not in the archive"),
        (description(PLAIN).replace("%02d", "../%02d"), "are not in the archive"),
        (description(PLAIN).replace(">1500<", ">soon<"), "time-limit must be a number"),
        (description(PLAIN).replace("<test-count>2<", "<test-count>999999<"), "test-count must be from 1"),
    ],
)
def test_hostile_descriptions(make_folder, destination: Path, files: Files, xml: str, said: str) -> None:
    files["problem.xml"] = xml
    with pytest.raises(InputError) as caught:
        import_package(make_folder("x", files), destination)
    assert said in str(caught.value)

"""Which problem a submission is for, by comment, package, file name and folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import Found
from jobcoach.judge.submissions.match_problem import match_problem, problem_hint

KNOWN = {"two-sum", "k-largest", "인기검색어"}


def at(path: str) -> Found:
    file = Path("/submissions-of-today") / path
    return Found(str(file), "python", file.parent, (Path(file.name),))


@pytest.mark.parametrize(
    "line",
    [
        "# jobcoach: problem=two-sum",
        "// jobcoach: problem=two-sum",
        "/* jobcoach: problem=two-sum */",
        " * jobcoach: problem = two-sum",
        "-- jobcoach: problem=two-sum",
        '"""jobcoach: problem="two-sum"',
        "<!-- jobcoach: problem=two-sum-->"[:-3] + " -->",
        "\ufeff# jobcoach:problem=two-sum\r",
        "\n\n#!shebang\n# jobcoach: problem=two-sum",
    ],
)
def test_comment_of_any_style_names_the_problem(line: str) -> None:
    assert problem_hint([f"{line}\nprint(1)\n".encode()]) == "two-sum"


@pytest.mark.parametrize(
    "text",
    [
        b"print('jobcoach: problem=two-sum')",
        b"\n" * 20 + b"# jobcoach: problem=two-sum",
        b"# jobcoach: problem=../../etc",
        b"# jobcoach: problem=",
        b"# jobcoach problem=two-sum",
        b"\xff\xfe\x00\x80",
    ],
)
def test_what_is_no_such_comment(text: bytes) -> None:
    assert problem_hint([text]) is None


def test_comment_is_found_in_other_encodings() -> None:
    assert problem_hint(["# 두 수의 합\n# jobcoach: problem=two-sum\n".encode("cp949")]) == "two-sum"


@given(st.binary(max_size=200))
def test_no_source_stops_the_search(head: bytes) -> None:
    hint = problem_hint([head])
    assert hint is None or "/" not in hint


@pytest.mark.parametrize(
    "path",
    [
        "two-sum.py",
        "two_sum.py",
        "TwoSum.java",
        "two-sum/kim.py",
        "two-sum/kim/solution.py",
        "two-sum/kim/week1/solution.py",
        "k-largest/two-sum.py",
    ],
)
def test_names_of_file_and_folders_tell(path: str) -> None:
    assert match_problem(at(path), [b""], KNOWN) == "two-sum"


def test_decomposed_hangul_of_a_file_name_is_composed() -> None:
    assert match_problem(at("\u110b\u1175\u11ab\u1100\u1175검색어.py"), [b""], KNOWN) == "인기검색어"


def test_comment_goes_before_names() -> None:
    assert match_problem(at("k-largest.py"), [b"# jobcoach: problem=two_sum"], KNOWN) == "two-sum"


def test_comment_never_names_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil/problem.yaml").write_text("")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="unknown problem 'evil'"):
        match_problem(at("two-sum.py"), [b"# jobcoach: problem=evil"], KNOWN)


def test_unknown_id_in_a_comment_gets_close_names() -> None:
    with pytest.raises(InputError, match="close names are two-sum"):
        match_problem(at("a.py"), [b"# jobcoach: problem=two-sums"], KNOWN)


def test_file_of_a_package_finds_its_package(tmp_path: Path) -> None:
    package = tmp_path / "two-sum-draft"
    folder = package / "submissions/accepted"
    folder.mkdir(parents=True)
    (package / "problem.yaml").write_text("")
    found = Found("x.py", "python", folder, (Path("x.py"),))
    assert match_problem(found, [b""], KNOWN) == str(package)


def test_ambiguous_spelling_names_nothing() -> None:
    with pytest.raises(InputError):
        match_problem(at("twosum.py"), [b""], {"two-sum", "two_sum"})


def test_close_names_are_told() -> None:
    with pytest.raises(InputError, match="close names are two-sum") as raised:
        match_problem(at("two-sun.py"), [b""], KNOWN)
    assert "--problem" in raised.value.mend


def test_standard_input_needs_a_comment() -> None:
    found = Found("-", "python", Path(), (Path("main.py"),), content=b"")
    with pytest.raises(InputError, match="standard input has no name"):
        match_problem(found, [b"print(1)"], {"main"})
    assert match_problem(found, [b"# jobcoach: problem=main"], {"main"}) == "main"

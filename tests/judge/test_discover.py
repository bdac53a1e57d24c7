"""Which submissions paths hold: the rule of ``discover.py``, case by case."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import Found, Unusable, chosen_language, find_submissions


def no_input() -> bytes:
    raise AssertionError("standard input was read without being asked for")


def find(*paths: Path | str, language: str | None = None) -> list[Found | Unusable]:
    return find_submissions([str(path) for path in paths], language_name=language, standard_input=no_input)


def tree(root: Path, *names: str) -> Path:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return root


def found_below(root: Path, language: str | None = None) -> dict[str, str]:
    """Path below the root -> language, all of them usable."""
    items = find(root, language=language)
    assert all(isinstance(item, Found) for item in items)
    return {os.path.relpath(item.path, root): item.language for item in items if isinstance(item, Found)}


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a.py", "python"),
        ("a.c", "c"),
        ("a.C", "cpp"),
        ("a.cc", "cpp"),
        ("A.java", "java"),
        ("a.mjs", "javascript"),
    ],
)
def test_extension_tells_the_language(tmp_path: Path, name: str, language: str) -> None:
    [item] = find(tree(tmp_path, name) / name)
    assert isinstance(item, Found)
    assert (item.language, item.base, item.files) == (language, tmp_path, (Path(name),))


def test_language_option_goes_before_the_extension(tmp_path: Path) -> None:
    [item] = find(tree(tmp_path, "a.txt") / "a.txt", language="c++")
    assert isinstance(item, Found)
    assert item.language == "cpp"


def test_every_source_of_a_folder_is_a_submission_in_order_of_names(tmp_path: Path) -> None:
    tree(tmp_path, "b.py", "a.cpp", "README.md", "two-sum/kim.py", "two-sum/lee.py", "two-sum/notes.txt")
    assert list(found_below(tmp_path)) == ["a.cpp", "b.py", "two-sum/kim.py", "two-sum/lee.py"]


def test_folder_with_a_main_file_and_one_language_is_one_submission(tmp_path: Path) -> None:
    tree(tmp_path, "kim/main.cpp", "kim/graph.cpp", "kim/graph.hpp", "kim/notes.txt", "kim/lib/heap.cpp")
    [item] = find(tmp_path)
    assert isinstance(item, Found)
    assert item.path == f"{tmp_path}/kim"
    assert item.base == tmp_path / "kim"
    assert [str(file) for file in item.files] == ["graph.cpp", "graph.hpp", "lib/heap.cpp", "main.cpp"]


def test_folder_with_a_main_file_and_two_languages_is_searched(tmp_path: Path) -> None:
    tree(tmp_path, "kim/main.py", "kim/helper.py", "kim/main.cpp")
    assert list(found_below(tmp_path)) == ["kim/helper.py", "kim/main.cpp", "kim/main.py"]


def test_lonely_main_file_is_a_file(tmp_path: Path) -> None:
    tree(tmp_path, "two-sum/Main.java")
    assert list(found_below(tmp_path)) == ["two-sum/Main.java"]


def test_language_option_picks_files_in_folders(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "a.cpp", "b/main.py", "b/x.py", "b/main.cpp")
    assert found_below(tmp_path, "python") == {"a.py": "python", "b": "python"}


def test_of_a_package_only_submissions_are_searched(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "two-sum/problem.yaml",
        "two-sum/generators/make.py",
        "two-sum/output_validators/check.cpp",
        "two-sum/submissions/accepted/Main.java",
        "two-sum/submissions/accepted/Other.java",
        "two-sum/submissions/wrong_answer/set/main.py",
        "two-sum/submissions/wrong_answer/set/tools.py",
    )
    assert list(found_below(tmp_path)) == [
        "two-sum/submissions/accepted/Main.java",
        "two-sum/submissions/accepted/Other.java",
        "two-sum/submissions/wrong_answer/set",
    ]


def test_folder_of_an_expected_verdict_is_never_one_submission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "p/problem.yaml", "p/submissions/accepted/main.py", "p/submissions/accepted/other.py")
    monkeypatch.chdir(tmp_path / "p/submissions/accepted")
    assert [item.path for item in find(".")] == ["./main.py", "./other.py"]


def test_hidden_files_and_build_outputs_are_passed_over(tmp_path: Path) -> None:
    tree(
        tmp_path, "a.py", ".git/x.py", ".hidden.py", "__pycache__/a.py", "target/B.java", "node_modules/c.js"
    )
    assert list(found_below(tmp_path)) == ["a.py"]


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tree(tmp_path / "elsewhere", "secret.py", "deep/other.py")
    folder = tree(tmp_path / "folder", "a.py")
    (folder / "link.py").symlink_to(secret / "secret.py")
    (folder / "linked").symlink_to(secret, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert list(found_below(folder)) == ["a.py"]


def test_named_link_is_followed(tmp_path: Path) -> None:
    tree(tmp_path, "a.py")
    (tmp_path / "link.py").symlink_to(tmp_path / "a.py")
    [item] = find(tmp_path / "link.py")
    assert isinstance(item, Found)
    assert item.named


def test_what_is_given_twice_is_judged_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "b.py")
    assert [Path(item.path).name for item in find(tmp_path / "b.py", tmp_path)] == ["b.py", "a.py"]


def test_standard_input_takes_the_language_from_the_option() -> None:
    [item] = find_submissions(["-"], language_name="java", standard_input=lambda: b"class Main {}")
    assert isinstance(item, Found)
    assert (item.path, item.files, item.content) == ("-", (Path("Main.java"),), b"class Main {}")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing.py", "there is no such file or folder"),
        ("notes.txt", "the language of"),
        ("empty", "nothing to judge in"),
        ("pipe", "neither a file nor a folder"),
        ("nul\0.py", "null"),
        ("a.py/b.py", "cannot read"),
        ("loop.py", "cannot read"),
        ("-", "the language of standard input is unknown"),
    ],
)
def test_unusable_path_is_told_and_the_others_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, told: str
) -> None:
    monkeypatch.chdir(tree(tmp_path, "a.py", "notes.txt"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.py").symlink_to("loop.py")
    os.mkfifo(tmp_path / "pipe")
    bad, good = find(path, "a.py")
    assert isinstance(bad, Unusable)
    assert told in str(bad.error)
    assert isinstance(good, Found)


def test_unreadable_folder_inside_a_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a.py", "locked/b.py")
    real = os.scandir

    def refusing(path: Path) -> object:
        # Permissions do not stop root, who runs the suite in containers.
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    good, bad = find(tmp_path)
    assert isinstance(good, Found)
    assert isinstance(bad, Unusable)
    assert str(bad.error) == f"cannot read {tmp_path}/locked: permission denied"


def test_tree_deeper_than_any_sane_one_ends(tmp_path: Path) -> None:
    folder = tree(tmp_path, "a.py")
    deep = folder
    for _ in range(200):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "b.py").write_text("x")
    assert list(found_below(tmp_path)) == ["a.py"]


def test_unknown_language_is_an_error_of_usage(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown language 'cobol'"):
        find(tree(tmp_path, "a.py"), language="cobol")


@pytest.mark.parametrize(
    ("name", "language"), [("python", "python"), ("py", "python"), (".js", "javascript"), ("c++", "cpp")]
)
def test_language_by_id_or_extension(name: str, language: str) -> None:
    assert chosen_language(name).id == language


@given(st.lists(st.text(alphabet="ab/py\u00e9\ud55c\0 \udcff", max_size=8), max_size=4))
def test_no_path_stops_the_search(paths: list[str]) -> None:
    items = find_submissions([f"no-such-folder/{path}" for path in paths], standard_input=no_input)
    assert all(isinstance(item, Unusable) for item in items)


def test_an_empty_path_is_not_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree(tmp_path, "a.py"))
    [item] = find("")
    assert isinstance(item, Unusable)
    assert item.error.why == "there is no such file or folder"

"""Finding problems by id or folder, and listing them."""

from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.judge.package.catalog import find_problem, list_problems


@pytest.fixture
def roots(tmp_path: Path) -> tuple[Path, Path]:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for root, name, text in (
        (shipped, "two-sum", "problem_format_version: 2025-09\nname: {en: Two Sum, ko: 두 수}\n"
         "keywords: [hash, difficulty-1]\n"),
        (shipped, "maze", "name: Maze\nkeywords: bfs graph\n"),
        (shipped, "broken", "name: [\n"),
        (own, "maze", "problem_format_version: 2025-09\nname: My Maze\n"),
    ):  # fmt: skip
        (root / name).mkdir(parents=True)
        (root / name / "problem.yaml").write_text(text)
    (shipped / "notes").mkdir()
    (shipped / ".import-x").mkdir()
    (shipped / ".import-x" / "problem.yaml").write_text("")
    return own, shipped


def test_listing(roots: tuple[Path, Path], tmp_path: Path) -> None:
    listed = list_problems([*roots, tmp_path / "gone"])
    assert [(p.id, p.names, p.difficulty, p.keywords) for p in listed if not p.broken] == [
        ("maze", {"en": "My Maze"}, None, ()),
        ("two-sum", {"en": "Two Sum", "ko": "두 수"}, 1, ("hash",)),
    ]
    assert [(p.id, p.broken.startswith("problem.yaml:2: not valid YAML")) for p in listed if p.broken] == [
        ("broken", True)
    ]


def test_finding(roots: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    own, shipped = roots
    assert find_problem("maze", roots) == own / "maze"
    assert find_problem("two-sum", roots) == shipped / "two-sum"
    assert find_problem(str(shipped / "maze"), roots) == shipped / "maze"
    monkeypatch.chdir(shipped)
    assert find_problem("maze", roots) == Path("maze")


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("tow-sum", "There is no problem 'tow-sum': did you mean two-sum?"),
        ("zzz", "There is no problem 'zzz'"),
        ("../own", "There is no problem"),
        ("", "There is no problem"),
        ("a\0b", "There is no problem"),
    ],
)
def test_unknown_problems(roots: tuple[Path, Path], spec: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        find_problem(spec, roots)
    assert str(caught.value).startswith(said)
    assert "jobcoach problems list" in caught.value.mend


def test_a_folder_that_is_no_package(roots: tuple[Path, Path]) -> None:
    with pytest.raises(InputError, match=r"notes is not a problem package"):
        find_problem(str(roots[1] / "notes"), roots)

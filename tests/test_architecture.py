"""The arrows of the design hold, and the contracts that watch them would notice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SOURCES = REPOSITORY / "src" / "jobcoach"

MAX_LINES = 350


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_follow_the_arrows() -> None:
    done = lint_imports(REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("errors.py", "import jobcoach.resources", "Arrows point down"),
        ("reports/__init__.py", "import jobcoach.cli", "Arrows point down"),
        ("utils.py", "", "Arrows point down"),
        ("judge/verdicts.py", "import jobcoach.store", "Judging neither shows nor stores"),
        ("judge/verdicts.py", "import rich.table", "Judging neither shows nor stores"),
        ("judge/verdicts.py", "def late():\n    import langchain", "Judging neither shows nor stores"),
        ("store/__init__.py", "def late():\n    import langchain_openai", "Only llm knows LangChain"),
        ("cli/__init__.py", "import diskcache", "Only llm knows LangChain"),
        ("llm/__init__.py", "import jobcoach.store", "Arrows point down"),
        ("reports/__init__.py", "import sqlite3", "Only the store knows SQLite"),
        ("cli/__init__.py", "import sqlite_utils", "Only the store knows SQLite"),
        ("judge/verdicts.py", "from docker.errors import APIError", "Only the sandbox knows Docker"),
        ("reports/__init__.py", "import typer", "Only the command line parses"),
        ("store/__init__.py", "import rich", "Only the command line and the reports draw"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(
    tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    shutil.copytree(SOURCES, tmp_path / "src" / "jobcoach", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "src" / "jobcoach" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_every_source_file_fits_one_idea() -> None:
    lengths = {
        str(path.relative_to(REPOSITORY)): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCES.rglob("*.py")
    }
    assert "src/jobcoach/errors.py" in lengths
    assert {path: lines for path, lines in lengths.items() if lines > MAX_LINES} == {}

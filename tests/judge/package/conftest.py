"""Small packages on disk, written from a table of files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MakePackage = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def make_package(tmp_path: Path) -> MakePackage:
    """Writes files (path -> content) below a folder named ``sum``."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "sum"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make


@pytest.fixture
def newer() -> dict[str, str | bytes]:
    """A whole pass-fail package of format 2025-09."""
    return {
        "problem.yaml": "problem_format_version: 2025-09\nname: {en: Sum, ko: 더하기}\n"
        "keywords: [math, difficulty-2]\nlimits: {time_limit: 1.5, memory: 256}\n",
        "statement/problem.en.md": "Add.\n",
        "statement/problem.ko.md": "더하세요.\n",
        "data/sample/1.in": "1 2\n",
        "data/sample/1.ans": "3\n",
        "data/secret/1.in": "2 2\n",
        "data/secret/1.ans": "4\n",
        "data/secret/deep/2.in": "0 0\n",
        "data/secret/deep/2.ans": "0\n",
        "submissions/accepted/a.py": "print(sum(map(int, input().split())))\n",
    }


@pytest.fixture
def legacy() -> dict[str, str | bytes]:
    """A whole pass-fail package of the legacy format."""
    return {
        "problem.yaml": "validator_flags: float_tolerance 1e-6\nkeywords: math easy\n",
        "problem_statement/problem.en.tex": "\\problemname{Plain Sum}\nAdd.\n",
        "problem_statement/problem.ko.tex": "\\problemname{$\\Sigma$}\n%% plainproblemname: 더하기\n",
        "data/sample/1.in": "1 2\n",
        "data/sample/1.ans": "3\n",
        "data/secret/01.in": "2 2\n",
        "data/secret/01.ans": "4\n",
        "submissions/accepted/a.py": "print(sum(map(int, input().split())))\n",
    }

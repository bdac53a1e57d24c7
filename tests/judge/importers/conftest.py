"""Zips and folders as they come from elsewhere."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MakeZip = Callable[..., Path]
MakeFolder = Callable[[str, Mapping[str, str | bytes]], Path]


@pytest.fixture
def make_zip(tmp_path: Path) -> MakeZip:
    """Writes a zip of (name or ZipInfo, content) pairs."""

    def make(name: str, *entries: tuple[str | zipfile.ZipInfo, str | bytes]) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
            for entry, content in entries:
                bundle.writestr(entry, content)
        return path

    return make


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    """Writes files (path -> content) below a folder."""

    def make(name: str, files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / name
        for relative, content in files.items():
            path = root / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    """Where imported problems go."""
    return tmp_path / "problems"

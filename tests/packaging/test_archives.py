"""What the wheel and the sdist hold."""

import email.parser
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from clean_environments import REPOSITORY

import jobcoach


def shipped(folder: Path) -> Iterator[str]:
    """Files below a folder that are not made by running it."""
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(folder).as_posix()


@pytest.fixture(scope="session")
def wheel_names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="session")
def sdist_names(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}


@pytest.mark.parametrize("folder", ["prompts", "problems"])
def test_wheel_holds_the_data(wheel_names: set[str], folder: str) -> None:
    expected = {f"jobcoach/_data/{folder}/{file}" for file in shipped(REPOSITORY / folder)}
    assert expected
    assert expected <= wheel_names


def test_wheel_holds_all_of_the_package_and_nothing_else(wheel_names: set[str]) -> None:
    expected = {f"jobcoach/{file}" for file in shipped(REPOSITORY / "src/jobcoach")}
    assert "jobcoach/py.typed" in expected
    own = {
        name for name in wheel_names if not name.startswith("jobcoach/_data/") and ".dist-info/" not in name
    }
    assert own == expected


@pytest.mark.parametrize("folder", ["src", "tests", "prompts", "problems", "scripts"])
def test_sdist_holds_all_that_the_wheel_is_built_from(sdist_names: set[str], folder: str) -> None:
    expected = {f"{folder}/{file}" for file in shipped(REPOSITORY / folder)}
    assert expected <= sdist_names
    assert {"pyproject.toml", "README.md", "LICENSE"} <= sdist_names


def test_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = f"jobcoach-{jobcoach.__version__}.dist-info"
        metadata = email.parser.Parser().parsestr(archive.read(f"{info}/METADATA").decode())
        assert metadata["Version"] == jobcoach.__version__
        assert metadata["License-Expression"] == "MIT"
        assert "MIT License" in archive.read(f"{info}/licenses/LICENSE").decode()
        assert "jobcoach = jobcoach.cli.main:main" in archive.read(f"{info}/entry_points.txt").decode()

import sys
from pathlib import Path

import clean_environments
import pytest
from clean_environments import REPOSITORY, CleanEnvironment

BUILD = """
import os, sys
from hatchling import build
os.chdir(sys.argv[1])
build.build_sdist(sys.argv[2])
build.build_wheel(sys.argv[2])
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the sdist and the wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    clean_environments.run(sys.executable, "-c", BUILD, REPOSITORY, folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    return next(built.glob("*.tar.gz"))


@pytest.fixture
def environment(tmp_path: Path) -> CleanEnvironment:
    return clean_environments.create(tmp_path / "venv")


@pytest.fixture(scope="session")
def environment_with_wheel(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> CleanEnvironment:
    environment = clean_environments.create(tmp_path_factory.mktemp("wheel") / "venv")
    environment.pip_install(wheel)
    return environment

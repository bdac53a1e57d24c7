"""The shipped folders, found beside a copy of the module as each layout has it.

tests/packaging does the same with real installs.
"""

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from jobcoach import resources
from jobcoach.errors import EnvironmentMissing, InputError

REPOSITORY = Path(__file__).resolve().parents[1]


def module_copied_to(package: Path) -> ModuleType:
    package.mkdir(parents=True)
    source = shutil.copy(resources.__file__, package / "resources.py")
    spec = importlib.util.spec_from_file_location("copied_resources", source)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "pyproject.toml").write_text('[project]\nname = "jobcoach"\n')
    for name in ("prompts", "problems"):
        (root / name).mkdir()
    return root


def test_this_checkout_is_found() -> None:
    assert resources.prompts_folder() == REPOSITORY / "prompts"
    assert resources.problems_folder() == REPOSITORY / "problems"


@pytest.mark.parametrize("find", [resources.prompts_folder, resources.problems_folder])
def test_override_goes_first(find: Callable[[Path], Path], tmp_path: Path) -> None:
    assert find(tmp_path) == tmp_path


def test_override_may_begin_with_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine").mkdir()
    assert resources.problems_folder(Path("~/mine")) == tmp_path / "mine"


def test_missing_override_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder") as caught:
        resources.problems_folder(tmp_path / "absent")
    assert str(tmp_path / "absent") in caught.value.what
    assert caught.value.mend == "jobcoach config show"


def test_override_that_is_a_file_is_wrong_usage(tmp_path: Path) -> None:
    file = tmp_path / "problems"
    file.touch()
    with pytest.raises(InputError, match="not a folder"):
        resources.problems_folder(file)


def test_checkout_goes_before_packaged_copy(checkout: Path) -> None:
    module = module_copied_to(checkout / "src" / "jobcoach")
    (checkout / "src/jobcoach/_data/problems").mkdir(parents=True)
    assert module.problems_folder() == checkout / "problems"


@pytest.mark.parametrize(
    "pyproject",
    ['[project]\nname = "other"\n', "project = 1\n", "[project", None],
    ids=["other project", "project is no table", "broken", "none"],
)
def test_src_folder_of_another_project_is_no_checkout(checkout: Path, pyproject: str | None) -> None:
    (checkout / "pyproject.toml").unlink()
    if pyproject is not None:
        (checkout / "pyproject.toml").write_text(pyproject)
    package = checkout / "src" / "jobcoach"
    module = module_copied_to(package)
    (package / "_data" / "problems").mkdir(parents=True)
    assert module.problems_folder() == package / "_data" / "problems"


def test_installation_without_the_folder_says_how_to_mend_it(tmp_path: Path) -> None:
    module = module_copied_to(tmp_path / "site-packages" / "jobcoach")
    with pytest.raises(EnvironmentMissing, match="prompts folder is missing") as caught:
        module.prompts_folder()
    assert caught.value.exit_code == 3
    assert caught.value.mend.startswith("pip install")

"""prompts/ and problems/ are found from a wheel, an editable install and a checkout."""

from pathlib import Path

from clean_environments import REPOSITORY, CleanEnvironment

import jobcoach

FOLDERS = "resources.prompts_folder(), resources.problems_folder()"


def folders_below(root: Path) -> str:
    return f"{root / 'prompts'} {root / 'problems'}"


def test_wheel_uses_the_packaged_copy(environment: CleanEnvironment, wheel: Path) -> None:
    environment.pip_install(wheel)
    package = Path(environment.evaluate("jobcoach.__file__")).parent
    assert package.is_relative_to(environment.folder)
    assert environment.evaluate(FOLDERS) == folders_below(package / "_data")
    assert environment.evaluate("jobcoach.__version__") == jobcoach.__version__


def test_editable_install_uses_the_checkout(environment: CleanEnvironment) -> None:
    environment.pip_install("--editable", REPOSITORY)
    assert environment.evaluate("jobcoach.__file__") == str(REPOSITORY / "src/jobcoach/__init__.py")
    assert environment.evaluate(FOLDERS) == folders_below(REPOSITORY)


def test_checkout_needs_no_install(environment: CleanEnvironment) -> None:
    found = environment.evaluate(FOLDERS, PYTHONPATH=str(REPOSITORY / "src"))
    assert found == folders_below(REPOSITORY)


def test_checkout_goes_before_an_installed_wheel(environment: CleanEnvironment, wheel: Path) -> None:
    environment.pip_install(wheel)
    found = environment.evaluate(FOLDERS, PYTHONPATH=str(REPOSITORY / "src"))
    assert found == folders_below(REPOSITORY)

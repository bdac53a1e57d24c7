"""prompts/ and problems/ are found from a wheel, an editable install and a checkout."""

from pathlib import Path

from clean_environments import REPOSITORY, CleanEnvironment, run

import jobcoach

FOLDERS = "resources.prompts_folder(), resources.problems_folder()"


def folders_below(root: Path) -> str:
    return f"{root / 'prompts'} {root / 'problems'}"


def test_wheel_uses_the_packaged_copy(environment_with_wheel: CleanEnvironment) -> None:
    package = Path(environment_with_wheel.evaluate("jobcoach.__file__")).parent
    assert package.is_relative_to(environment_with_wheel.folder)
    assert environment_with_wheel.evaluate(FOLDERS) == folders_below(package / "_data")
    assert environment_with_wheel.evaluate("jobcoach.__version__") == jobcoach.__version__


def test_command_of_an_installed_wheel_tells_its_version(environment_with_wheel: CleanEnvironment) -> None:
    command = environment_with_wheel.folder / "bin" / "jobcoach"
    assert jobcoach.__version__ in run(command, "--version")


def test_editable_install_uses_the_checkout(environment: CleanEnvironment) -> None:
    environment.pip_install("--editable", REPOSITORY)
    assert environment.evaluate("jobcoach.__file__") == str(REPOSITORY / "src/jobcoach/__init__.py")
    assert environment.evaluate(FOLDERS) == folders_below(REPOSITORY)


def test_checkout_needs_no_install(environment: CleanEnvironment) -> None:
    found = environment.evaluate(FOLDERS, PYTHONPATH=str(REPOSITORY / "src"))
    assert found == folders_below(REPOSITORY)


def test_checkout_goes_before_an_installed_wheel(environment_with_wheel: CleanEnvironment) -> None:
    found = environment_with_wheel.evaluate(FOLDERS, PYTHONPATH=str(REPOSITORY / "src"))
    assert found == folders_below(REPOSITORY)

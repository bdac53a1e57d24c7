"""Where the shipped folders are: ``prompts/`` and ``problems/``.

They stand at the root of the repository. A wheel carries copies of them in
``jobcoach/_data/``, where an editable install and a checkout have none::

    checkout, editable install         wheel

    pyproject.toml                     jobcoach/
    problems/                            resources.py
    prompts/                             _data/
    src/jobcoach/resources.py              problems/
                                           prompts/
"""

import tomllib
from pathlib import Path

from jobcoach.errors import EnvironmentMissing, InputError

_PACKAGE = Path(__file__).resolve().parent


def prompts_folder(override: Path | None = None) -> Path:
    """The folder that holds one file a prompt; see :func:`problems_folder`."""
    return _folder("prompts", override)


def problems_folder(override: Path | None = None) -> Path:
    """The folder that holds one problem package a folder.

    ``override`` (from the settings) goes before the checkout that this module
    was imported from, and that before the copy in the installed package.

    Raises InputError if ``override`` is not a folder, EnvironmentMissing if
    the installation lacks the folder.
    """
    return _folder("problems", override)


def _folder(name: str, override: Path | None) -> Path:
    if override is not None:
        return _overridden(name, override)
    candidates = [_PACKAGE / "_data" / name]
    if (checkout := _checkout()) is not None:
        candidates.insert(0, checkout / name)
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise EnvironmentMissing(
        f"the {name} folder is missing from this installation",
        why=f"there is no {candidates[-1]}",
        mend="pip install --force-reinstall jobcoach",
    )


def _overridden(name: str, override: Path) -> Path:
    folder = override.expanduser()
    if not folder.is_dir():
        why = "it is not a folder" if folder.exists() else "there is no such folder"
        raise InputError(f"cannot use {override} as the {name} folder", why=why, mend="jobcoach config show")
    return folder


def _checkout() -> Path | None:
    """The repository that this very module lies in, else None.

    ``src/`` is not proof enough: any project may have installed its
    dependencies below a folder of that name.
    """
    if _PACKAGE.parent.name != "src":
        return None
    root = _PACKAGE.parent.parent
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    except (OSError, ValueError):
        return None
    return root if isinstance(project, dict) and project.get("name") == "jobcoach" else None

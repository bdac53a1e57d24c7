"""pyproject.toml: PEP 621, dependency groups, Poetry. https://packaging.python.org/en/latest/specifications/pyproject-toml/"""

import tomllib
from collections.abc import Iterator
from typing import Any

from jobcoach.portfolio.facts.manifests.lines import line_with
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import package_name, plain_version, read_requirement
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """All requirements, whoever's table they stand in, and the Python version."""
    try:
        document = tomllib.loads(source.text)
    except (ValueError, RecursionError):
        return
    project, poetry = _table(document.get("project")), _table(_table(document.get("tool")).get("poetry"))
    for text in _requirements(document, project):
        found = read_requirement(text)
        if found is not None:
            yield Declared("pypi", *found, line_with(source.lines, text))
    for name, version in _poetry(poetry):
        line = line_with(source.lines, name, version if isinstance(version, str) else "")
        if name == "python":
            yield Declared("runtime", "python", plain_version(version), line)
        else:
            yield Declared("pypi", package_name(name), plain_version(version), line)
    if version := plain_version(project.get("requires-python")):
        yield Declared("runtime", "python", version, line_with(source.lines, "requires-python"))


def _requirements(document: dict[str, Any], project: dict[str, Any]) -> Iterator[str]:
    groups = [
        project.get("dependencies"),
        *_table(project.get("optional-dependencies")).values(),
        *_table(document.get("dependency-groups")).values(),
        _table(document.get("build-system")).get("requires"),
    ]
    for group in groups:
        if isinstance(group, list):
            yield from (text for text in group if isinstance(text, str))


def _poetry(poetry: dict[str, Any]) -> Iterator[tuple[str, object]]:
    groups = [_table(group) for group in _table(poetry.get("group")).values()]
    tables = [poetry.get("dependencies"), poetry.get("dev-dependencies")]
    for table in [*tables, *(group.get("dependencies") for group in groups)]:
        yield from _table(table).items()


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


MANIFEST = Manifest(r"pyproject\.toml", parse)

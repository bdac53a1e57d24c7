"""Pipenv's Pipfile. https://pipenv.pypa.io/en/latest/pipfile.html"""

import tomllib
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.lines import line_with
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import package_name, plain_version
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """Packages and development packages."""
    try:
        document = tomllib.loads(source.text)
    except (ValueError, RecursionError):
        return
    for section in ("packages", "dev-packages"):
        table = document.get(section)
        for name, version in table.items() if isinstance(table, dict) else ():
            line = line_with(source.lines, name, version if isinstance(version, str) else "")
            yield Declared("pypi", package_name(name), plain_version(version), line)


MANIFEST = Manifest(r"pipfile", parse)

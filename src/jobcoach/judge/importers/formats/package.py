"""Packages of the Kattis, ICPC and DOMjudge formats: they stay as they are."""

import shutil
from pathlib import Path

from jobcoach.judge.importers.source_format import Conversion, SourceFormat
from jobcoach.judge.package.catalog import is_package


def convert(conversion: Conversion) -> None:
    """Take the package over; the loader knows all these formats."""
    shutil.copytree(conversion.source, conversion.target, symlinks=True, dirs_exist_ok=True)


def recognises(folder: Path) -> bool:
    """A package has a problem.yaml, or DOMjudge's ini beside its folder of tests."""
    return is_package(folder) and ((folder / "problem.yaml").is_file() or (folder / "data").is_dir())


FORMAT = SourceFormat("package", 10, recognises, convert)

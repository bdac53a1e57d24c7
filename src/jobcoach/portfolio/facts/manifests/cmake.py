"""CMake's packages, standards and minimum version. https://cmake.org/cmake/help/latest/manual/cmake-commands.7.html"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_PACKAGE = re.compile(
    r"\s*+(?:find_package|FIND_PACKAGE|pkg_check_modules)\s*\(\s*(\w{1,60})(?:\s+(\d[\d.]{0,12}))?"
)
_STANDARD = re.compile(r"\s*+set\s*\(\s*CMAKE_(CXX|C)_STANDARD\s+(\d{2})")


def parse(source: SourceText) -> Iterator[Declared]:
    """Packages that are looked for, and the language standards."""
    for number, whole in enumerate(source.lines, start=1):
        line = whole[:400]
        if package := _PACKAGE.match(line):
            yield Declared("cmake", package.group(1).lower(), package.group(2) or "", number)
        elif standard := _STANDARD.match(line):
            yield Declared("runtime", "c++" if standard.group(1) == "CXX" else "c", standard.group(2), number)


MANIFEST = Manifest(r"(?:cmakelists\.txt|[^/]*\.cmake)", parse)

"""setup.py and setup.cfg as text: neither is run. https://setuptools.pypa.io/en/latest/userguide/dependency_management.html"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import read_requirement
from jobcoach.portfolio.inventory.file_info import SourceText

_BEGIN = re.compile(
    r"^\s*+(?:install_requires|setup_requires|tests_require|requirements?|REQUIRED|REQUIREMENTS)\s*="
)
_QUOTED = re.compile(r"""['"]([^'"\n]{1,200})['"]""")


def parse(source: SourceText) -> Iterator[Declared]:
    """What stands in the lists of requirements: quoted in Python, one a line in an ini file."""
    is_ini = source.path.endswith(".cfg")
    inside = False
    for number, whole in enumerate(source.lines, start=1):
        line = whole[:400]
        if _BEGIN.match(line):
            inside, line = True, line.partition("=")[2]
        elif inside and is_ini and line[:1] not in (" ", "\t"):
            inside = False
        if not inside:
            continue
        for text in [line] if is_ini else _QUOTED.findall(line):
            found = read_requirement(text)
            if found is not None:
                yield Declared("pypi", *found, number)
        if not is_ini and _ends(line):
            inside = False


def _ends(line: str) -> bool:
    """Whether the list is closed: ``]`` behind extras, ``a[b]``, does not."""
    return "]" in re.sub(r"\[[^\]]*\]", "", _QUOTED.sub("", line)) or bool(
        re.fullmatch(r"\s*\[.*\],?\s*", line)
    )


MANIFEST = Manifest(r"setup\.(?:py|cfg)", parse)

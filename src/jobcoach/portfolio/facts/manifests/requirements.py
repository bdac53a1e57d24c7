"""pip's requirements files. https://pip.pypa.io/en/stable/reference/requirements-file-format/"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import read_requirement
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """One requirement a line; options, links and comments are passed over."""
    for number, whole in enumerate(source.lines, start=1):
        line = whole.split("#")[0].strip()
        if not line or line.startswith("-") or "://" in line.split("@")[0]:
            continue
        found = read_requirement(line)
        if found is not None:
            yield Declared("pypi", *found, number)


MANIFEST = Manifest(
    r"(?:[^/]*requirements[^/]*\.(?:txt|in)|requirements/[^/]+\.(?:txt|in)|constraints\.txt)", parse
)

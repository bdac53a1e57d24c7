"""Go's go.mod. https://go.dev/ref/mod#go-mod-file"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_REQUIRED = re.compile(r"^\s*+(?:require\s+)?([\w.-]{1,80}\.[\w.~/-]{1,160})\s+v([\w.+-]{1,60})")
_GO = re.compile(r"^go\s+(\d[\d.]{0,10})")


def parse(source: SourceText) -> Iterator[Declared]:
    """Modules that are required themselves, and Go's version; indirect ones are passed over."""
    for number, whole in enumerate(source.lines, start=1):
        line = whole[:400]
        if go := _GO.match(line):
            yield Declared("runtime", "go", go.group(1), number)
        elif "// indirect" not in line and "=>" not in line and (found := _REQUIRED.match(line)):
            yield Declared("go", found.group(1), found.group(2), number)


MANIFEST = Manifest(r"go\.mod", parse)

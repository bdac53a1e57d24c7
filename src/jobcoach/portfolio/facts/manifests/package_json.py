"""npm's package.json. https://docs.npmjs.com/cli/configuring-npm/package-json"""

import json
import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.lines import line_with
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_SECTIONS = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")
_VERSION = re.compile(r"\d[\w.+-]{0,40}")


def parse(source: SourceText) -> Iterator[Declared]:
    """Dependencies of all sections, and Node's version."""
    try:
        document = json.loads(source.text)
    except (ValueError, RecursionError):
        return
    if not isinstance(document, dict):
        return
    for section in (*_SECTIONS, "engines"):
        table = document.get(section)
        for name, version in table.items() if isinstance(table, dict) else ():
            found = _VERSION.search(version[:60]) if isinstance(version, str) else None
            plain = found.group() if found else ""
            line = line_with(source.lines, f'"{name}"', f'"{version}"')
            yield Declared("runtime" if section == "engines" else "npm", name, plain, line)


MANIFEST = Manifest(r"package\.json", parse)

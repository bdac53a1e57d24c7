"""All parsers of manifests, found where they lie: every module here that holds ``MANIFEST``."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_FOLDER = Path(__file__).resolve().parent
_MOST_DECLARED = 2000


def read_manifest(source: SourceText) -> Iterator[Declared]:
    """What a file declares; nothing if no parser knows it."""
    path = f"/{source.path.lower()}"
    for pattern, manifest in _manifests():
        if pattern.search(path):
            yield from islice(manifest.parse(source), _MOST_DECLARED)


@cache
def _manifests() -> tuple[tuple[re.Pattern[str], Manifest], ...]:
    modules = (
        import_module(f"jobcoach.portfolio.facts.manifests.{file.stem}")
        for file in sorted(_FOLDER.glob("*.py"))
    )
    found = (getattr(module, "MANIFEST", None) for module in modules)
    return tuple(
        (re.compile(rf"/(?:{manifest.path})\Z"), manifest)
        for manifest in found
        if isinstance(manifest, Manifest)
    )

"""Base images of Dockerfiles. https://docs.docker.com/reference/dockerfile/#from"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_FROM = re.compile(r"\s*+FROM\s+(?:--\S{1,80}\s+)*+(\S{1,300})(?:\s+AS\s+(\S{1,80}))?", re.IGNORECASE)


def parse(source: SourceText) -> Iterator[Declared]:
    """Images; stages that are built upon again are none."""
    stages = set()
    for number, line in enumerate(source.lines, start=1):
        found = _FROM.match(line[:500])
        if found is None:
            continue
        image = read_image(found.group(1))
        if image is not None and image[0] not in stages:
            yield Declared("image", *image, number)
        if found.group(2):
            stages.add(found.group(2).lower())


MANIFEST = Manifest(r"(?:dockerfile[^/]*|[^/]*\.dockerfile|containerfile)", parse)

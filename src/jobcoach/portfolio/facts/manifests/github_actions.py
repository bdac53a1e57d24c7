"""GitHub Actions workflows: actions and service images.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_USES = re.compile(r"""\s*+(?:-\s+)?uses:\s*['"]?(\w[\w.-]{0,80}/[\w./-]{1,160})(?:@([\w./-]{1,80}))?""")
_IMAGE = re.compile(r"""\s*+image:\s*['"]?([^\s'"]{1,300})""")


def parse(source: SourceText) -> Iterator[Declared]:
    """By line: a workflow with a mistake in it says as much."""
    for number, whole in enumerate(source.lines, start=1):
        line = whole[:500]
        if uses := _USES.match(line):
            yield Declared("action", uses.group(1).lower(), uses.group(2) or "", number)
        elif found := _IMAGE.match(line):
            image = read_image(found.group(1))
            if image is not None:
                yield Declared("image", *image, number)


MANIFEST = Manifest(r"\.github/workflows/[^/]+\.ya?ml", parse)

"""Kubernetes manifests: kinds and images."""

from collections.abc import Iterator

from jobcoach.portfolio.facts.kubernetes_objects import containers, read_objects
from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """Of each object its API's group and kind, and its containers' images."""
    for document in read_objects(source):
        kind = document.get("kind")
        group = document.text_of("apiVersion").partition("/")[0]
        if kind is not None:
            yield Declared("kind", f"{group}/{kind.text}".lower(), "", kind.line)
        for container in containers(document):
            node = container.get("image")
            image = read_image(node.text) if node else None
            if node is not None and image is not None:
                yield Declared("image", *image, node.line)


MANIFEST = Manifest(r"[^/]+\.ya?ml", parse)

"""Kubernetes manifests: kinds and images. https://kubernetes.io/docs/concepts/overview/working-with-objects/"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText

_POD_PATHS = (("spec",), ("spec", "template", "spec"), ("spec", "jobTemplate", "spec", "template", "spec"))


def parse(source: SourceText) -> Iterator[Declared]:
    """Of each object its kind (version: its API's) and its containers' images."""
    if "apiVersion:" not in source.text or "kind:" not in source.text:
        return
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return
    for document in documents:
        kind, version = document.get("kind"), document.get("apiVersion")
        if kind is not None and version is not None and kind.text:
            yield Declared("kind", f"{version.text.partition('/')[0]}/{kind.text}".lower(), "", kind.line)
            yield from _images(document)


def _images(document: Node) -> Iterator[Declared]:
    for path in _POD_PATHS:
        pod = document.get(*path)
        for field in ("containers", "initContainers"):
            containers = pod.get(field) if pod else None
            for container in containers.entries() if containers else ():
                node = container.get("image")
                image = read_image(node.text) if node else None
                if node is not None and image is not None:
                    yield Declared("image", *image, node.line)


MANIFEST = Manifest(r"[^/]+\.ya?ml", parse)

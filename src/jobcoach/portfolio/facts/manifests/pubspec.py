"""Dart's and Flutter's pubspec.yaml. https://dart.dev/tools/pub/pubspec"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import plain_version
from jobcoach.portfolio.facts.yaml_tree import read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """Dependencies and development dependencies."""
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return
    for document in documents[:1]:
        for section in ("dependencies", "dev_dependencies"):
            table = document.get(section)
            for name, node in table.items() if table else ():
                yield Declared("pub", name, plain_version(node.text), node.line)


MANIFEST = Manifest(r"pubspec\.yaml", parse)

"""Conda's environment.yml. https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.facts.manifests.python_names import read_requirement
from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """Conda's packages and pip's within them."""
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return
    for document in documents[:1]:
        listed = document.get("dependencies")
        for node in listed.entries() if listed else ():
            pip = node.get("pip")
            yield from _requirements([node, *(pip.entries() if pip else ())])


def _requirements(nodes: list[Node]) -> Iterator[Declared]:
    for node in nodes:
        # Conda's single = is pip's ==.
        found = read_requirement(node.text.rpartition("::")[2].replace("=", "==", 1) if node.text else "")
        if found is not None:
            name, version = found
            is_python = name == "python"
            yield Declared("runtime" if is_python else "pypi", name, version.lstrip("="), node.line)


MANIFEST = Manifest(r"environment[^/]*\.ya?ml", parse)

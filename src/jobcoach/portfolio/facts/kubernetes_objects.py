"""Objects of Kubernetes manifests. https://kubernetes.io/docs/concepts/overview/working-with-objects/"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.deployed import Deployed
from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText

_POD_PATHS = (("spec",), ("spec", "template", "spec"), ("spec", "jobTemplate", "spec", "template", "spec"))
_WORKLOADS = frozenset({"Deployment", "StatefulSet", "DaemonSet"})


def read_objects(source: SourceText) -> tuple[Node, ...]:
    """The documents that have a kind and an API version; none if it is no YAML."""
    if "apiVersion:" not in source.text or "kind:" not in source.text:
        return ()
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return ()
    return tuple(
        document for document in documents if document.text_of("kind") and document.text_of("apiVersion")
    )


def containers(document: Node) -> Iterator[Node]:
    """The containers of a pod, or of what makes pods."""
    for path in _POD_PATHS:
        pod = document.get(*path)
        for field in ("containers", "initContainers"):
            listed = pod.get(field) if pod else None
            yield from listed.entries() if listed else ()


def read_workloads(source: SourceText) -> Iterator[Deployed]:
    """What runs all the time, with its first container's image and environment."""
    for document in read_objects(source):
        name = document.get("metadata", "name")
        container = next(containers(document), None)
        if document.text_of("kind") not in _WORKLOADS or name is None or not name.text or container is None:
            continue
        image = container.get("image")
        yield Deployed(
            name=name.text,
            line=name.line,
            image=image.text if image else "",
            image_line=image.line if image else name.line,
            build="",
            names=(name.text,),
            depends_on=(),
            environment=tuple(_environment(container)),
        )


def _environment(container: Node) -> Iterator[str]:
    variables = container.get("env")
    for variable in variables.entries() if variables else ():
        yield f"{variable.text_of('name')}={variable.text_of('value')}"

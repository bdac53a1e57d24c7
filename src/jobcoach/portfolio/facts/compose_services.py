"""The services of a compose file. https://docs.docker.com/reference/compose-file/services/"""

import re
from collections.abc import Iterator

from jobcoach.portfolio.facts.deployed import Deployed
from jobcoach.portfolio.facts.yaml_tree import Node, read_yaml
from jobcoach.portfolio.inventory.file_info import SourceText

_NAMES = re.compile(r"(?:^|/)(?:[^/]*docker[-_]?compose[^/]*|compose[^/]*)\.ya?ml\Z", re.IGNORECASE)
_MOST_SERVICES = 100


def is_compose(path: str) -> bool:
    """Whether a file is one by its name."""
    return _NAMES.search(path) is not None


def read_services(source: SourceText) -> tuple[Deployed, ...]:
    """The services in the order they stand; none if it is no YAML. Version 1 files have them at the top."""
    try:
        documents = read_yaml(source.text)
    except ValueError:
        return ()
    found: list[Deployed] = []
    for document in documents[:1]:
        services = document.get("services") or document
        found += [_service(name, node) for name, node in services.items() if _is_service(node)]
    return tuple(found[:_MOST_SERVICES])


def _is_service(node: Node) -> bool:
    return node.get("image") is not None or node.get("build") is not None


def _service(name: str, node: Node) -> Deployed:
    image = node.get("image")
    build = node.get("build")
    context = (build.get("context") or build) if build is not None else None
    called = [item for key in ("container_name", "hostname") if (item := node.get(key)) and item.text]
    return Deployed(
        name=name,
        line=_key_line(node),
        image=image.text if image else "",
        image_line=image.line if image else node.line,
        build="" if context is None else context.text or ".",
        names=(name, *(item.text for item in called)),
        depends_on=tuple(_names(node.get("depends_on"), node.get("links"))),
        environment=tuple(_values(node.get("environment"), node.get("command"))),
    )


def _key_line(node: Node) -> int:
    """A block mapping begins at its first pair, the line after its name."""
    return node.line - 1 if node.line > 1 else 1


def _names(*nodes: Node | None) -> Iterator[str]:
    for node in nodes:
        if node is not None:
            yield from (key for key, _ in node.items())
            yield from (entry.text.partition(":")[0] for entry in node.entries() if entry.text)


def _values(*nodes: Node | None) -> Iterator[str]:
    for node in nodes:
        if node is None:
            continue
        yield from (f"{key}={value.text}" for key, value in node.items())
        yield from (entry.text for entry in node.entries())
        if node.text:
            yield node.text

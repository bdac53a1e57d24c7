"""YAML as plain trees with line numbers: nothing is constructed, nothing is deep, nothing is endless.

Built from the parser's events, so a deep document needs no stack and an alias no copy. Scalars stay text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_CHARACTERS = 512 << 10
_MOST_EVENTS = 100_000
_MOST_DEPTH = 60


@dataclass(slots=True)
class Node:
    """A scalar, list or mapping, and the line, from 1, where it begins."""

    line: int
    value: "str | list[Node] | dict[str, Node]"

    def get(self, *keys: str) -> "Node | None":
        """What a mapping, and the mappings in it, hold under these keys; None if nothing."""
        node: Node | None = self
        for key in keys:
            node = node.value.get(key) if node is not None and isinstance(node.value, dict) else None
        return node

    def text_of(self, *keys: str) -> str:
        """The scalar under these keys, "" if there is none."""
        node = self.get(*keys)
        return node.text if node is not None else ""

    def items(self) -> "list[tuple[str, Node]]":
        """The pairs of a mapping, none of anything else."""
        return list(self.value.items()) if isinstance(self.value, dict) else []

    def entries(self) -> "list[Node]":
        """The entries of a list, none of anything else."""
        return self.value if isinstance(self.value, list) else []

    @property
    def text(self) -> str:
        """A scalar's text, "" of anything else."""
        return self.value if isinstance(self.value, str) else ""


def read_yaml(text: str) -> tuple[Node, ...]:
    """The documents of a text. Raises ValueError if it is no YAML, or deeper or larger than anyone writes."""
    if len(text) > _MOST_CHARACTERS:
        raise ValueError("the YAML is too large")
    try:
        return tuple(_documents(text))
    except (yaml.YAMLError, UnicodeError) as error:
        raise ValueError("no YAML") from error


@dataclass(slots=True)
class _Open:
    node: Node
    key: str | None = None


def _documents(text: str) -> Iterator[Node]:
    open_nodes: list[_Open] = []
    anchors: dict[str, Node] = {}
    for number, event in enumerate(yaml.parse(text, Loader=_Loader)):
        if number > _MOST_EVENTS or len(open_nodes) > _MOST_DEPTH:
            raise ValueError("the YAML is too large or too deep")
        if isinstance(event, yaml.DocumentStartEvent):
            anchors = {}
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = open_nodes.pop()
            _merge(done.node)
            if not open_nodes:
                yield done.node
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, anchors, {id(item.node) for item in open_nodes})
            if open_nodes:
                _add(open_nodes[-1], node)
            if isinstance(event, yaml.CollectionStartEvent):
                open_nodes.append(_Open(node))
            elif not open_nodes:
                yield node


def _node(event: yaml.NodeEvent, anchors: dict[str, Node], open_ids: set[int]) -> Node:
    line = event.start_mark.line + 1 if event.start_mark is not None else 1
    if isinstance(event, yaml.AliasEvent):
        known = anchors.get(event.anchor or "")
        # One within itself would have no end.
        return known if known is not None and id(known) not in open_ids else Node(line, "")
    value: str | list[Node] | dict[str, Node] = ""
    if isinstance(event, yaml.ScalarEvent):
        value = event.value
    elif isinstance(event, yaml.MappingStartEvent):
        value = {}
    else:
        value = []
    node = Node(line, value)
    if event.anchor:
        anchors[event.anchor] = node
    return node


def _add(parent: _Open, node: Node) -> None:
    if isinstance(parent.node.value, list):
        parent.node.value.append(node)
    elif isinstance(parent.node.value, dict):
        if parent.key is None:
            parent.key = node.text
        else:
            parent.node.value.setdefault(parent.key, node)
            parent.key = None


def _merge(node: Node) -> None:
    """``<<``: what the named mappings hold and this does not."""
    if not isinstance(node.value, dict) or "<<" not in node.value:
        return
    merged = node.value.pop("<<")
    for source in merged.entries() or [merged]:
        for key, value in source.items():
            node.value.setdefault(key, value)

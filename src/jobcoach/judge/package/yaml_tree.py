"""YAML read into a tree that remembers lines and keeps scalars as text.

Text is turned into numbers and booleans only by who asks for one, so that a
problem named ``No`` or a language code ``no`` stays what was written. Built
from parser events with hard caps: an alias is the node it names, never a
copy, so that a "billion laughs" file stays as small as it is.
"""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from jobcoach.judge.package.constants import NO_CONSTANTS, Constants
from jobcoach.judge.package.diagnostics import Findings

_MAX_BYTES = 1 << 20
_MAX_NODES = 50_000
_MAX_DEPTH = 32
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's parser is 8 times as fast


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; ``plain`` means without quotes."""

    text: str
    line: int
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether YAML reads it as nothing at all."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A map; ``lines`` says where each key stands."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


def read_mapping(path: Path, findings: Findings, constants: Constants = NO_CONSTANTS) -> Mapping | None:
    """The mapping in the YAML file at ``path``; an empty file is an empty one.

    ``constants`` are filled in before it is read: ``{{name}}`` alone is YAML too.

    Faults go to ``findings``; None means that there was one.
    """
    text = read_text(path, findings)
    if text is None:
        return None
    try:
        tree = _TreeBuilder(path, findings).build(constants.fill_in(text.encode()).decode())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        findings.error(path, mark.line + 1 if mark else None, f"not valid YAML: {error.problem}")
        return None
    except (yaml.YAMLError, ValueError) as error:
        findings.error(path, None, f"not valid YAML: {str(error).splitlines()[0]}")
        return None
    if tree is None or (isinstance(tree, Scalar) and tree.is_null):
        return Mapping(1)
    if not isinstance(tree, Mapping):
        findings.error(path, tree.line, "a map of keys and values is expected here")
        return None
    return tree


def read_text(path: Path, findings: Findings, max_bytes: int = _MAX_BYTES) -> str | None:
    """Text of a small UTF-8 file; None when that is not what it is."""
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        findings.error(path, None, f"cannot be read: {error.strerror}")
        return None
    if len(raw) > max_bytes:
        findings.error(path, None, f"larger than {max_bytes >> 10} KiB")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        findings.error(path, line, "not UTF-8 text; save the file as UTF-8")
        return None


class _TreeBuilder:
    """Builds nodes from the parser's events, without recursion."""

    def __init__(self, path: Path, findings: Findings) -> None:
        self._path = path
        self._findings = findings
        self._anchors: dict[str, Node] = {}
        # Open collections with their anchor and, in a map, the key that waits for its value.
        self._open: list[tuple[Mapping | Sequence, str | None]] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None

    def build(self, text: str) -> Node | None:
        """The first document's root node.

        Raises:
            yaml.YAMLError, ValueError: the text is not YAML that we take.
        """
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            if count > _MAX_NODES or len(self._open) > _MAX_DEPTH:
                raise ValueError("too large or too deeply nested")
            if isinstance(event, yaml.DocumentEndEvent):
                break
            self._take(event)
        return self._root

    def _take(self, event: yaml.Event) -> None:
        line = (event.start_mark.line if event.start_mark else 0) + 1
        match event:
            case yaml.ScalarEvent():
                self._add(Scalar(event.value, line, not event.style), event.anchor)
            case yaml.AliasEvent():
                if event.anchor not in self._anchors:
                    raise ValueError(f"line {line}: unknown alias *{event.anchor}")
                self._add(self._anchors[event.anchor], None)
            case yaml.MappingStartEvent():
                self._open.append((Mapping(line), event.anchor))
                self._keys.append(None)
            case yaml.SequenceStartEvent():
                self._open.append((Sequence(line), event.anchor))
                self._keys.append(None)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                collection, anchor = self._open.pop()
                self._keys.pop()
                self._add(collection, anchor)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self._root = node
            return
        parent, _ = self._open[-1]
        key = self._keys[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is None:
            if not isinstance(node, Scalar):
                raise ValueError(f"line {node.line}: a key must be a simple value")
            self._keys[-1] = node
        else:
            self._keys[-1] = None
            self._set(parent, key, node)

    def _set(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.plain and key.text == "<<" and isinstance(node, Mapping):
            for name, value in node.entries.items():
                parent.entries.setdefault(name, value)
                parent.lines.setdefault(name, key.line)
        elif key.text in parent.entries:
            self._findings.error(self._path, key.line, f"the key {key.text!r} is given twice")
        else:
            parent.entries[key.text] = node
            parent.lines[key.text] = key.line

"""Maven's pom.xml. https://maven.apache.org/pom.html"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException

from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText

_PROPERTY = re.compile(r"\$\{([^{}]{1,80})\}")
_MOST_DEPTH = 60
_HOLDERS = frozenset({"dependency", "plugin", "parent"})


def parse(source: SourceText) -> Iterator[Declared]:
    """Dependencies, plugins, the parent, and the Java version of the properties."""
    handler = _Pom()
    _walk(source.text, handler)
    for item in handler.items:
        if item.artifact:
            version = _resolved(item.version, handler.properties)
            yield Declared("maven", f"{item.group}:{item.artifact}", version, item.line)
    for name in ("java.version", "maven.compiler.release", "maven.compiler.source"):
        if name in handler.properties:
            version, line = handler.properties[name]
            yield Declared("runtime", "java", version.removeprefix("1."), line)
            return


def _walk(text: str, handler: "_Pom") -> None:
    from defusedxml.sax import make_parser

    parser: Any = make_parser()
    parser.setContentHandler(handler)
    try:
        parser.parse(io.BytesIO(text.encode("utf-8", "replace")))
    except (SAXException, DefusedXmlException, ValueError, LookupError):
        return


def _resolved(version: str, properties: dict[str, tuple[str, int]]) -> str:
    reference = _PROPERTY.fullmatch(version)
    return properties.get(reference.group(1), ("", 0))[0] if reference else version


@dataclass(slots=True)
class _Item:
    line: int
    depth: int
    group: str = ""
    artifact: str = ""
    version: str = ""


@dataclass(slots=True)
class _Reading:
    name: str
    line: int
    text: list[str] = field(default_factory=list)


class _Pom(ContentHandler):
    """Collects what an element holds; dependencies may stand within plugins."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[_Item] = []
        self.properties: dict[str, tuple[str, int]] = {}
        self._open: list[_Reading] = []
        self._holders: list[_Item] = []

    def startElement(self, name: str, attrs: object) -> None:  # noqa: ARG002, N802  # sax names these
        local = name.rpartition(":")[2]
        if len(self._open) >= _MOST_DEPTH:
            raise SAXException("too deep")
        line = self._locator.getLineNumber() or 1  # type: ignore[attr-defined]  # sax sets it before it starts
        self._open.append(_Reading(local, line))
        if local in _HOLDERS:
            self._holders.append(_Item(line, len(self._open)))

    def characters(self, content: str) -> None:
        if self._open:
            self._open[-1].text.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802  # sax names these
        done = self._open.pop()
        text = "".join(done.text).strip()[:200]
        if done.name in _HOLDERS:
            self.items.append(self._holders.pop())
        elif self._holders and self._holders[-1].depth == len(self._open):
            self._set(self._holders[-1], done, text)
        elif self._open and self._open[-1].name == "properties":
            self.properties.setdefault(done.name, (text, done.line))

    def _set(self, item: _Item, done: _Reading, text: str) -> None:
        if done.name == "groupId":
            item.group = text
        elif done.name == "artifactId":
            item.artifact, item.line = text, done.line
        elif done.name == "version":
            item.version = text


MANIFEST = Manifest(r"pom\.xml", parse)

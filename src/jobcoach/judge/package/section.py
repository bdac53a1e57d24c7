"""Typed reading of one YAML map, each fault told with file and line."""

import math
import re
from collections.abc import Collection
from pathlib import Path

from jobcoach.judge.package.constants import NO_CONSTANTS, Constants
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.yaml_tree import Mapping, Node, Scalar, Sequence, read_mapping
from jobcoach.text import nfc

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\Z", re.ASCII)


class Section:
    """A map of a YAML file. A value of the wrong type is noted and read as absent."""

    def __init__(self, path: Path, mapping: Mapping, findings: Findings) -> None:
        self.path = path
        self._mapping = mapping
        self._findings = findings

    @classmethod
    def of_file(cls, path: Path, findings: Findings, constants: Constants = NO_CONSTANTS) -> "Section":
        """The map that a file holds; empty when the file is faulty (noted)."""
        return cls(path, read_mapping(path, findings, constants) or Mapping(1), findings)

    def __contains__(self, key: str) -> bool:
        return self.node(key) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """All keys in the order of the file."""
        return tuple(self._mapping.entries)

    def line(self, key: str) -> int | None:
        """Where ``key`` stands."""
        return self._mapping.lines.get(key)

    def error(self, key: str, message: str) -> None:
        """Note a fault at ``key``."""
        self._findings.error(self.path, self.line(key), message)

    def warn(self, key: str, message: str) -> None:
        """Note an oddity at ``key``."""
        self._findings.warn(self.path, self.line(key), message)

    def warn_unknown(self, known: Collection[str]) -> None:
        """Note keys that no one reads: often a slip of the pen."""
        for key in self.names:
            if key not in known:
                self.warn(key, f"unknown key {key!r} is ignored")

    def node(self, key: str) -> Node | None:
        """The value as it is; None if absent or null."""
        node = self._mapping.entries.get(key)
        return None if isinstance(node, Scalar) and node.is_null else node

    def is_mapping(self, key: str) -> bool:
        """Whether a map stands below ``key``."""
        return isinstance(self.node(key), Mapping)

    def text(self, key: str) -> str | None:
        """A single value as NFC text."""
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.error(key, f"{key} must be a single value")
            return None
        return nfc(node.text)

    def number(self, key: str, *, above: float = -math.inf, most: float = math.inf) -> float | None:
        """A finite number greater than ``above`` and not beyond ``most``."""
        text = self.text(key)
        if text is None:
            return None
        value = float(text) if _NUMBER.match(text) else math.nan
        if not (math.isfinite(value) and value > above):
            asked = f" above {above:g}" if math.isfinite(above) else ""
            self.error(key, f"{key} must be a number{asked}, not {text!r}")
            return None
        if value > most:
            self.error(key, f"{key} must be at most {most:.0f}, not {text!r}")
            return None
        return value

    def boolean(self, key: str) -> bool | None:
        """True or false, in YAML's spellings."""
        text = self.text(key)
        if text is None:
            return None
        word = text.lower()
        if word in ("true", "yes", "on"):
            return True
        if word in ("false", "no", "off"):
            return False
        self.error(key, f"{key} must be true or false, not {text!r}")
        return None

    def words(self, key: str) -> tuple[str, ...] | None:
        """A list of values; a single text is split at white space."""
        node = self.node(key)
        match node:
            case None:
                return None
            case Scalar():
                return tuple(nfc(node.text).split())
            case Sequence() if all(isinstance(item, Scalar) for item in node.items):
                return tuple(nfc(item.text) for item in node.items if isinstance(item, Scalar))
        self.error(key, f"{key} must be a list of values")
        return None

    def section(self, key: str) -> "Section":
        """The map below ``key``; empty if absent."""
        node = self.node(key)
        if node is not None and not isinstance(node, Mapping):
            self.error(key, f"{key} must be a map of keys and values")
        return Section(self.path, node if isinstance(node, Mapping) else Mapping(0), self._findings)

    def sections(self, key: str) -> tuple["Section", ...]:
        """The maps of the list below ``key``; empty if absent."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence) or not all(isinstance(item, Mapping) for item in node.items):
            self.error(key, f"{key} must be a list of maps")
            return ()
        return tuple(
            Section(self.path, item, self._findings) for item in node.items if isinstance(item, Mapping)
        )

"""What cached facts depend on besides the files: our own code and tables."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jobcoach.portfolio.rules.registry import rules_version
from jobcoach.portfolio.rules.rule import FileRule

_FACTS = Path(__file__).resolve().parent
_INVENTORY = _FACTS.parent / "inventory"
_DECIDING = (
    "file_facts", "functions", "function_heads", "python_functions", "imports", "notebook", "repository",
    "hits",
)  # fmt: skip


def analyser_version(rules: Sequence[FileRule]) -> str:
    """A digest that changes with anything that could change a file's facts; with the set of rules, too."""
    parts = (_own_version(), rules_version(), *sorted(rule.id for rule in rules))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@cache
def _own_version() -> str:
    own = [path for path in _FACTS.iterdir() if path.stem in _DECIDING and path.suffix in (".py", ".toml")]
    tables = [path for path in _INVENTORY.iterdir() if path.suffix in (".py", ".toml")]
    digest = hashlib.sha256()
    for path in sorted(own + tables):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()

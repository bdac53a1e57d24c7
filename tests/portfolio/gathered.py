"""The facts of files given by a test, through all stages."""

from collections.abc import Mapping
from datetime import UTC, datetime

from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.analyse import analyse
from jobcoach.portfolio.facts.fact_cache import NoFactCache
from jobcoach.portfolio.facts.gather import gather_facts
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.source.snapshot import Entry

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def gathered(files: Mapping[str, str | bytes]) -> RepositoryFacts:
    """What is known of a folder with these files."""
    snapshot = MemorySnapshot(files)
    inventory = take_inventory(snapshot)
    return gather_facts(snapshot, inventory, analyse(snapshot, inventory, (), NoFactCache()), now=NOW)


def source_text(path: str, text: str) -> SourceText:
    """A file as parsers get it."""
    info = classify(Entry(path, path.encode("utf-8", "surrogatepass"), "file", "0" * 40, len(text)))
    return SourceText(info, tuple(text.split("\n")), "utf-8")

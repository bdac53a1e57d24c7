"""Technologies in use, each with the lines that show it (``technologies.toml``)."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.facts.manifests.manifest import Declared, Ecosystem
from jobcoach.portfolio.facts.manifests.registry import read_manifest
from jobcoach.portfolio.facts.quotes import Quotes
from jobcoach.portfolio.facts.repository import FileFacts, Technology, TechnologyKind
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.source.snapshot import Snapshot

_TABLE = Path(__file__).with_suffix(".toml")
_MOST_EVIDENCE = 5
_STORES = frozenset({"database", "cache", "broker"})
_SERVERS = _STORES | {"gateway", "monitoring"}
_MOST_FILES = 3
_MOST_FILE_BYTES = 1 << 20
_MOST_IMPORTING_FILES = 2
_NAME_PARTS = re.compile(r"[./:]")
_SETTINGS_LANGUAGES = frozenset({"YAML", "INI", "Python", "TOML"})


@dataclass(frozen=True, slots=True)
class _Shown:
    """A technology seen at a place. Of several versions that of the least ``rank`` is taken."""

    name: str
    version: str
    evidence: Evidence
    rank: tuple[int, str, int]


def find_technologies(
    snapshot: Snapshot,
    files: Sequence[FileFacts],
    inventory: Iterable[FileInfo],
    texts: Mapping[str, SourceText],
) -> tuple[Technology, ...]:
    """By kind, then name. What manifests, images and settings name; else what code imports.

    The few files whose imports are cited are read again, for the lines.
    """
    quotes = Quotes()
    shown: dict[str, list[_Shown]] = defaultdict(list)
    for source in texts.values():
        for found in (*_declared(source, quotes), *_set(source, quotes)):
            shown[found.name].append(found)
    for found in (*_by_file(snapshot, inventory, texts, quotes), *_imported(snapshot, files, shown, quotes)):
        shown[found.name].append(found)
    technologies = [_technology(name, places) for name, places in shown.items()]
    order = get_args(TechnologyKind)
    return tuple(sorted(technologies, key=lambda technology: (order.index(technology.kind), technology.name)))


def technologies_of(source: SourceText) -> tuple[str, ...]:
    """The names of the technologies that one manifest declares, each once."""
    return tuple(dict.fromkeys(name for found in read_manifest(source) for name in _table().names_of(found)))


def technologies_of_image(name: str) -> tuple[str, ...]:
    """The names of the technologies that a container image shows."""
    return tuple(_table().names_of(Declared("image", name, "", 1)))


def is_remote_store(name: str) -> bool:
    """Whether a technology is a database, cache or broker that is talked to over a connection."""
    return name in _table().stores


def technology_kind(name: str) -> TechnologyKind | None:
    """The kind of a technology by its name in ``technologies.toml``."""
    return _table().kinds.get(name)


def _technology(name: str, places: list[_Shown]) -> Technology:
    places.sort(key=lambda shown: shown.rank)
    version = next((shown.version for shown in places if shown.version), "")
    evidence = list(
        {(shown.evidence.path, shown.evidence.start): shown.evidence for shown in places}.values()
    )
    return Technology(name, _table().kinds[name], version, tuple(evidence[:_MOST_EVIDENCE]))


def _declared(source: SourceText, quotes: Quotes) -> Iterator[_Shown]:
    if source.info.file_class in ("vendored", "data"):
        return
    for declared in read_manifest(source):
        for name in _table().names_of(declared):
            # A driver's version says nothing of the server's.
            is_client = _table().kinds[name] in _SERVERS and declared.ecosystem != "image"
            yield _shown(name, "" if is_client else declared.version, source, declared.line, quotes)


def _set(source: SourceText, quotes: Quotes) -> Iterator[_Shown]:
    """Settings that name a technology: the URL of a data source, say."""
    if source.info.language not in _SETTINGS_LANGUAGES:
        return
    for number, line in enumerate(source.lines, start=1):
        for text, name in _table().settings:
            if text in line and not line.lstrip().startswith("#"):
                yield _shown(name, "", source, number, quotes)


def _shown(name: str, version: str, source: SourceText, line: int, quotes: Quotes) -> _Shown:
    plain = version if re.fullmatch(r"[\w.+*-]{1,40}", version) and not version.startswith("latest") else ""
    return _Shown(name, plain, quotes.at(source, line), (source.path.count("/"), source.path, line))


def _by_file(
    snapshot: Snapshot, inventory: Iterable[FileInfo], texts: Mapping[str, SourceText], quotes: Quotes
) -> Iterator[_Shown]:
    """Files that show a technology by their name; the first of each are read for their first line."""
    wanted: dict[bytes, list[str]] = defaultdict(list)
    infos: dict[bytes, FileInfo] = {}
    seen: Counter[str] = Counter()
    for info in sorted(inventory, key=lambda info: (info.path.count("/"), info.entry.raw_path)):
        for name in _named_by(info):
            if seen[name] < _MOST_FILES:
                seen[name] += 1
                wanted[info.entry.raw_path].append(name)
                infos[info.entry.raw_path] = info
    for source in _sources(snapshot, infos.values(), texts):
        line = next((number for number, text in enumerate(source.lines, 1) if text.strip()), 1)
        for name in wanted[source.info.entry.raw_path]:
            yield _shown(name, "", source, line, quotes)


def _named_by(info: FileInfo) -> Iterator[str]:
    if info.file_class not in ("vendored", "submodule") and info.entry.size_bytes <= _MOST_FILE_BYTES:
        path = f"/{info.path.lower()}"
        yield from (name for pattern, name in _table().files if pattern.search(path))


def _sources(
    snapshot: Snapshot, infos: Iterable[FileInfo], texts: Mapping[str, SourceText]
) -> Iterator[SourceText]:
    missing = {info.entry.raw_path: info for info in infos if info.path not in texts}
    yield from (texts[info.path] for info in infos if info.path in texts)
    for entry, data in snapshot.read([info.entry for info in missing.values()]):
        source = read_text(missing[entry.raw_path], data)
        if source is not None:
            yield source


def _imported(
    snapshot: Snapshot, files: Sequence[FileFacts], known: Mapping[str, object], quotes: Quotes
) -> Iterator[_Shown]:
    """Where nothing else shows a technology: the first files that import it."""
    wanted: dict[bytes, list[tuple[str, str]]] = defaultdict(list)
    infos: dict[bytes, FileInfo] = {}
    seen: Counter[str] = Counter()
    for facts in files:
        for root, name in _imported_technologies(facts):
            if name not in known and seen[name] < _MOST_IMPORTING_FILES:
                seen[name] += 1
                wanted[facts.info.entry.raw_path].append((root, name))
                infos[facts.info.entry.raw_path] = facts.info
    for entry, data in snapshot.read([info.entry for info in infos.values()]):
        source = read_text(infos[entry.raw_path], data)
        for root, name in wanted[entry.raw_path] if source else ():
            line = _importing_line(source, root) if source else None
            if source is not None and line is not None:
                yield _shown(name, "", source, line, quotes)


def _imported_technologies(facts: FileFacts) -> list[tuple[str, str]]:
    wanted = _table().imports.get(facts.info.language)
    if not wanted:
        return []
    roots = {_NAME_PARTS.split(name, maxsplit=1)[0] for name in facts.imports}
    return [(root, name) for root, name in wanted if root in roots]


def _importing_line(source: SourceText, root: str) -> int | None:
    pattern = re.compile(rf"\b(?:import|from|require)\b[^#]{{0,200}}?(?<![\w.]){re.escape(root)}\b")
    return next((number for number, line in enumerate(source.lines, 1) if pattern.search(line[:1000])), None)


@dataclass(frozen=True, slots=True)
class _Technologies:
    kinds: Mapping[str, TechnologyKind]
    exact: Mapping[tuple[str, str], tuple[str, ...]]
    prefixes: Mapping[str, tuple[tuple[str, str], ...]]
    files: tuple[tuple[re.Pattern[str], str], ...]
    settings: tuple[tuple[str, str], ...]
    imports: Mapping[str, tuple[tuple[str, str], ...]]
    stores: frozenset[str]

    def names_of(self, declared: Declared) -> Iterator[str]:
        """The technologies that a declared name shows."""
        yield from self.exact.get((declared.ecosystem, declared.name), ())
        for prefix, name in self.prefixes.get(declared.ecosystem, ()):
            if declared.name.startswith(prefix):
                yield name


@cache
def _table() -> _Technologies:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    exact: dict[tuple[str, str], list[str]] = defaultdict(list)
    prefixes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    imports: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, row in table.items():
        for ecosystem in get_args(Ecosystem):
            for pattern in row.get("kind_of" if ecosystem == "kind" else ecosystem, ()):
                if pattern.endswith("*"):
                    prefixes[ecosystem].append((pattern[:-1], name))
                else:
                    exact[ecosystem, pattern].append(name)
        for language in row.get("import_languages", ()):
            imports[language] += [(root, name) for root in row["imports"]]
    return _Technologies(
        kinds={name: row["kind"] for name, row in table.items()},
        exact={key: tuple(names) for key, names in exact.items()},
        prefixes={key: tuple(pairs) for key, pairs in prefixes.items()},
        files=tuple(
            (re.compile(rf"/(?:{p})\Z"), name) for name, row in table.items() for p in row.get("files", ())
        ),
        settings=tuple((text, name) for name, row in table.items() for text in row.get("settings", ())),
        imports={key: tuple(pairs) for key, pairs in imports.items()},
        stores=frozenset(
            name for name, row in table.items() if row["kind"] in _STORES and not row.get("in_process", False)
        ),
    )

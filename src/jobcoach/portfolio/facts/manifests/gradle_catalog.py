"""Gradle version catalogs. https://docs.gradle.org/current/userguide/version_catalogs.html"""

import tomllib
from collections.abc import Iterator
from typing import Any

from jobcoach.portfolio.facts.manifests.lines import line_with
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """The libraries and plugins of the catalog with the versions they refer to."""
    try:
        catalog = tomllib.loads(source.text)
    except (ValueError, RecursionError):
        return
    versions = _table(catalog.get("versions"))
    for entry in _table(catalog.get("libraries")).values():
        module, version = _library(entry)
        if module:
            yield Declared(
                "maven",
                module,
                _version(version, versions),
                line_with(source.lines, _searched(entry, module)),
            )
    for entry in _table(catalog.get("plugins")).values():
        name, version = _plugin(entry)
        if name:
            yield Declared("gradle_plugin", name, _version(version, versions), line_with(source.lines, name))


def _library(entry: object) -> tuple[str, object]:
    if isinstance(entry, str):
        parts = entry.split(":")
        return ":".join(parts[:2]), ":".join(parts[2:])
    table = _table(entry)
    module = table.get("module") or f"{table.get('group', '')}:{table.get('name', '')}"
    return str(module) if module != ":" else "", table.get("version", "")


def _searched(entry: object, module: str) -> str:
    return module if "module" in _table(entry) or isinstance(entry, str) else f'"{module.partition(":")[2]}"'


def _plugin(entry: object) -> tuple[str, object]:
    if isinstance(entry, str):
        name, _, version = entry.partition(":")
        return name, version
    return str(_table(entry).get("id", "")), _table(entry).get("version", "")


def _version(version: object, versions: dict[str, Any]) -> str:
    if isinstance(version, dict):
        version = versions.get(str(version.get("ref", "")), "")
    return version if isinstance(version, str) else ""


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


MANIFEST = Manifest(r"[^/]*\.versions\.toml", parse)

"""Files of a repository as the facts see them, given by the test."""

from collections.abc import Mapping

from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText


def infos(files: Mapping[str, str]) -> tuple[FileInfo, ...]:
    return tuple(classify(entry) for entry in MemorySnapshot(files).entries)


def source_text(content: str, path: str = "README.md") -> SourceText:
    return SourceText(infos({path: ""})[0], tuple(content.split("\n")), "utf-8")


def texts_of(files: Mapping[str, str]) -> dict[str, SourceText]:
    return {path: source_text(content, path) for path, content in files.items()}

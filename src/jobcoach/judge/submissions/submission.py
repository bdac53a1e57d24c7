"""A submission: its sources as bytes, so that it can be judged anywhere."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """``name`` is a relative POSIX path without ``..``."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Submission:
    """What the candidate handed in. ``path`` is as the user gave it,
    ``language`` an id of the language table, ``files`` sorted by name;
    ``entry_point`` names the main file or class where it must not be guessed."""

    path: str
    language: str
    files: tuple[SourceFile, ...]
    entry_point: str = ""

    @property
    def source_hash(self) -> str:
        """sha256 (hex) over names and contents; the path does not count."""
        digest = hashlib.sha256()
        for file in self.files:
            for part in (file.name.encode("utf-8", "surrogateescape"), file.content):
                digest.update(len(part).to_bytes(8, "big"))
                digest.update(part)
        digest.update(self.entry_point.encode())
        return digest.hexdigest()

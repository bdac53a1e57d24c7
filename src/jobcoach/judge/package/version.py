"""The version of a problem: a digest of all that a verdict depends on."""

import hashlib
from pathlib import Path

from jobcoach.judge.package.tree import JUDGED_FOLDERS, SETTINGS, PackageTree


def problem_version(tree: PackageTree) -> str:
    """Sha256 (hex) over names and contents of settings, tests and validators.

    Statements and submissions may change without a problem being another one.
    Contents are always read, never guessed from size and time: a cached
    verdict must not outlive its tests, and 100 MB take 0.1 to 0.3 s.
    """
    digest = hashlib.sha256()
    for name in SETTINGS:
        if path := tree.file(tree.root / name):
            _add(digest, name, path)
    for folder in JUDGED_FOLDERS:
        for file in tree.files_below(tree.root / folder):
            _add(digest, f"{folder}/{file}", tree.root / folder / file)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", name: str, path: Path) -> None:
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").digest()
    # Each part has a fixed length, so that no two packages read the same.
    digest.update(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest() + content)

"""How much of a repository is read. A repository is hostile: everything has an end."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What is left out beyond these is named in the snapshot's notes.

    A server leaves out files of ``file_bytes`` and more (``blob:limit``), so they
    are left out everywhere: the same repository gives the same review from a
    folder and from a URL.
    """

    file_bytes: int = MIB
    files: int = 100_000
    total_bytes: int = 512 * MIB
    depth: int = 100
    path_bytes: int = 4096
    commits: int = 100_000
    detailed_commits: int = 1000
    """Commits whose changed files are listed, and the depth of the history that is fetched."""
    lines_counted_files: int = 20_000
    """Changed files whose lines are counted, newest commits first: their contents must be read."""
    branches: int = 20
    download_bytes: int = 1024 * MIB
    read_seconds: float = 120
    """For one git process that reads: listing, contents, history."""
    read_memory_bytes: int = 512 * MIB
    fetch_seconds: float = 600
    fetch_memory_bytes: int = 2048 * MIB


LIMITS = Limits()

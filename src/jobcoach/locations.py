"""Where jobcoach keeps what is the user's: settings, database, cache.

``JOBCOACH_HOME`` moves all of it into one folder; else the system's own places
for settings, data and cache are taken. The working directory is never one of them.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Locations:
    """The user's files; none of them need exist yet."""

    config_file: Path
    database: Path
    cache: Path

    @property
    def questions(self) -> Path:
        """The user's own interview questions, beside the database."""
        return self.database.parent / "questions"


def find_locations(environ: Mapping[str, str] = os.environ) -> Locations:
    """The places for this user, by ``JOBCOACH_HOME`` or by the system's custom."""
    home = environ.get("JOBCOACH_HOME", "")
    if home:
        root = Path(home).expanduser().absolute()
        return Locations(root / "config.toml", root / "jobcoach.db", root / "cache")
    from platformdirs import PlatformDirs  # 5 ms, not needed with JOBCOACH_HOME

    dirs = PlatformDirs("jobcoach", appauthor=False)
    return Locations(
        dirs.user_config_path / "config.toml",
        dirs.user_data_path / "jobcoach.db",
        dirs.user_cache_path,
    )

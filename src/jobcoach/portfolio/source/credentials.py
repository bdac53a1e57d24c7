"""Asking who somebody is, once: `git credential`, which asks the user's helpers and then the terminal."""

import base64
import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from jobcoach.portfolio.source.git import git_output, make_git_dir, users_settings
from jobcoach.portfolio.source.git_environment import fetching_environment
from jobcoach.portfolio.source.location import RemotePlace

_PATIENCE_SECONDS = 300


def with_credentials(place: RemotePlace) -> RemotePlace:
    """The same place with what the user typed. Raises GitFailed if they typed nothing."""
    parts = urlsplit(place.url)
    asked = f"protocol={parts.scheme}\nhost={parts.netloc}\npath={parts.path.lstrip('/')}\n\n"
    with tempfile.TemporaryDirectory(prefix="jobcoach-") as scratch:
        git_dir = make_git_dir(Path(scratch) / "own.git")
        environment = fetching_environment(git_dir, place, users_settings(git_dir), attended=True)
        found = git_output(
            ("credential", "fill"),
            environment,
            given=asked.encode(),
            seconds=_PATIENCE_SECONDS,
            asks_terminal=True,
        )
    lines = (line.partition("=") for line in found.decode("utf-8", "replace").splitlines())
    values = {name: value for name, _, value in lines}
    pair = f"{values.get('username', '')}:{values.get('password', '')}"
    header = f"Authorization: Basic {base64.b64encode(pair.encode()).decode()}"
    return replace(place, authorization=header)

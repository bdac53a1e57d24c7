"""A repository in the working directory, as a CI job finds it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

_IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *_IDENTITY, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(files: Mapping[str, str]) -> str:
    """Write these files and commit them with all else that is there; returns the commit's ID."""
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    git("add", "--all")
    git("commit", "--quiet", "--message", "more")
    return git("rev-parse", "HEAD")

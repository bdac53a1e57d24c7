"""What every test gets: a home of its own, no settings of the user's."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure, so no example has a deadline; CI runs the same
# examples each time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def jobcoach_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``JOBCOACH_HOME``, empty and this test's own; no other ``JOBCOACH_*`` is set."""
    for name in [name for name in os.environ if name.startswith("JOBCOACH_")]:
        monkeypatch.delenv(name)
    home = tmp_path / "jobcoach-home"
    monkeypatch.setenv("JOBCOACH_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output does not hang on the terminal or CI machine that runs the suite."""
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "PY_COLORS", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")

"""Time limits inferred from the reference submissions, kept by problem version."""

import json
import math
from contextlib import suppress
from pathlib import Path

from jobcoach.judge.package.model import Limits
from jobcoach.whole_file import whole_file

MOST_SECONDS = 1e6


def infer_time_limit_seconds(slowest_accepted_seconds: float, limits: Limits) -> float:
    """The limit by the rule of the package format (2025-09, "Problem Timing"): the slowest
    accepted submission's slowest test times a factor, rounded up to the resolution."""
    wanted = slowest_accepted_seconds * limits.accepted_to_limit
    steps = math.ceil(wanted / limits.time_resolution_seconds - 1e-9)
    return max(1, steps) * limits.time_resolution_seconds


class TimeLimits:
    """One small JSON file a problem version below ``folder`` (None: nothing is kept)."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, problem_version: str) -> float | None:
        """The limit in seconds; None when there is none, or none that makes sense."""
        if self._folder is None:
            return None
        try:
            value = json.loads((self._folder / f"{problem_version}.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        seconds = value.get("time_limit_seconds") if isinstance(value, dict) else None
        return float(seconds) if isinstance(seconds, int | float) and 0 < seconds < MOST_SECONDS else None

    def keep(self, problem_version: str, seconds: float) -> None:
        """Writes atomically; a full disk only means that it is inferred again."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with whole_file(self._folder / f"{problem_version}.json") as target:
                target.write(json.dumps({"time_limit_seconds": seconds}).encode())

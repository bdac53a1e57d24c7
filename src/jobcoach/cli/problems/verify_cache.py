"""Verdicts on reference submissions, kept between runs of ``problems verify``.

They are small files in the cache folder and not rows of the history: what a
package's author tries is not what the user has solved.
"""

import json
import threading
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from jobcoach.judge.events import Event, Finished
from jobcoach.judge.results import CompileResult, SubmissionResult, TestResult
from jobcoach.judge.verdicts import Verdict
from jobcoach.whole_file import whole_file


class VerdictCache:
    """One JSON file a verdict, named by its ``verdict_key``. Usable from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = threading.local()

    def recall(self, verdict_key: str) -> SubmissionResult | None:
        """The verdict kept under this key; None if there is none, or no sound one."""
        self._asked.key = verdict_key
        try:
            return _result(json.loads(self._file(verdict_key).read_text("utf-8")))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def on_event(self, event: Event) -> None:
        """Keep each verdict as it comes; the judge's own faults may be gone next time.

        A batch asks for a verdict and tells the end of judging in one and the
        same thread, so the key asked for last is that of the result.
        """
        if not isinstance(event, Finished):
            return
        key = self._asked.__dict__.pop("key", None)
        result = event.result
        if key is not None and not result.cached and not _has_judge_error(result):
            self._keep(key, result)

    def _file(self, verdict_key: str) -> Path:
        return self._folder / f"{verdict_key}.json"

    def _keep(self, verdict_key: str, result: SubmissionResult) -> None:
        tests = tuple(replace(test, sample=None) for test in result.tests)
        text = json.dumps(asdict(replace(result, tests=tests)))
        with suppress(OSError):  # a full disk only means judging again
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with whole_file(self._file(verdict_key)) as file:
                file.write(text.encode())


def _has_judge_error(result: SubmissionResult) -> bool:
    return Verdict.JE in {result.verdict, *(test.verdict for test in result.tests)}


def _result(value: dict[str, Any]) -> SubmissionResult:
    """The result that ``asdict`` took apart. Raises ValueError, TypeError, KeyError."""
    tests = tuple(TestResult(**{**test, "verdict": Verdict(test["verdict"])}) for test in value["tests"])
    parts = {
        "verdict": Verdict(value["verdict"]),
        "compile": CompileResult(**{**value["compile"], "cached": True}),
        "tests": tests,
        "cached": True,
    }
    return SubmissionResult(**{**value, **parts})

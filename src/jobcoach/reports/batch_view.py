"""A judged batch of the store: what its reports share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, takewhile

from jobcoach.store.records import JudgementRecord, TestRecord


@dataclass(frozen=True, slots=True)
class Batch:
    """One run of ``judge``; ``id`` is its number in the store."""

    id: int
    created_at: datetime
    judgements: tuple[JudgementRecord, ...]


@dataclass(frozen=True, slots=True)
class ProblemTable:
    """The submissions of one problem, with the names of all tests that any of them ran.

    ``folder`` is what the paths of all of them begin with, "" if nothing.
    """

    problem: str
    folder: str
    tests: tuple[str, ...]
    judgements: tuple[JudgementRecord, ...]


def problem_tables(batch: Batch) -> list[ProblemTable]:
    """One table a problem, problems by name, submissions in their order."""
    by_problem = sorted(batch.judgements, key=lambda each: each.problem)
    tables = []
    for problem, group in groupby(by_problem, key=lambda each: each.problem):
        judgements = tuple(group)
        tests = dict.fromkeys(test.name for each in judgements for test in each.tests)
        folder = _common_folder([each.path for each in judgements])
        tables.append(ProblemTable(problem, folder, tuple(sorted(tests, key=_in_order)), judgements))
    return tables


def tests_by_name(judgement: JudgementRecord) -> dict[str, TestRecord]:
    """The tests of one submission."""
    return {test.name: test for test in judgement.tests}


def points_of_record(judgement: JudgementRecord) -> tuple[float, float]:
    """(points, maximum); without a scoring of its own a problem is worth 100 or nothing."""
    if judgement.points is None:
        return (100.0 if judgement.verdict == "AC" else 0.0), 100.0
    return judgement.points, 100.0 if judgement.max_points is None else judgement.max_points


def slowest_seconds(tests: Sequence[TestRecord]) -> float:
    """CPU seconds of the slowest test, 0 without tests."""
    return max((test.cpu_seconds for test in tests), default=0.0)


def _common_folder(paths: Sequence[str]) -> str:
    """``a/b/`` of ``a/b/c.py`` and ``a/b/d/e.py``: names, not letters."""
    folders = [path.split("/")[:-1] for path in paths]
    shared = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    return "".join(f"{names[0]}/" for names in shared)


def _in_order(name: str) -> tuple[bool, str]:
    """Samples first."""
    return not name.startswith("sample"), name

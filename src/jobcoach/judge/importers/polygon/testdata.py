"""Polygon's tests, groups and points, written as test data of 2025-09."""

import re
import shutil
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.importers.polygon.description import Description, PolygonGroup, PolygonTest
from jobcoach.judge.importers.polygon.files import inside
from jobcoach.judge.importers.problem_yaml import plain_number, write_yaml
from jobcoach.judge.importers.source_format import Conversion

_MAX_NAMED = 10


def write_tests(conversion: Conversion, description: Description, flags: tuple[str, ...]) -> bool:
    """Copy the tests; ``flags`` are the output validator's. Whether there are points."""
    _check_complete(conversion.source, description)
    scoring = any(test.points for test in description.tests) or any(g.points for g in description.groups)
    writer = _TestWriter(conversion, description, flags)
    if scoring:
        writer.write_with_points()
    else:
        writer.write_plain()
    return scoring


def _check_complete(source: Path, description: Description) -> None:
    missing = [
        test
        for test in description.tests
        if not (inside(source, test.input_path) and inside(source, test.answer_path))
    ]
    if not missing:
        return
    numbers = ", ".join(str(test.number) for test in missing[:_MAX_NAMED])
    more = f" and {len(missing) - _MAX_NAMED} more" if len(missing) > _MAX_NAMED else ""
    generated = any(test.is_generated for test in missing)
    reason = (
        "a script generates them, and it is not run here" if generated else "their input or answer is missing"
    )
    raise InputError(
        "Tests are not in the archive",
        why=f"{numbers}{more}; {reason}",
        mend="on Polygon build the full package (Packages, Full), and import that",
    )


class _TestWriter:
    def __init__(self, conversion: Conversion, description: Description, flags: tuple[str, ...]) -> None:
        self._source = conversion.source
        self._data = conversion.target / "data"
        self._description = description
        self._flags = list(flags)
        self._digits = len(str(len(description.tests)))

    def write_plain(self) -> None:
        """Samples and secret tests of a problem without points."""
        for test in self._description.tests:
            self._copy(test, "sample" if test.is_sample else "secret")
        self._configure("sample", {})
        self._configure("secret", {})

    def write_with_points(self) -> None:
        """One group of 2025-09 for each of Polygon's; all their points add up."""
        for test in self._description.tests:
            if test.is_sample:
                self._copy(test, "sample")
        self._configure("sample", {})
        groups = {group.name: group for group in self._description.groups}
        names: dict[str, list[str]] = {}  # a group of Polygon's -> ours
        total = 0.0
        for name in dict.fromkeys(test.group for test in self._description.tests):
            group = groups.get(name, PolygonGroup(name, 0, is_complete=False, dependencies=()))
            tests = [test for test in self._description.tests if test.group == name]
            points = group.points or sum(test.points for test in tests)
            if not points and all(test.is_sample for test in tests):
                names[name] = ["sample"]
                continue
            requires = [ours for other in group.dependencies for ours in names.get(other, [])]
            names[name] = self._write_group(group, tests, points, requires)
            total += points
        self._configure("secret", {"max_score": plain_number(total), "score_aggregation": "sum"})

    def _write_group(
        self, group: PolygonGroup, tests: list[PolygonTest], points: float, requires: list[str]
    ) -> list[str]:
        """Tests of a summed group share its points evenly, so each worth gets a group."""
        if group.is_complete:
            parts = {"": tests}
        else:
            worths = sorted({test.points for test in tests})
            by_worth = {worth: [test for test in tests if test.points == worth] for worth in worths}
            single = len(worths) == 1
            parts = {"" if single else f"-{plain_number(worth)}pt": own for worth, own in by_worth.items()}
        written = []
        for suffix, own in parts.items():
            # Groups are judged in the order of names, which must be that of Polygon.
            name = f"secret/{self._number(own[0])}-{_plain(group.name or 'tests')}{suffix}"
            for test in own:
                self._copy(test, name)
            share = points if len(parts) == 1 else sum(test.points for test in own)
            settings: dict[str, object] = {
                "max_score": plain_number(share),
                "score_aggregation": "pass-fail" if group.is_complete else "sum",
                "require_pass": requires or None,
            }
            self._configure(name, settings)
            written.append(name)
        return written

    def _copy(self, test: PolygonTest, folder: str) -> None:
        target = self._data / folder
        target.mkdir(parents=True, exist_ok=True)
        for relative, suffix in ((test.input_path, "in"), (test.answer_path, "ans")):
            path = inside(self._source, relative)
            if path is not None:
                shutil.copyfile(path, target / f"{self._number(test)}.{suffix}")

    def _number(self, test: PolygonTest) -> str:
        return str(test.number).zfill(self._digits)

    def _configure(self, folder: str, settings: dict[str, object]) -> None:
        if not (self._data / folder).is_dir() and folder != "secret":
            return
        if self._flags:
            settings["output_validator_args"] = self._flags
        if settings:
            write_yaml(self._data / folder / "test_group.yaml", settings)


def _plain(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "group"

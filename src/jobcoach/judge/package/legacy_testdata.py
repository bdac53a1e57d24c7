"""Test data of the legacy format: each folder is a group, graded by its flags.

``testdata.yaml`` of a folder holds for the folders below it too, key by key.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from jobcoach.judge.package.cases import Case, CaseFinder, validator_args
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.model import Aggregation, TestCase, TestGroup
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.tree import PackageTree

_KEYS = {
    "on_reject", "grading", "grader_flags", "input_validator_flags", "output_validator_flags",
    "accept_score", "reject_score", "range",
}  # fmt: skip
_SCORE_MODES = {
    "sum": Aggregation.SUM,
    "avg": Aggregation.AVG,
    "min": Aggregation.MIN,
    "max": Aggregation.MAX,
}
_VERDICT_MODES = ("worst_error", "no_errors", "first_error", "always_accept")
_OTHER_FLAGS = ("ignore_sample", "accept_if_any_accepted")
_T = TypeVar("_T")
_NOT_JUDGED = ("invalid_input", "invalid_inputs", "invalid_output", "valid_output", "bad")


@dataclass(frozen=True, slots=True)
class LegacyGrading:
    """The settings of one group; the defaults are the format's."""

    break_on_reject: bool = True
    grader_flags: tuple[str, ...] = ()
    input_validator_flags: tuple[str, ...] = ()
    output_validator_flags: tuple[str, ...] = ()
    accept_score: float | None = None
    reject_score: float | None = None
    max_score: float | None = None


def read_legacy_testdata(
    tree: PackageTree,
    findings: Findings,
    base: LegacyGrading,
    validator_flags: tuple[str, ...],
    scoring: bool,
) -> TestGroup:
    """The root group of ``data/``; ``base`` is what problem.yaml sets for all groups."""
    return _LegacyReader(tree, findings, validator_flags, scoring).group(tree.root / "data", "", base)


class _LegacyReader:
    def __init__(
        self, tree: PackageTree, findings: Findings, validator_flags: tuple[str, ...], scoring: bool
    ) -> None:
        self._tree = tree
        self._findings = findings
        self._validator_flags = validator_flags
        self._scoring = scoring
        self._data = tree.root / "data"
        self._cases = CaseFinder(tree, self._data, findings)

    def group(self, directory: Path, name: str, inherited: LegacyGrading) -> TestGroup:
        grading = self._grading(directory, inherited)
        cases, folders = self._cases.look(directory)
        groups = [
            self.group(entry.path, str(entry.path.relative_to(self._data)), grading)
            for entry in folders
            if name or entry.name not in _NOT_JUDGED
        ]
        flags = grading.grader_flags
        return TestGroup(
            name=name,
            tests=tuple(self._test(case, name, grading) for case in sorted(cases, key=lambda c: c.name)),
            groups=tuple(group for group in groups if group.tests or group.groups),
            aggregation=self._aggregation(flags),
            max_points=grading.max_score,
            accept_points=grading.accept_score,
            reject_points=grading.reject_score,
            break_on_reject=grading.break_on_reject,
            accept_if_any_accepted="accept_if_any_accepted" in flags,
            first_error=_last_of(_VERDICT_MODES, flags) == "first_error",
            ignore_sample="ignore_sample" in flags and not name,
            always_accept=_last_of(_VERDICT_MODES, flags) == "always_accept",
        )

    def _aggregation(self, flags: tuple[str, ...]) -> Aggregation:
        if not self._scoring:
            return Aggregation.PASS_FAIL
        return _SCORE_MODES[_last_of(tuple(_SCORE_MODES), flags) or "sum"]

    def _test(self, case: Case, group: str, grading: LegacyGrading) -> TestCase:
        flags = case.output_validator_args
        return TestCase(
            name=case.name,
            group=group,
            input_path=case.input_path,
            answer_path=case.answer_path,
            args=case.args or (),
            files=case.files,
            files_directory=case.files_directory,
            validator_flags=self._validator_flags
            + (grading.output_validator_flags if flags is None else flags),
            input_validator_flags=grading.input_validator_flags,
        )

    def _grading(self, directory: Path, inherited: LegacyGrading) -> LegacyGrading:
        path = self._tree.file(directory / "testdata.yaml")
        if path is None:
            # ignore_sample is for the root alone, even though flags are inherited.
            return inherited
        section = Section.of_file(path, self._findings)
        section.warn_unknown(_KEYS)
        if section.text("grading") not in (None, "default"):
            section.error("grading", "graders of a package's own are not supported; only grading: default is")
        return _settings(section, inherited)


def _settings(section: Section, inherited: LegacyGrading) -> LegacyGrading:
    """The section's settings; what it leaves out is inherited."""
    on_reject = section.text("on_reject")
    if on_reject not in (None, "break", "continue"):
        section.error("on_reject", f"on_reject must be break or continue, not {on_reject!r}")
    flags = section.words("grader_flags")
    for flag in flags or ():
        if flag not in (*_SCORE_MODES, *_VERDICT_MODES, *_OTHER_FLAGS):
            section.error("grader_flags", f"the default grader knows no flag {flag!r}")
    return LegacyGrading(
        break_on_reject=_own(None if on_reject is None else on_reject == "break", inherited.break_on_reject),
        grader_flags=_own(flags, inherited.grader_flags),
        input_validator_flags=_own(
            validator_args(section, "input_validator_flags"), inherited.input_validator_flags
        ),
        output_validator_flags=_own(
            validator_args(section, "output_validator_flags"), inherited.output_validator_flags
        ),
        accept_score=_own(section.number("accept_score"), inherited.accept_score),
        reject_score=_own(section.number("reject_score"), inherited.reject_score),
        max_score=_own(score_range_maximum(section), inherited.max_score),
    )


def _own(value: _T | None, inherited: _T) -> _T:
    return inherited if value is None else value


def score_range_maximum(section: Section) -> float | None:
    """Upper end of ``range: 0 100``; None if it has none or is absent."""
    words = section.words("range")
    if words is None:
        return None
    try:
        low, high = (float(word) for word in words)
    except ValueError:
        low = high = math.nan
    if not low <= high:
        section.error("range", "range must be two numbers, the smaller first")
        return None
    return high if math.isfinite(high) else None


def _last_of(modes: tuple[str, ...], flags: tuple[str, ...]) -> str | None:
    return next((flag for flag in reversed(flags) if flag in modes), None)

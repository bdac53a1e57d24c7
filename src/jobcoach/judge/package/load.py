"""Loading a problem package, of either format, into a ``Problem``."""

import math
import re
from dataclasses import replace
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.checkers.flags import parse_token_rules
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.domjudge import INI_NAME, DomjudgeSettings, read_domjudge
from jobcoach.judge.package.expectations import AC, FAILURES, Annotation
from jobcoach.judge.package.legacy import read_legacy
from jobcoach.judge.package.legacy_testdata import read_legacy_testdata
from jobcoach.judge.package.metadata import Metadata
from jobcoach.judge.package.model import Limits, Problem, Program, TestGroup, TokenRules, ValidatorKind
from jobcoach.judge.package.own_settings import NAME as OWN_SETTINGS
from jobcoach.judge.package.own_settings import OwnSettings, read_own_settings
from jobcoach.judge.package.points import maximum_points
from jobcoach.judge.package.programs import includes, input_validators, output_validator
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.statements import find_statements, title_of
from jobcoach.judge.package.submissions import read_submissions
from jobcoach.judge.package.testdata_2025 import read_testdata_2025
from jobcoach.judge.package.tree import PackageTree
from jobcoach.judge.package.v2025 import read_2025
from jobcoach.judge.package.version import problem_version
from jobcoach.judge.package.yaml_tree import Mapping

_LEGACY = ("legacy", "legacy-icpc")
_NEWER = ("2025-09", "2025-09-draft", "draft", "2023-07-draft", "2023-07")
_DIFFICULTY = re.compile(r"difficulty-([1-5])\Z")


def load_problem(directory: Path) -> Problem:
    """The problem in ``directory``, with all its tests and reference submissions.

    Raises:
        PackageError: something in it cannot be used; all faults are told at once.
        InputError: there is no problem package there.
    """
    root = directory.resolve()
    if not any((root / name).is_file() for name in ("problem.yaml", INI_NAME)):
        raise InputError(
            f"{directory} is not a problem package",
            why="it has no problem.yaml",
            mend="to bring other archives into the format: jobcoach problems import PATH",
        )
    findings = Findings(root)
    problem = _Loader(root, findings).load()
    findings.raise_errors()
    return replace(problem, warnings=tuple(map(str, findings.warnings)))


class _Loader:
    """The steps of loading one package; ``findings`` gets what is wrong on the way."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._tree = PackageTree(root, findings)

    def load(self) -> Problem:
        metadata = self._metadata()
        domjudge = read_domjudge(self._root, self._findings)
        legacy_graded = metadata.format == "legacy" or self._has_legacy_grading(metadata)
        data = self._testdata(metadata, legacy_graded)
        own = read_own_settings(self._tree, self._root, self._findings)
        kind, program = self._validator(metadata, domjudge, own)
        if own.function and metadata.interactive:
            self._findings.error(
                OWN_SETTINGS, None, "an interactive problem asks for a program, not for a function"
            )
        statements = find_statements(self._tree, self._root)
        maximum = maximum_points(data, scoring=metadata.scoring, shares_points=not legacy_graded)
        difficulties = [match for word in metadata.keywords if (match := _DIFFICULTY.match(word))]
        return Problem(
            id=self._root.name,
            root=self._root,
            format=metadata.format,
            version=problem_version(self._tree),
            names=self._names(metadata, domjudge, statements),
            statements=statements,
            data=data,
            limits=self._limits(metadata.limits, domjudge),
            scoring=metadata.scoring,
            interactive=metadata.interactive,
            validator=kind,
            validator_program=program,
            log_checker=self._log_checker(kind) if metadata.interactive else None,
            validator_flags=metadata.validator_flags,
            token_rules=self._token_rules(metadata.validator_flags, data, kind),
            input_validators=input_validators(self._tree, self._root),
            submissions=read_submissions(
                self._tree,
                self._findings,
                by_folder=metadata.format == "legacy" or metadata.is_draft,
                partial=_partial(maximum, legacy_graded=legacy_graded),
            ),
            languages=metadata.languages,
            keywords=tuple(word for word in metadata.keywords if not _DIFFICULTY.match(word)),
            difficulty=int(difficulties[0][1]) if difficulties else None,
            maximum_points=maximum,
            score_file=metadata.score_file,
            includes=includes(self._tree, self._root),
            shares_points=metadata.scoring and not legacy_graded,
            constants=metadata.constants,
            hints=own.hints,
            function=own.function,
        )

    def _metadata(self) -> Metadata:
        path = self._root / "problem.yaml"
        file = self._tree.file(path)
        section = Section.of_file(file, self._findings) if file else Section(path, Mapping(1), self._findings)
        self._findings.raise_errors()  # after a broken file, all else would be noise
        version = section.text("problem_format_version") or "legacy"
        if version in _LEGACY:
            return read_legacy(section)
        if version not in _NEWER:
            section.error("problem_format_version", f"unknown format {version!r}; known: legacy and 2025-09")
            self._findings.raise_errors()
        return read_2025(section)

    def _has_legacy_grading(self, metadata: Metadata) -> bool:
        """Drafts graded by ``testdata.yaml``; 2025-09 has ``test_group.yaml``."""
        if not metadata.is_draft:
            return False
        names = {file.name for file in self._tree.files_below(self._root / "data")}
        return "testdata.yaml" in names and "test_group.yaml" not in names

    def _testdata(self, metadata: Metadata, legacy_graded: bool) -> TestGroup:
        if legacy_graded:
            data = read_legacy_testdata(
                self._tree, self._findings, metadata.grading, metadata.validator_flags, metadata.scoring
            )
        else:
            data = read_testdata_2025(self._tree, self._findings, metadata.scoring, metadata.constants)
        present = {group.name for group in data.groups}
        if not data.groups and not data.tests:
            self._findings.error("data", None, "there are no tests: data/secret holds no .in file")
        elif "secret" not in present:
            self._findings.warn("data", None, "there are no secret tests")
        return data

    def _validator(
        self, metadata: Metadata, domjudge: DomjudgeSettings, own: OwnSettings
    ) -> tuple[ValidatorKind, Program | None]:
        directories = ("output_validator", "output_validators")
        if metadata.format == "legacy":
            directories = directories[::-1]
        programs = [output_validator(self._tree, self._root / name, self._findings) for name in directories]
        program = next((found for found in programs if found), None)
        wanted = metadata.custom_validator or metadata.interactive
        if program is None:
            if wanted:
                self._findings.error(
                    directories[0], None, "a custom output validator is needed here, and is missing"
                )
            elif domjudge.special_compare:
                self._findings.warn(
                    INI_NAME, None, "special_compare names a program of a server; the default is used"
                )
            return ValidatorKind.DEFAULT, None
        if metadata.format == "legacy" and not wanted and not domjudge.special_compare:
            self._findings.warn(
                directories[0], None, "not used, since problem.yaml does not say validation: custom"
            )
            return ValidatorKind.DEFAULT, None
        # Packages made from Polygon's say so in jobcoach.yaml.
        return ValidatorKind.TESTLIB if own.testlib else ValidatorKind.CUSTOM, program

    def _log_checker(self, kind: ValidatorKind) -> Program | None:
        """Polygon's packages have a checker besides the interactor; both must be content."""
        if kind is not ValidatorKind.TESTLIB:
            return None
        return output_validator(self._tree, self._root / "log_checker", self._findings)

    def _token_rules(self, flags: tuple[str, ...], data: TestGroup, kind: ValidatorKind) -> TokenRules:
        """The problem's rules; flags of groups and tests are checked too."""
        if kind is not ValidatorKind.DEFAULT:
            return TokenRules()
        for group, own in sorted(_flags_by_group(data)):
            try:
                parse_token_rules(own)
            except ValueError as error:
                self._findings.error(f"data/{group}", None, str(error))
        try:
            return parse_token_rules(flags)
        except ValueError as error:
            self._findings.error("problem.yaml", None, f"validator_flags: {error}")
            return TokenRules()

    def _limits(self, limits: Limits, domjudge: DomjudgeSettings) -> Limits:
        own, other = limits.time_limit_seconds, domjudge.time_limit_seconds
        if own is not None and other not in (None, own):
            self._findings.warn(
                "problem.yaml", None, f"time_limit {own:g} s counts, not DOMjudge's {other:g} s"
            )
        return limits if other is None or own is not None else replace(limits, time_limit_seconds=other)

    def _names(
        self, metadata: Metadata, domjudge: DomjudgeSettings, statements: dict[str, Path]
    ) -> dict[str, str]:
        names = dict(metadata.names)
        if metadata.format == "legacy":
            titles = {language: title_of(path) for language, path in statements.items()}
            names |= {language: title for language, title in titles.items() if title}
        if not names:
            names["en"] = domjudge.name or self._root.name
        if not statements:
            self._findings.warn("statement", None, "there is no statement")
        return dict(sorted(names.items()))


def _partial(maximum: float | None, *, legacy_graded: bool) -> Annotation:
    """What is expected in ``partially_accepted``: less than all points.

    A legacy grader may accept a submission for part of the points; by 2025-09's
    rules a test that failed shows in the verdict.
    """
    expected = frozenset({AC}) if legacy_graded else FAILURES | {AC}
    return Annotation(expected, None if maximum is None else (-math.inf, math.nextafter(maximum, -math.inf)))


def _flags_by_group(group: TestGroup) -> set[tuple[str, tuple[str, ...]]]:
    found = {(test.group, test.validator_flags) for test in group.tests}
    return found.union(*(_flags_by_group(sub) for sub in group.groups))

"""Test data of format 2025-09: groups are folders of ``secret`` with a ``test_group.yaml``."""

from dataclasses import dataclass, replace
from pathlib import Path

from jobcoach.judge.package.cases import Case, CaseFinder, validator_args
from jobcoach.judge.package.constants import Constants
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.model import Aggregation, TestCase, TestGroup
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.tree import PackageTree

_KEYS = {
    "max_score", "score_aggregation", "static_validation_score", "require_pass", "args",
    "input_validator_args", "static_validator_args", "output_validator_args",
    "input_visualizer_args", "output_visualizer_args", "full_feedback",
}  # fmt: skip
_CONFIG = "test_group.yaml"
_SECRET_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class _Config:
    max_points: float | None  # None: unbounded
    aggregation: Aggregation
    requires: tuple[str, ...]
    args: tuple[str, ...]
    input_validator_args: tuple[str, ...]
    output_validator_args: tuple[str, ...]


def read_testdata_2025(
    tree: PackageTree, findings: Findings, scoring: bool, constants: Constants
) -> TestGroup:
    """The root group, with ``sample`` and ``secret`` below it."""
    return _Reader(tree, findings, scoring, constants).root()


class _Reader:
    def __init__(self, tree: PackageTree, findings: Findings, scoring: bool, constants: Constants) -> None:
        self._tree = tree
        self._findings = findings
        self._scoring = scoring
        self._constants = constants
        self._data = tree.root / "data"
        self._cases = CaseFinder(tree, self._data, findings)
        self._common = _Config(None, Aggregation.PASS_FAIL, (), (), (), ())
        self._common = self._for_all()

    def root(self) -> TestGroup:
        sample = self._group("sample", self._config(self._data / "sample", Aggregation.PASS_FAIL, None))
        secret = self._secret()
        return TestGroup(
            name="",
            groups=tuple(group for group in (sample, secret) if group.tests or group.groups),
            aggregation=secret.aggregation,
            max_points=secret.max_points,
            # Samples carry no points: failing one leaves the points of secret tests.
            break_on_reject=not self._scoring,
        )

    def _for_all(self) -> _Config:
        """Arguments in ``data/`` itself: other tools let them hold for all groups."""
        config = self._config(self._data, Aggregation.PASS_FAIL, None)
        file = self._tree.file(self._data / _CONFIG)
        if file:
            self._findings.warn(
                file, None, "the format has no such file here; its arguments hold for all groups"
            )
        return config

    def _secret(self) -> TestGroup:
        directory = self._data / "secret"
        cases, folders = self._cases.look(directory)
        grouped = [entry for entry in folders if self._tree.file(entry.path / _CONFIG)]
        config = self._config(
            directory,
            Aggregation.SUM if self._scoring else Aggregation.PASS_FAIL,
            _SECRET_POINTS if self._scoring else None,
        )
        if not grouped:
            return self._group("secret", config)
        if cases or len(grouped) < len(folders):
            self._findings.error(directory, None, "holds both test groups and tests outside of them")
        groups = []
        for entry in grouped:
            own = self._config(entry.path, Aggregation.PASS_FAIL, None)
            name = f"secret/{entry.name}"
            groups.append(self._group(name, own))
            self._check_points(entry.path, own, config)
        return self._made("secret", config, (), tuple(groups))

    def _group(self, name: str, config: _Config) -> TestGroup:
        cases = self._cases.look_below(self._data / name)
        for case in cases:
            folder = case.input_path.parent
            if folder != self._data / name and self._tree.file(folder / _CONFIG):
                self._findings.error(folder / _CONFIG, None, "groups do not stand inside groups")
        return self._made(name, config, tuple(self._test(case, name, config) for case in cases), ())

    def _made(
        self, name: str, config: _Config, tests: tuple[TestCase, ...], groups: tuple[TestGroup, ...]
    ) -> TestGroup:
        summed = self._scoring and config.aggregation is Aggregation.SUM
        return TestGroup(
            name=name,
            tests=tests,
            groups=groups,
            aggregation=config.aggregation,
            max_points=config.max_points,
            break_on_reject=not summed and not (self._scoring and groups),
            requires=config.requires,
        )

    def _test(self, case: Case, group: str, config: _Config) -> TestCase:
        return TestCase(
            name=case.name,
            group=group,
            input_path=case.input_path,
            answer_path=case.answer_path,
            args=_own(case.args, config.args),
            files=case.files,
            files_directory=case.files_directory,
            validator_flags=_own(case.output_validator_args, config.output_validator_args),
            input_validator_flags=_own(case.input_validator_args, config.input_validator_args),
        )

    def _config(self, directory: Path, aggregation: Aggregation, max_points: float | None) -> _Config:
        """Settings of one group. Nothing is inherited from the group above, but see ``_for_all``."""
        path = self._tree.file(directory / _CONFIG)
        if path is None:
            old = self._tree.file(directory / "testdata.yaml")
            if old:
                self._findings.warn(old, None, f"not read: format 2025-09 has {_CONFIG} instead")
            return replace(self._common, max_points=max_points, aggregation=aggregation, requires=())
        section = Section.of_file(path, self._findings, self._constants)
        section.warn_unknown(_KEYS)
        if "static_validation_score" in section:
            section.error("static_validation_score", "static validators are not supported")
        if not self._scoring:
            for key in ("max_score", "score_aggregation", "require_pass"):
                if key in section:
                    section.warn(key, f"{key} has no meaning in a pass-fail problem")
        return _Config(
            self._max_points(section, max_points),
            self._aggregation(section, aggregation),
            (section.words("require_pass") or ()) if self._scoring else (),
            _own(section.words("args"), self._common.args),
            _own(validator_args(section, "input_validator_args"), self._common.input_validator_args),
            _own(section.words("output_validator_args"), self._common.output_validator_args),
        )

    def _max_points(self, section: Section, default: float | None) -> float | None:
        if not self._scoring or "max_score" not in section:
            return default
        if section.text("max_score") == "unbounded":
            return None
        points = section.number("max_score")
        if points is not None and points < 0:
            section.error("max_score", "max_score must be 0 or more")
        return points

    def _aggregation(self, section: Section, default: Aggregation) -> Aggregation:
        word = section.text("score_aggregation")
        if word is None or not self._scoring:
            return default
        if word not in ("pass-fail", "sum", "min"):
            section.error("score_aggregation", f"must be pass-fail, sum or min, not {word!r}")
            return default
        return Aggregation(word)

    def _check_points(self, directory: Path, group: _Config, secret: _Config) -> None:
        if not self._scoring or group.max_points is not None:
            return
        if secret.max_points is not None or group.aggregation is Aggregation.PASS_FAIL:
            self._findings.error(
                directory / _CONFIG, None, "max_score is missing: how many points is the group?"
            )


def _own(value: tuple[str, ...] | None, inherited: tuple[str, ...]) -> tuple[str, ...]:
    return inherited if value is None else value

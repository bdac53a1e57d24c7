"""``jobcoach.yaml``: what the package formats have no place for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jobcoach.judge.function_style.read import read_function
from jobcoach.judge.function_style.signature import Function
from jobcoach.judge.package.diagnostics import Findings
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.tree import PackageTree

NAME = "jobcoach.yaml"
_KEYS = {"validator_protocol", "hints", "function"}
_HINTS_MAX = 5


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """``testlib`` says how a custom validator talks; ``hints`` by language lead on step by step."""

    testlib: bool = False
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    function: Function | None = None


def read_own_settings(tree: PackageTree, root: Path, findings: Findings) -> OwnSettings:
    """The settings of the package, the defaults where it has no such file; faults are noted."""
    path = tree.file(root / NAME)
    if path is None:
        return OwnSettings()
    section = Section.of_file(path, findings)
    section.warn_unknown(_KEYS)
    protocol = section.text("validator_protocol") or "icpc"
    if protocol not in ("icpc", "testlib"):
        section.error("validator_protocol", f"validator_protocol must be icpc or testlib, not {protocol!r}")
    return OwnSettings(
        testlib=protocol == "testlib",
        hints=_hints(section.section("hints")),
        function=read_function(section.section("function")) if "function" in section else None,
    )


def _hints(section: Section) -> dict[str, tuple[str, ...]]:
    section.warn_unknown({"en", "ko"})
    hints = {}
    for language in section.names:
        steps = section.words(language) or ()
        if len(steps) > _HINTS_MAX:
            section.error(language, f"there are {len(steps)} hints, {_HINTS_MAX} are the most")
        hints[language] = steps
    return hints

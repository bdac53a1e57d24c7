"""What both formats of problem.yaml say, in one shape."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jobcoach.judge.package.constants import NO_CONSTANTS, Constants
from jobcoach.judge.package.legacy_testdata import LegacyGrading
from jobcoach.judge.package.model import Limits, ScoreFile
from jobcoach.judge.package.section import Section


@dataclass(frozen=True, slots=True)
class Metadata:
    """problem.yaml as read by ``legacy`` or ``v2025``."""

    format: str
    names: Mapping[str, str]
    limits: Limits
    scoring: bool = False
    interactive: bool = False
    custom_validator: bool = False
    validator_flags: tuple[str, ...] = ()
    score_file: ScoreFile = ScoreFile.FORBIDDEN
    keywords: tuple[str, ...] = ()
    languages: frozenset[str] | None = None
    is_draft: bool = False  # one of the drafts before 2025-09, which tools still judge as legacy
    constants: Constants = NO_CONSTANTS
    grading: LegacyGrading = field(default_factory=LegacyGrading)


def read_names(section: Section) -> dict[str, str]:
    """``name``: a map from languages, or one name, which then is the English one."""
    if not section.is_mapping("name"):
        name = section.text("name")
        return {"en": name} if name else {}
    names = section.section("name")
    return {language: text for language in names.names if (text := names.text(language))}

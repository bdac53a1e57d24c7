"""problem.yaml of the formats ``legacy`` and ``legacy-icpc``."""

from jobcoach.judge.package.legacy_testdata import LegacyGrading, score_range_maximum
from jobcoach.judge.package.limits import legacy_limits
from jobcoach.judge.package.metadata import Metadata, read_names
from jobcoach.judge.package.model import ScoreFile
from jobcoach.judge.package.section import Section

_KEYS = {
    "problem_format_version", "type", "name", "uuid", "author", "source", "source_url", "license",
    "rights_owner", "limits", "validation", "validator_flags", "grading", "keywords",
    "languages", "libraries", "validators",
}  # fmt: skip


def read_legacy(section: Section) -> Metadata:
    """Read the settings; the statements may give better names."""
    section.warn_unknown(_KEYS)
    kind = section.text("type") or "pass-fail"
    if kind not in ("pass-fail", "scoring"):
        section.error("type", f"type must be pass-fail or scoring, not {kind!r}")
    scoring = kind == "scoring"
    custom, options = _validation(section)
    return Metadata(
        format="legacy",
        names=read_names(section),
        limits=legacy_limits(section.section("limits")),
        scoring=scoring,
        interactive="interactive" in options,
        custom_validator=custom,
        validator_flags=section.words("validator_flags") or (),
        score_file=ScoreFile.REQUIRED if scoring and "score" in options else ScoreFile.FORBIDDEN,
        keywords=section.words("keywords") or (),
        grading=_grading(section.section("grading")),
    )


def _validation(section: Section) -> tuple[bool, set[str]]:
    """Whether the validator is custom, and its options."""
    first, *options = section.words("validation") or ("default",)
    if first not in ("default", "custom"):
        section.error("validation", f"validation must begin with default or custom, not {first!r}")
    for option in options:
        if option in ("multi-pass", "multipass"):
            section.error("validation", "multi-pass problems are not supported")
        elif option not in ("score", "interactive"):
            section.warn("validation", f"unknown option {option!r} is ignored")
    return first == "custom", set(options)


def _grading(section: Section) -> LegacyGrading:
    """Settings for all groups, which once stood in problem.yaml."""
    if section.text("objective") == "min":
        section.warn("objective", "points are to be minimised here; more points are still shown as better")
    on_reject = section.text("on_reject")
    return LegacyGrading(
        break_on_reject=on_reject not in ("grade", "continue"),
        accept_score=section.number("accept_score"),
        reject_score=section.number("reject_score"),
        max_score=score_range_maximum(section),
    )

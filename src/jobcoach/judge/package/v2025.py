"""problem.yaml of format ``2025-09`` and of the drafts that led to it."""

from jobcoach.judge.package.languages import our_language
from jobcoach.judge.package.limits import limits_2025
from jobcoach.judge.package.metadata import Metadata
from jobcoach.judge.package.model import ScoreFile
from jobcoach.judge.package.section import Section
from jobcoach.judge.package.yaml_tree import Mapping

_KEYS = {
    "problem_format_version", "type", "name", "uuid", "version", "credits", "source", "license",
    "rights_owner", "embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants",
    # Of the drafts:
    "author", "source_url", "validation",
}  # fmt: skip
_TYPES = ("pass-fail", "scoring", "interactive", "multi-pass", "submit-answer")


def read_2025(section: Section) -> Metadata:
    """Read the settings of a package in the newer format."""
    section.warn_unknown(_KEYS)
    types = section.words("type") or ("pass-fail",)
    for kind in types:
        if kind not in _TYPES:
            section.error("type", f"type must be out of {', '.join(_TYPES)}, not {kind!r}")
        elif kind in ("multi-pass", "submit-answer"):
            section.error("type", f"{kind} problems are not supported")
    if {"pass-fail", "scoring"} <= set(types):
        section.error("type", "a problem is either pass-fail or scoring")
    _check_constants(section)
    scoring = "scoring" in types
    return Metadata(
        format="2025-09",
        names=_names(section),
        limits=limits_2025(section.section("limits")),
        scoring=scoring,
        interactive="interactive" in types,
        score_file=ScoreFile.ALLOWED if scoring else ScoreFile.FORBIDDEN,
        keywords=section.words("keywords") or (),
        languages=_languages(section),
        is_draft=section.text("problem_format_version") != "2025-09",
    )


def _names(section: Section) -> dict[str, str]:
    if not isinstance(section.node("name"), Mapping):
        name = section.text("name")
        if name is None:
            section.warn("name", "the problem has no name")
        return {"en": name} if name else {}
    names = section.section("name")
    return {language: text for language in names.names if (text := names.text(language))}


def _languages(section: Section) -> frozenset[str] | None:
    codes = section.words("languages")
    return None if codes is None or codes == ("all",) else frozenset(map(our_language, codes))


def _check_constants(section: Section) -> None:
    if section.section("constants").names:
        section.warn(
            "constants", "constants are not filled in: {{name}} stays as it is in sources and statements"
        )

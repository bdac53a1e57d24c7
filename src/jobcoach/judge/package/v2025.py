"""problem.yaml of format ``2025-09`` and of the drafts that led to it."""

import re

from jobcoach.judge.package.constants import Constants
from jobcoach.judge.package.languages import our_language
from jobcoach.judge.package.limits import limits_2025
from jobcoach.judge.package.metadata import Metadata, read_names
from jobcoach.judge.package.model import ScoreFile
from jobcoach.judge.package.section import Section

_KEYS = {
    "problem_format_version", "type", "name", "uuid", "version", "credits", "source", "license",
    "rights_owner", "embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants",
    # Of the drafts:
    "author", "source_url", "validation",
}  # fmt: skip
_CONSTANT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_TYPES = ("pass-fail", "scoring", "interactive", "multi-pass", "submit-answer")


def read_2025(section: Section) -> Metadata:
    """Read the settings of a package in the newer format."""
    section.warn_unknown(_KEYS)
    if "name" not in section:
        section.warn("name", "the problem has no name")
    types = section.words("type") or ("pass-fail",)
    for kind in types:
        if kind not in _TYPES:
            section.error("type", f"type must be out of {', '.join(_TYPES)}, not {kind!r}")
        elif kind in ("multi-pass", "submit-answer"):
            section.error("type", f"{kind} problems are not supported")
    if {"pass-fail", "scoring"} <= set(types):
        section.error("type", "a problem is either pass-fail or scoring")
    scoring = "scoring" in types
    return Metadata(
        format="2025-09",
        names=read_names(section),
        limits=limits_2025(section.section("limits")),
        scoring=scoring,
        interactive="interactive" in types,
        score_file=ScoreFile.ALLOWED if scoring else ScoreFile.FORBIDDEN,
        keywords=section.words("keywords") or (),
        languages=_languages(section),
        constants=_constants(section.section("constants")),
        is_draft=section.text("problem_format_version") != "2025-09",
    )


def _languages(section: Section) -> frozenset[str] | None:
    codes = section.words("languages")
    return None if codes is None or codes == ("all",) else frozenset(map(our_language, codes))


def _constants(section: Section) -> Constants:
    values: dict[str, str] = {}
    for name in section.names:
        if not _CONSTANT.match(name):
            section.error(name, f"a constant is named by letters, digits and _, not {name!r}")
        elif section.is_mapping(name):
            values |= _variants(section, name)
        elif (text := section.text(name)) is not None:
            values |= {name: text, f"{name}.value": text}
    return Constants(values)


def _variants(section: Section, name: str) -> dict[str, str]:
    variants = section.section(name)
    texts = {key: text for key in variants.names if (text := variants.text(key)) is not None}
    if "value" not in texts:
        section.error(name, f"the constant {name} has no value")
        return {}
    return {name: texts["value"], **{f"{name}.{key}": text for key, text in texts.items()}}

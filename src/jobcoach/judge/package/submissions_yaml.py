"""``submissions/submissions.yaml`` of format 2025-09, and the folders' defaults."""

from dataclasses import dataclass, replace

from jobcoach.judge.package.expectations import AC, CRASHES, FAILURES, TLE, WA
from jobcoach.judge.package.glob import glob_matches
from jobcoach.judge.package.languages import our_language
from jobcoach.judge.package.model import Requirement
from jobcoach.judge.package.section import Section
from jobcoach.judge.verdicts import Verdict

_VERDICTS = {
    "AC": frozenset({AC}),
    "WA": frozenset({WA}),
    "TLE": frozenset({TLE}),
    "RTE": CRASHES,
    "MLE": frozenset({Verdict.MLE}),
    "OLE": frozenset({Verdict.OLE}),
}
_RULE_KEYS = {"permitted", "required", "score", "message", "use_for_time_limit"}
_SUBMISSION_KEYS = _RULE_KEYS | {"language", "entrypoint", "authors", "model_solution"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: for which submissions (a glob), what is required of which tests."""

    submissions: str
    requirements: tuple[Requirement, ...] = ()
    bounds: frozenset[str] = frozenset()  # "lower", "upper": part in the time limit
    language: str | None = None
    entry_point: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """All that the rules say of one submission."""

    requirements: tuple[Requirement, ...]
    uses_for_time_limit: bool
    counts_as_too_slow: bool
    language: str | None
    entry_point: str | None

    @property
    def expected(self) -> frozenset[Verdict]:
        """Verdicts that the whole may get, from what is required of all tests."""
        verdicts = FAILURES | {AC}
        for requirement in self.requirements:
            if requirement.tests:
                continue
            if requirement.permitted is not None:
                verdicts &= requirement.permitted
            if requirement.required is not None and AC not in requirement.required:
                verdicts -= {AC}
        return verdicts


def _default(folder: str, permitted: frozenset[Verdict] | None, required: frozenset[Verdict] | None) -> Rule:
    return Rule(folder, (Requirement("", permitted, required),), _bounds(permitted, required))


def _bounds(permitted: frozenset[Verdict] | None, required: frozenset[Verdict] | None) -> frozenset[str]:
    found = set()
    if permitted is not None and TLE not in permitted:
        found.add("lower")
    if required == frozenset({TLE}):
        found.add("upper")
    return frozenset(found)


_DEFAULTS = {
    rule.submissions: rule
    for rule in (
        _default("accepted", frozenset({AC}), None),
        _default("rejected", None, FAILURES),
        _default("wrong_answer", frozenset({AC, WA}), frozenset({WA})),
        _default("time_limit_exceeded", frozenset({AC, TLE}), frozenset({TLE})),
        _default("run_time_error", CRASHES | {AC}, CRASHES),
        _default("brute_force", CRASHES | {AC, TLE}, CRASHES | {TLE}),
    )
}


def read_rules(section: Section | None) -> tuple[Rule, ...]:
    """The default rules, with those of the file in their place or after them."""
    rules = dict(_DEFAULTS)
    if section is None:
        return tuple(rules.values())
    for pattern in section.names:
        default = _DEFAULTS.get(pattern, Rule(pattern, (Requirement(),)))
        rules[pattern] = _read_rule(pattern, section.section(pattern), default.requirements[0])
    return tuple(rules.values())


def match_rules(rules: tuple[Rule, ...], name: str) -> Matched:
    """What holds for the submission ``name`` (its path below ``submissions/``)."""
    mine = [rule for rule in rules if glob_matches(rule.submissions, name)]
    bounds = frozenset().union(*(rule.bounds for rule in mine))
    return Matched(
        requirements=tuple(requirement for rule in mine for requirement in rule.requirements),
        uses_for_time_limit="lower" in bounds,
        counts_as_too_slow="upper" in bounds,
        language=next((rule.language for rule in reversed(mine) if rule.language), None),
        entry_point=next((rule.entry_point for rule in reversed(mine) if rule.entry_point), None),
    )


def _read_rule(pattern: str, section: Section, default: Requirement) -> Rule:
    """One entry; what it leaves out of a default folder's rule comes from ``default``."""
    whole = _requirement("", section)
    requirements = [
        replace(
            whole,
            permitted=default.permitted if whole.permitted is None else whole.permitted,
            required=default.required if whole.required is None else whole.required,
        )
    ]
    bounds = _read_bounds(section, requirements[0])
    for key in section.names:
        if key not in _SUBMISSION_KEYS:
            below = section.section(key)
            below.warn_unknown(_RULE_KEYS)
            requirements.append(_requirement(key, below))
            bounds |= _read_bounds(below, requirements[-1])
    language = section.text("language")
    return Rule(
        pattern,
        tuple(r for r in requirements if r != Requirement(r.tests)),
        bounds,
        our_language(language) if language else None,
        section.text("entrypoint"),
    )


def _requirement(tests: str, section: Section) -> Requirement:
    return Requirement(
        tests=tests,
        permitted=_verdicts(section, "permitted"),
        required=_verdicts(section, "required"),
        points=_points(section),
        message=section.text("message") or "",
    )


def _verdicts(section: Section, key: str) -> frozenset[Verdict] | None:
    words = section.words(key)
    if words is None:
        return None
    unknown = [word for word in words if word not in _VERDICTS]
    if unknown or not words:
        section.error(key, f"{key} must list verdicts out of {', '.join(_VERDICTS)}")
        return None
    return frozenset().union(*(_VERDICTS[word] for word in words))


def _points(section: Section) -> tuple[float, float] | None:
    words = section.words("score")
    if words is None:
        return None
    try:
        bounds = [float(word) for word in words]
    except ValueError:
        bounds = []
    if len(bounds) not in (1, 2):
        section.error("score", "score must be one number or a list of two")
        return None
    return bounds[0], bounds[-1]


def _read_bounds(section: Section, requirement: Requirement) -> frozenset[str]:
    word = section.text("use_for_time_limit")
    if word in ("lower", "upper"):
        return frozenset({word})
    if word is not None and section.boolean("use_for_time_limit") is False:
        return frozenset()
    return _bounds(requirement.permitted, requirement.required)

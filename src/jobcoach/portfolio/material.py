"""What there is to judge: a category that nothing can be said of gets no score, rather than full marks."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Literal

from jobcoach.portfolio.facts.repository import Language, RepositoryFacts
from jobcoach.portfolio.rules.project import is_substantial
from jobcoach.portfolio.rules.registry import file_rules
from jobcoach.portfolio.rules.rule import Category, Rule

Reason = Literal["not_looked_for", "no_text", "no_code", "language_unknown", "no_history", "too_little"]
"""Why a category has no score; a key of ``review.unscored.*``."""

CODE_CLASSES = frozenset({"source", "test", "notebook"})
_RUN_CLASSES = CODE_CLASSES | {"config"}
# A language that fewer rules for code know gives full marks to any code.
_RULES_LEAST = 3
_FILES_ASKED = 20
# Less of what the rules know, among more of what they do not, stands for nothing.
_SHARE_LEAST, _LINES_LEAST = 0.2, 300


def unscored(facts: RepositoryFacts, rules: Sequence[Rule]) -> dict[Category, Reason]:
    """The categories that have no score, each with why. ``rules`` are those that were looked for."""
    looked_for = {rule.category for rule in rules}
    categories: tuple[Category, ...] = ("readme", "code", "tests", "security", "history", "delivery")
    found: dict[Category, Reason] = {
        category: "not_looked_for" for category in categories if category not in looked_for
    }
    for category, reason in _without_material(facts).items():
        found.setdefault(category, reason)
    return found


def unknown_language(facts: RepositoryFacts) -> Language | None:
    """The language that most of the code is in, if so little is in others that the code cannot be judged."""
    known = understood(facts)
    judged = [language for language in facts.languages if language.name in known]
    if sum(each.share for each in judged) >= _SHARE_LEAST or sum(map(_lines, judged)) >= _LINES_LEAST:
        return None
    return max((each for each in facts.languages if each.name not in known), key=_lines, default=None)


def understood(facts: RepositoryFacts) -> Collection[str]:
    """The languages of which more is known than their lines."""
    read = {file.info.language for file in facts.files if file.functions or file.imports}
    return read | {language.name for language in facts.languages if _ruled(language.name, facts)}


def _without_material(facts: RepositoryFacts) -> Mapping[Category, Reason]:
    found: dict[Category, Reason] = {}
    classes = {file.info.file_class for file in facts.files if file.encoding}
    if facts.history is None:
        found["history"] = "no_history"
    if not classes:
        return {**found, "readme": "no_text", "code": "no_text", "tests": "no_text", "security": "no_text",
                "delivery": "no_text"}  # fmt: skip
    if not classes & CODE_CLASSES:
        found |= {"code": "no_code", "tests": "no_code"}
        if not classes & _RUN_CLASSES:
            found |= {"security": "no_code", "delivery": "no_code"}
    elif unknown_language(facts) is not None:
        found |= {"code": "language_unknown", "tests": "language_unknown"}
    if not is_substantial(facts):
        # Of so little no rule asks for tests, a pipeline or a licence: that none is missed is no merit.
        found = {"tests": "too_little", "history": "too_little", "delivery": "too_little", **found}
    return found


def _ruled(language: str, facts: RepositoryFacts) -> bool:
    infos = [
        file.info
        for file in islice((each for each in facts.files if each.info.language == language), _FILES_ASKED)
    ]
    rules = [rule for rule in file_rules() if rule.category == "code"]
    return sum(any(map(rule.applies, infos)) for rule in rules) >= _RULES_LEAST


def _lines(language: Language) -> int:
    return language.lines

"""All rules, found where they lie: ``rules/<category>/<slug>.py`` with ``<slug>.toml`` beside it."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from jobcoach.errors import InputError
from jobcoach.portfolio.rules.rule import Category, FileRule, RepositoryRule, Rule
from jobcoach.words import Language

_RULES = Path(__file__).resolve().parent
_PORTFOLIO = _RULES.parent
# What a file rule's hits depend on besides the file: all of this goes into rules_version().
_DETECTION = (_RULES, _PORTFOLIO / "secrets")
_CATEGORIES: tuple[Category, ...] = get_args(Category)
_PREFIXES: dict[Category, str] = {
    "readme": "R", "tests": "T", "code": "C", "security": "S", "history": "H", "delivery": "D",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """What a reader learns of a rule. ``title``, ``remediation`` and ``question`` may hold ``{details}``."""

    title: str
    motivation: str
    detection: str
    remediation: str
    question: str


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id. Raises ValueError if two have one id, or one stands in a wrong folder."""
    rules = sorted((rule for rule, _ in _found()), key=lambda rule: rule.id)
    for before, after in pairwise(rules):
        if before.id == after.id:
            raise ValueError(f"two rules have the id {after.id}")
    return tuple(rules)


def file_rules() -> tuple[FileRule, ...]:
    """The rules that look at one file at a time, sorted by id."""
    return tuple(rule for rule in all_rules() if isinstance(rule, FileRule))


def repository_rules() -> tuple[RepositoryRule, ...]:
    """The rules that look at the facts of the whole repository, sorted by id."""
    return tuple(rule for rule in all_rules() if isinstance(rule, RepositoryRule))


def find_rule(rule_id: str) -> Rule:
    """The rule of that id, in either case. Raises InputError if there is none."""
    for rule in all_rules():
        if rule.id == rule_id.upper():
            return rule
    raise InputError(f"There is no rule {rule_id!r}", mend="to see all: jobcoach review rules")


def rule_texts(rule_id: str, lang: Language) -> RuleTexts:
    """The texts of a rule. Raises InputError if there is none of that id."""
    return RuleTexts(**_texts(find_rule(rule_id).id)[lang])


@cache
def rules_version() -> str:
    """A digest of all that decides what file rules find: with it changed, cached hits are void."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in _DETECTION for path in folder.rglob("*") if _decides(path)):
        digest.update(path.relative_to(_PORTFOLIO).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _decides(path: Path) -> bool:
    # The texts beside a rule are read when they are shown.
    return path.suffix == ".py" or (path.suffix == ".toml" and not path.with_suffix(".py").exists())


@cache
def _found() -> tuple[tuple[Rule, Path], ...]:
    return tuple(found for category in _CATEGORIES for found in _rules_of(category))


def _rules_of(category: Category) -> Iterator[tuple[Rule, Path]]:
    for texts in sorted((_RULES / category).glob("*.toml")):
        if not texts.with_suffix(".py").exists():
            continue
        rule = import_module(f"jobcoach.portfolio.rules.{category}.{texts.stem}").RULE
        if rule.category != category or not rule.id.startswith(_PREFIXES[category]):
            raise ValueError(f"the rule {rule.id} of {rule.category} stands in rules/{category}")
        yield rule, texts


@cache
def _texts(rule_id: str) -> dict[str, dict[str, str]]:
    path = next(texts for rule, texts in _found() if rule.id == rule_id)
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    names = [field.name for field in fields(RuleTexts)]
    return {lang: {name: table[lang][name].strip() for name in names} for lang in ("ko", "en")}

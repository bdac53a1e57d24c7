"""``jobcoach review rules``: what is looked for, and why."""

from collections.abc import Iterator, Sequence

from jobcoach.cli.context import AppContext
from jobcoach.portfolio.rules.registry import RuleTexts, all_rules, find_rule, rule_texts
from jobcoach.portfolio.rules.rule import Rule
from jobcoach.reports.paragraphs import hanging, paragraphs
from jobcoach.reports.review_json import rules_document

Texts = tuple[Rule, RuleTexts]


def show_rules(app: AppContext, rule_id: str | None) -> None:
    """List all rules, or explain one. Raises InputError for an unknown one."""
    rules = all_rules() if rule_id is None else (find_rule(rule_id),)
    texts = [(rule, rule_texts(rule.id, app.lang)) for rule in rules]
    if app.json:
        app.document(rules_document(texts))
        return
    for line in _listed(app, texts) if rule_id is None else _explained(app, *texts[0]):
        app.result(line)


def _listed(app: AppContext, rules: Sequence[Texts]) -> Iterator[str]:
    category = None
    for rule, texts in sorted(rules, key=lambda each: list(_order()).index(each[0].category)):
        if rule.category != category:
            if category is not None:
                yield ""
            category = rule.category
            yield app.style.bold(app.words(f"review.category.{category}"))
        severity = app.words(f"review.severity.{rule.severity}")
        yield from hanging(f"  {rule.id}  ", f"{texts.title} ({severity})", app.style)


def _order() -> Iterator[str]:
    from jobcoach.portfolio.score import WEIGHTS

    yield from WEIGHTS


def _explained(app: AppContext, rule: Rule, texts: RuleTexts) -> Iterator[str]:
    yield from hanging(f"{rule.id}  ", texts.title, app.style, app.style.bold)
    about = app.words(
        "review.rules.about",
        category=app.words(f"review.category.{rule.category}"),
        severity=app.words(f"review.severity.{rule.severity}"),
        confidence=app.words(f"review.confidence.{rule.confidence}"),
    )
    yield from hanging("", about, app.style, app.style.dim)
    for name in ("motivation", "detection", "remediation"):
        yield ""
        yield app.style.bold(app.words(f"review.rules.{name}"))
        yield from paragraphs("  ", getattr(texts, name), app.style)

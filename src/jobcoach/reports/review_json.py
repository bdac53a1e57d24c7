"""A review as plain JSON values: the document of ``--json``, and what is stored."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.rules.registry import RuleTexts
from jobcoach.portfolio.rules.rule import Rule

FORMAT = "jobcoach.review/1"
RULES_FORMAT = "jobcoach.review-rules/1"
DRY_RUN_FORMAT = "jobcoach.review-dry-run/1"
_SHARE_DECIMALS = 4


def review_document(review: Review) -> dict[str, Any]:
    """The whole review; ``scores`` are the categories', ``score_parts`` what rules took from them."""
    return {
        "format": FORMAT,
        "id": review.id,
        "created_at": review.created_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "lang": review.lang,
        "source": review.source.model_dump(),
        "notes": list(review.notes),
        "coverage": {
            "files": review.coverage.files,
            "bytes": review.coverage.bytes,
            "by_class": dict(sorted(review.coverage.by_class.items())),
            "skipped": [
                {"reason": reason, "count": count}
                for reason, count in sorted(review.coverage.skipped.items())
            ],
            "rules_failed": [each.model_dump() for each in review.coverage.rules_failed],
        },
        "languages": [
            {**each.model_dump(), "share": round(each.share, _SHARE_DECIMALS)} for each in review.languages
        ],
        "technologies": [_plain(each) for each in review.technologies],
        "score": review.score,
        "scores": {category: each.score for category, each in review.scores.items()},
        "unscored": {category: each.unscored for category, each in review.scores.items() if each.unscored},
        "score_weights": {category: each.weight for category, each in review.scores.items()},
        "score_parts": {
            category: [part.model_dump() for part in each.parts] for category, each in review.scores.items()
        },
        "findings": [_plain(each) for each in review.findings],
        "claims": [_plain(each) for each in review.claims],
        "questions": [_plain(each) for each in review.questions],
        "rewrites": [_plain(each) for each in review.rewrites],
        "summary": review.summary,
        "evidence_check": review.evidence_check.model_dump(),
        "llm": review.llm.model_dump(),
    }


def rules_document(rules: Sequence[tuple[Rule, RuleTexts]]) -> dict[str, Any]:
    """The rules with their texts."""
    return {
        "format": RULES_FORMAT,
        "rules": [
            {
                "id": rule.id,
                "category": rule.category,
                "severity": rule.severity,
                "confidence": rule.confidence,
                "title": texts.title,
                "motivation": texts.motivation,
                "detection": texts.detection,
                "remediation": texts.remediation,
            }
            for rule, texts in rules
        ],
    }


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401 (any model that holds evidence)
    plain: dict[str, Any] = value.model_dump(mode="json", exclude={"evidence"})
    return {**plain, "evidence": [_evidence(each) for each in value.evidence]}


def _evidence(evidence: Evidence) -> Mapping[str, Any]:
    return evidence.model_dump()

"""Findings as SARIF 2.1.0 (OASIS), as code scanning of GitHub and others reads it.

One result a place, as those show a result at one place. GitHub shows no result
without a location, so what is absent gets the name that OpenSSF Scorecard
uses for it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from jobcoach import __version__
from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import Finding, Review
from jobcoach.portfolio.rules.registry import RuleTexts
from jobcoach.portfolio.rules.rule import Rule, Severity
from jobcoach.text import printable
from jobcoach.words import Words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ABSENT = "no file associated with this alert"
_LEVELS: dict[Severity, str] = {"high": "error", "medium": "warning", "low": "note"}
# GitHub's bands: over 7.0 high, over 4.0 medium.
_SECURITY_SEVERITY: dict[Severity, str] = {"high": "8.0", "medium": "5.0", "low": "2.0"}
_MODEL = "model"


def sarif_document(review: Review, rules: Sequence[tuple[Rule, RuleTexts]], words: Words) -> dict[str, Any]:
    """The SARIF log with one run. ``rules`` are those that were looked for, with their texts."""
    descriptors = [_rule(rule, texts) for rule, texts in rules]
    if any(finding.rule == _MODEL for finding in review.findings):
        text = {"text": words("review.by_model")}
        descriptors.append({"id": _MODEL, "shortDescription": text, "fullDescription": text, "help": text})
    indexes = {descriptor["id"]: index for index, descriptor in enumerate(descriptors)}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "jobcoach", "version": __version__, "rules": descriptors}},
        "automationDetails": {"id": "jobcoach/review/"},
        "columnKind": "utf16CodeUnits",
        "results": list(_results(review, indexes)),
    }
    if review.source.kind == "remote" and "://" in review.source.location and review.source.commit:
        provenance = {"repositoryUri": review.source.location, "revisionId": review.source.commit}
        run["versionControlProvenance"] = [provenance]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, texts: RuleTexts) -> dict[str, Any]:
    properties: dict[str, Any] = {"tags": [rule.category], "precision": rule.confidence}
    if rule.category == "security":
        properties["security-severity"] = _SECURITY_SEVERITY[rule.severity]
    return {
        "id": rule.id,
        "shortDescription": {"text": texts.title},
        "fullDescription": {"text": texts.motivation},
        "help": {
            "text": f"{texts.motivation}\n{texts.remediation}\n{texts.detection}",
            "markdown": f"{texts.motivation}\n\n{texts.remediation}\n\n*{texts.detection}*",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": properties,
    }


def _results(review: Review, indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in review.findings:
        for evidence in finding.evidence or (None,):
            key = _fingerprint(finding, evidence)
            seen[key] += 1
            yield {
                "ruleId": finding.rule,
                **({"ruleIndex": indexes[finding.rule]} if finding.rule in indexes else {}),
                "level": _LEVELS[finding.severity],
                "message": {"text": _message(finding)},
                "locations": [{"physicalLocation": _location(evidence)}],
                "partialFingerprints": {"jobcoachFinding/v1": f"{key}:{seen[key]}"},
                "properties": {"confidence": finding.confidence},
            }


def _message(finding: Finding) -> str:
    text = printable(f"{finding.title}\n{finding.advice}")
    return text.replace("](", "] (")  # a message may hold links (3.11.6), and a file's name is no link


def _location(evidence: Evidence | None) -> dict[str, Any]:
    if evidence is None:
        return {"artifactLocation": {"uri": quote(_ABSENT)}, "region": {"startLine": 1}}
    region: dict[str, Any] = {"startLine": evidence.start, "endLine": evidence.end}
    if evidence.quote:
        region["snippet"] = {"text": printable(evidence.quote)}
    return {"artifactLocation": {"uri": _uri(evidence.path), "uriBaseId": "%SRCROOT%"}, "region": region}


def _uri(path: str) -> str:
    """The path's bytes, percent-encoded; those that were no UTF-8 come back from their escapes."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a surrogate that is no escape of a byte: no file system has it
        return quote(path.encode("utf-8", "replace"))


def _fingerprint(finding: Finding, evidence: Evidence | None) -> str:
    """Of what is there, not of where it stands: lines that move keep their alert."""
    parts = [finding.rule, evidence.path, evidence.quote] if evidence else [finding.rule, finding.title]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

"""What a program knows of the repository, as a model is told: counted, cut to size, without secrets."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.repository import HistoryFacts, RepositoryFacts
from jobcoach.portfolio.model.repository_text import shown_path
from jobcoach.portfolio.pack.injection import injected_lines
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.text import one_line

_TECHNOLOGIES_MAX = 40
_SERVICES_MAX = 25
_CLAIMS_MAX = 15
_SUBJECTS_MAX = 15
_FINDINGS_MAX = 40
_CHARACTERS_MAX = 160

FACT_FIELDS = ("languages", "files", "technologies", "services", "claims", "history")


def facts_text(facts: RepositoryFacts) -> str:
    """A JSON object with the fields ``FACT_FIELDS``. Nobody's name or address is in it."""
    classes = [file.info.file_class for file in facts.files]
    told = {
        "languages": [
            {"name": each.name, "lines": each.lines, "share": round(each.share, 2)}
            for each in facts.languages
        ],
        "files": {name: classes.count(name) for name in sorted(set(classes))},
        "technologies": [
            {
                "name": _safe(each.name),
                "kind": each.kind,
                "version": _safe(each.version),
                "evidence": _places(each.evidence[:1]),
            }
            for each in facts.technologies[:_TECHNOLOGIES_MAX]
        ],
        "services": [
            {
                "name": _safe(each.name),
                "technologies": each.technologies,
                "talks_to": [_safe(name) for name in each.talks_to],
                "evidence": _places(each.evidence[:1]),
            }
            for each in facts.services[:_SERVICES_MAX]
        ],
        "claims": [
            {"text": _safe(each.text), "backing": each.backing, "evidence": _places((each.evidence,))}
            for each in facts.claims[:_CLAIMS_MAX]
        ],
        "history": _history(facts.history),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def findings_text(findings: Sequence[Finding]) -> str:
    """A JSON list of findings with their ids: ``F1``, ``F2`` … in this order."""
    return json.dumps(
        [
            {
                "id": finding_id,
                "category": finding.category,
                "severity": finding.severity,
                "title": _safe(finding.title),
                "evidence": _places(finding.evidence[:2]),
            }
            for finding_id, finding in numbered(findings)
        ],
        ensure_ascii=False,
        indent=1,
    )


def numbered(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Findings by the id that a model knows them by."""
    return [(f"F{number}", finding) for number, finding in enumerate(findings, 1)][:_FINDINGS_MAX]


def _history(history: HistoryFacts | None) -> dict[str, Any] | None:
    if history is None:
        return None
    return {
        "commits": history.commits,
        "complete": history.complete,
        "active_days": history.active_days,
        "people": len(history.authors),
        "candidates_share": None if history.candidate is None else round(history.candidate.share, 2),
        "messages": [_safe(subject) for subject in history.subjects[:_SUBJECTS_MAX]],
    }


def _places(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {"path": shown_path(each.path), "start": each.start, "end": each.end, "quote": _safe(each.quote)}
        for each in evidence
    ]


def _safe(text: str) -> str:
    """One line without secrets; nothing of one that speaks to its reader."""
    line = one_line(mask_secrets(text))[:_CHARACTERS_MAX]
    return "" if injected_lines([line]) else line

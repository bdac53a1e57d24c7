"""Findings as GitLab's code quality report, which a merge request shows beside its files."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from jobcoach.reports.judge_findings import Finding
from jobcoach.text import one_line, printable

_DESCRIPTION_CHARACTERS_MAX = 1000
_SEVERITIES = {"error": "major", "warning": "minor"}


def code_quality(findings: Sequence[Finding]) -> bytes:
    """The report as a JSON list.

    GitLab knows by the fingerprint which findings are new in a merge request, so it
    hangs on the file, the problem and the verdict, and two are never the same.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    issues = []
    for finding in findings:
        key = (finding.path, finding.problem, finding.kind)
        seen[key] += 1
        issues.append(_issue(finding, _fingerprint(*key, str(seen[key]))))
    return json.dumps(issues, ensure_ascii=False, indent=1).encode() + b"\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, object]:
    told = one_line(f"{finding.title}. {finding.message}")
    return {
        "description": told[:_DESCRIPTION_CHARACTERS_MAX],
        "check_name": f"jobcoach-{finding.kind}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": printable(finding.path), "lines": {"begin": finding.line}},
    }


def _fingerprint(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()

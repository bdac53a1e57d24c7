"""Questions about what is to be mended, and about figures that the README claims."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from jobcoach.portfolio.facts.claim_questions import claim_question
from jobcoach.portfolio.facts.repository import Claim, RepositoryFacts
from jobcoach.portfolio.questions.candidate import Candidate
from jobcoach.portfolio.questions.texts import file_name, reason, table, text
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.score import MODEL_RULE, SEVERITY_POINTS, points_of
from jobcoach.text import one_line
from jobcoach.words import Language

# What a question names if it speaks of this repository: code, a number, quoted words.
_NAMES_SOMETHING = re.compile(r"`[^`]+`|[2-9]|\d{2,}|[“\"][^”\"]+[”\"]")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_CLAIM_WEIGHTS = {"none": 9.0, "baseline": 8.0, "method": 7.0, "artefact": 6.5}
_HEAVIEST, _LIGHTEST = 9.5, 3.0
_MOST_POINTS = max(SEVERITY_POINTS.values())


def finding_candidates(findings: Iterable[Finding], lang: Language) -> Iterator[Candidate]:
    """One for each finding that has a question, with the place that it is asked at.

    What is absent, or is about a README's wording, is asked about only where the question itself names
    something of the repository: a line of a README is in any repository.
    """
    for finding in findings:
        if not finding.question:
            continue
        if finding.evidence and finding.category != "readme":
            yield _placed(finding, lang)
        elif _NAMES_SOMETHING.search(finding.question):
            yield _placed(finding, lang) if finding.evidence else _unplaced(finding, lang)


def claim_candidates(facts: RepositoryFacts, lang: Language) -> Iterator[Candidate]:
    """One for each claim, those that nothing backs first."""
    for claim in facts.claims:
        asked = one_line(claim_question(claim, lang))
        yield Candidate(
            kind="claim",
            text=asked,
            why=reason("why_claim", lang, {"place": _place(claim), "claim": claim.text}),
            topic="observability",
            weight=_CLAIM_WEIGHTS[claim.backing],
            subject=f"claim {claim.text}",
            form=f"claim {_QUOTED.sub('', asked)}",
            evidence=(claim.evidence,),
        )


def _place(claim: Claim) -> str:
    return f"{claim.evidence.path}:{claim.evidence.start}"


def _placed(finding: Finding, lang: Language) -> Candidate:
    first = finding.evidence[0]
    values = {"file": file_name(first.path), "line": str(first.start)}
    asked = f"{text('finding_place', lang, values)} {finding.question}"
    return _candidate(finding, asked, first.path, lang)


def _unplaced(finding: Finding, lang: Language) -> Candidate:
    return _candidate(finding, finding.question, finding.rule, lang)


def _candidate(finding: Finding, asked: str, subject: str, lang: Language) -> Candidate:
    return Candidate(
        kind="finding",
        text=one_line(asked),
        why=reason("why_finding", lang, {"rule": finding.rule, "title": finding.title}),
        topic=_topic(finding),
        weight=_LIGHTEST + (_HEAVIEST - _LIGHTEST) * points_of(finding) / _MOST_POINTS,
        subject=subject,
        form=finding.rule,
        evidence=finding.evidence[:1],
    )


def _topic(finding: Finding) -> str:
    """The bank's topic of a rule, else of the language that the code is in, else of the category."""
    topics = table("topics")
    if finding.rule != MODEL_RULE and finding.rule in topics["rule"]:
        return str(topics["rule"][finding.rule])
    if finding.category == "code" and finding.evidence:
        suffix = PurePosixPath(finding.evidence[0].path).suffix
        if suffix in topics["suffix"]:
            return str(topics["suffix"][suffix])
    return str(topics["category"][finding.category])

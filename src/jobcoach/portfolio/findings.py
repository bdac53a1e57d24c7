"""From what the rules hit to findings: places with the same words to say become one finding."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from jobcoach.portfolio.cited_lines import CitedFile, Span
from jobcoach.portfolio.contained import FailedRules, is_failure
from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.facts.hits import load_hit
from jobcoach.portfolio.facts.repository import FileFacts, RepositoryFacts
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.rules.registry import rule_texts
from jobcoach.portfolio.rules.rule import Category, Confidence, FileRule, Hit, PlacedHit, Rule
from jobcoach.portfolio.score import WEIGHTS, points_of
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.text import one_line
from jobcoach.words import Language

ReadCited = Callable[[Mapping[str, Iterable[Span]]], Mapping[str, CitedFile]]

_HITS_MAX = 10_000
_QUOTE_CHARACTERS_MAX = 300
_DETAIL_CHARACTERS_MAX = 200
_PLACE = re.compile(r"\{(\w+)\}")
_CONFIDENCE_RANK: Mapping[Confidence, int] = {"high": 0, "medium": 1, "low": 2}
_CATEGORY_RANK: Mapping[Category, int] = {category: rank for rank, category in enumerate(WEIGHTS)}


@dataclass(frozen=True, slots=True)
class _Group:
    """Places of one rule that a reader is told the same about, as sure as each other."""

    rule: Rule
    confidence: Confidence
    title: str
    advice: str
    question: str
    places: Sequence[PlacedHit]


def find_findings(
    facts: RepositoryFacts,
    rules: Sequence[Rule],
    lang: Language,
    read_cited: ReadCited,
    failed: FailedRules | None = None,
) -> tuple[Finding, ...]:
    """What these rules find, the gravest first; a place whose lines do not exist is no place.

    A rule that raises is noted in ``failed`` and finds nothing; without it the error goes on to the caller.
    """
    failed_here = FailedRules() if failed is None else failed
    groups: list[_Group] = []
    for rule in rules:
        try:
            groups += _groups(rule, _places(rule, facts, failed_here), lang)
        except Exception as error:
            if failed is None:
                raise
            failed.add(rule.id, error)
    cited = read_cited(_wanted(groups))
    findings = [finding for group in groups if (finding := _finding(group, cited)) is not None]
    return tuple(sorted(findings, key=rank))


def rank(finding: Finding) -> tuple[float, int, str, str]:
    """What is to be mended first: what takes most from the score, and of equals what is seen first."""
    return -points_of(finding), _CATEGORY_RANK[finding.category], finding.rule, finding.title


def fill(text: str, details: Mapping[str, str]) -> str:
    """The text with ``{name}`` replaced by that detail, as code of one line; unknown names by ``…``."""
    return _PLACE.sub(lambda match: _detail(details.get(match[1], "…")), text)


def _detail(value: str) -> str:
    text = one_line(mask_secrets(value))
    return text if len(text) <= _DETAIL_CHARACTERS_MAX else text[: _DETAIL_CHARACTERS_MAX - 1] + "…"


def _places(rule: Rule, facts: RepositoryFacts, failed: FailedRules) -> Iterator[PlacedHit]:
    if isinstance(rule, FileRule):
        found: Iterable[PlacedHit] = (hit for file in facts.files for hit in _hits(file, rule.id, failed))
    else:
        found = rule.check(facts)
    return islice(iter(found), _HITS_MAX)


def _hits(file: FileFacts, rule_id: str, failed: FailedRules) -> Iterator[PlacedHit]:
    for stored in file.hits.get(rule_id, ()):
        hit = load_hit(stored)
        if is_failure(hit):
            failed.add_file(rule_id, hit)
        else:
            yield PlacedHit(file.info.path, hit)


def _groups(rule: Rule, places: Iterable[PlacedHit], lang: Language) -> Iterator[_Group]:
    texts = rule_texts(rule.id, lang)
    grouped: dict[tuple[Confidence, str, str], list[PlacedHit]] = {}
    for place in places:
        details = place.hit.details
        key = (
            place.hit.confidence or rule.confidence,
            fill(texts.title, details),
            fill(texts.remediation, details),
        )
        grouped.setdefault(key, []).append(place)
    ordered = sorted(grouped.items(), key=lambda item: _CONFIDENCE_RANK[item[0][0]])
    for (confidence, title, advice), same in islice(ordered, rule.most_findings):
        yield _Group(rule, confidence, title, advice, fill(texts.question, same[0].hit.details), same)


def _wanted(groups: Iterable[_Group]) -> dict[str, list[Span]]:
    wanted: dict[str, list[Span]] = {}
    for group in groups:
        for place in islice(group.places, group.rule.most_findings):
            if place.path is not None:
                wanted.setdefault(place.path, []).append((place.hit.start, place.hit.end))
    return wanted


def _finding(group: _Group, cited: Mapping[str, CitedFile]) -> Finding | None:
    shown = group.places[: group.rule.most_findings]
    placed = [place for place in shown if place.path is not None]
    evidence = tuple(
        each for place in placed if (each := evidence_of(place.hit, cited.get(place.path or ""))) is not None
    )
    if placed and not evidence:
        return None
    return Finding(
        rule=group.rule.id,
        category=group.rule.category,
        severity=group.rule.severity,
        confidence=group.confidence,
        title=group.title,
        advice=group.advice,
        evidence=evidence,
        more=len(group.places) - len(shown),
        question=group.question,
    )


def evidence_of(hit: Hit, file: CitedFile | None) -> Evidence | None:
    """The lines of a hit with their words; None if there are no such lines.

    Of what is no text (build output that was committed, say) the file itself is the evidence.
    """
    if file is None or hit.start > max(file.line_count, 1):
        return None
    start = max(hit.start, 1)
    end = max(start, min(hit.end, file.line_count))
    return Evidence(
        path=file.info.path,
        start=start,
        end=end,
        quote=_quote(hit, file, start, end),
        blob=file.info.entry.blob,
    )


def _quote(hit: Hit, file: CitedFile, start: int, end: int) -> str:
    numbers = [number for number in range(start, end + 1) if number in file.lines]
    if hit.quote:
        # Masked where it stands: by itself it may not look like a secret.
        for number in numbers:
            at = file.plain[number].find(hit.quote)
            if at >= 0:
                return file.lines[number][at : at + len(hit.quote)][:_QUOTE_CHARACTERS_MAX]
    lines = (file.lines[number].strip() for number in numbers)
    return next((line for line in lines if line), "")[:_QUOTE_CHARACTERS_MAX]

"""From a model's statements to what the review says: only those whose evidence stands, in safe words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.model.evidence_check import CitationCheck
from jobcoach.portfolio.model.known_facts import numbered
from jobcoach.portfolio.model.model_reply import FindingReply, PointReply, QuestionReply
from jobcoach.portfolio.review import Finding, ReviewPoint, ReviewQuestion
from jobcoach.portfolio.score import MODEL_RULE, points_of
from jobcoach.portfolio.secrets.mask import mask_secrets
from jobcoach.text import one_line

FINDINGS_MAX = 12
QUESTIONS_MAX = 12
_POINTS = (2, 6)
_TITLE_CHARACTERS, _TEXT_CHARACTERS = 200, 800
_LETTER = re.compile(r"\w")


def verified_findings(
    replies: Iterable[FindingReply], check: CitationCheck, known: Sequence[Finding]
) -> tuple[Finding, ...]:
    """At most 12, the gravest first. What repeats a known finding, or one before it, is none of its own."""
    ids = {finding_id for finding_id, _ in numbered(known)}
    found: list[Finding] = []
    for reply in replies:
        evidence = check.checked(reply.evidence)
        title, advice = said(reply.title, _TITLE_CHARACTERS), said(reply.advice, _TEXT_CHARACTERS)
        if not (evidence and title and advice) or reply.same_as in ids:
            continue
        finding = Finding(
            rule=MODEL_RULE,
            category=reply.category,
            severity=reply.severity,
            confidence="medium",
            title=title,
            advice=advice,
            evidence=evidence,
        )
        if not any(_repeats(finding, other) for other in (*known, *found)):
            found.append(finding)
    found.sort(key=points_of, reverse=True)
    return tuple(found[:FINDINGS_MAX])


def verified_questions(replies: Iterable[QuestionReply], check: CitationCheck) -> tuple[ReviewQuestion, ...]:
    """At most 12, no text twice, those about one file apart where there are others."""
    found: dict[str, ReviewQuestion] = {}
    for reply in replies:
        evidence = check.checked(reply.evidence)
        text, why = said(reply.text, _TEXT_CHARACTERS), said(reply.why, _TEXT_CHARACTERS)
        if evidence and text and why:
            points = _points(reply.key_points)
            question = ReviewQuestion(
                text=text, why=why, evidence=evidence, topic=reply.topic, key_points=points
            )
            found.setdefault(text, question)
    return tuple(islice(_apart(list(found.values())), QUESTIONS_MAX))


def said(text: str, characters: int) -> str:
    """A model's words on one line, without secrets, cut; "" if there is no word in them."""
    line = one_line(mask_secrets(text))
    line = line if len(line) <= characters else line[: characters - 1] + "…"
    return line if _LETTER.search(line) else ""


def _points(replies: Sequence[PointReply]) -> tuple[ReviewPoint, ...]:
    """None at all where there are too few to grade by."""
    fewest, most = _POINTS
    points = [
        ReviewPoint(statement=statement, must=reply.must, probe=said(reply.probe, _TEXT_CHARACTERS))
        for reply in replies
        if (statement := said(reply.statement, _TEXT_CHARACTERS))
    ][:most]
    return tuple(points) if len(points) >= fewest else ()


def _repeats(finding: Finding, other: Finding) -> bool:
    if finding.category != other.category:
        return False
    return any(_overlap(one, another) for one in finding.evidence for another in other.evidence)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.path == other.path and one.start <= other.end and other.start <= one.end


def _apart(questions: Sequence[ReviewQuestion]) -> Iterator[ReviewQuestion]:
    """By rounds: of each file the first question, then of each the second, and so on."""
    rounds: list[list[ReviewQuestion]] = []
    asked: dict[str, int] = {}
    for question in questions:
        path = question.evidence[0].path
        turn = asked.get(path, 0)
        asked[path] = turn + 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(question)
    for each in rounds:
        yield from each

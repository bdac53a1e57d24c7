"""The questions of a review without a model, each bound to lines or to a fact of this repository."""

from collections.abc import Sequence

from jobcoach.portfolio.cited_lines import Span
from jobcoach.portfolio.facts.repository import RepositoryFacts
from jobcoach.portfolio.findings import ReadCited
from jobcoach.portfolio.questions.candidate import Candidate
from jobcoach.portfolio.questions.from_code import code_candidates, code_matches, spans_of
from jobcoach.portfolio.questions.from_findings import claim_candidates, finding_candidates
from jobcoach.portfolio.questions.from_history import history_candidates
from jobcoach.portfolio.questions.from_services import service_candidates
from jobcoach.portfolio.questions.from_shape import shape_candidates
from jobcoach.portfolio.questions.from_structure import structure_candidates
from jobcoach.portfolio.questions.select import select
from jobcoach.portfolio.review import Finding, ReviewQuestion
from jobcoach.words import Language

QUESTIONS_MAX = 15


def offline_questions(
    facts: RepositoryFacts, findings: Sequence[Finding], lang: Language, read_cited: ReadCited
) -> tuple[ReviewQuestion, ...]:
    """At most 15, the most telling first; at least 10 where the repository is one of substance.

    ``read_cited`` is asked once. The same facts and findings give the same questions.
    """
    candidates = [
        *finding_candidates(findings, lang),
        *claim_candidates(facts, lang),
        *service_candidates(facts, lang),
        *structure_candidates(facts, lang),
        *shape_candidates(facts, lang),
        *history_candidates(facts.history, lang),
    ]
    matches = code_matches(facts)
    cited = read_cited(_wanted(candidates, spans_of(matches)))
    candidates += code_candidates(matches, cited, lang)
    bound = [
        (candidate, evidence) for candidate in candidates if (evidence := candidate.cited(cited)) is not None
    ]
    evidence_of = {candidate.text: evidence for candidate, evidence in bound}
    return tuple(
        ReviewQuestion(
            text=candidate.text,
            why=candidate.why,
            evidence=evidence_of[candidate.text],
            topic=candidate.topic,
        )
        for candidate in select((candidate for candidate, _ in bound), QUESTIONS_MAX)
    )


def _wanted(candidates: Sequence[Candidate], spans: dict[str, list[Span]]) -> dict[str, list[Span]]:
    for candidate in candidates:
        place = candidate.place
        if place is not None:
            spans.setdefault(place.path, []).append((place.start, place.end))
    return spans

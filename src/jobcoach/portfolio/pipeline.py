"""A snapshot's way to a review: inventory, facts, rules, questions, and a model where there is one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Protocol

from jobcoach.portfolio.cited_lines import CitedFile, Span, read_cited
from jobcoach.portfolio.contained import FailedRule, FailedRules, contained
from jobcoach.portfolio.facts.analyse import analyse
from jobcoach.portfolio.facts.claim_questions import claim_question
from jobcoach.portfolio.facts.fact_cache import FactCache
from jobcoach.portfolio.facts.gather import UNREADABLE, gather_facts
from jobcoach.portfolio.facts.repository import Claim, RepositoryFacts
from jobcoach.portfolio.findings import find_findings, rank
from jobcoach.portfolio.inventory.inventory import Inventory, take_inventory
from jobcoach.portfolio.kept_review import ResultCache, load_review, review_key, save_review
from jobcoach.portfolio.material import unscored
from jobcoach.portfolio.notes import notes_of
from jobcoach.portfolio.pack.injection_notes import injection_notes, injection_rule
from jobcoach.portfolio.questions.offline import offline_questions
from jobcoach.portfolio.review import (
    Coverage,
    EvidenceCheck,
    Finding,
    LanguageShare,
    ModelUse,
    Review,
    ReviewClaim,
    ReviewQuestion,
    ReviewSource,
    Rewrite,
    RuleFailure,
    TechnologyUse,
)
from jobcoach.portfolio.rules.rule import FileRule, Rule
from jobcoach.portfolio.score import score_of
from jobcoach.portfolio.source.snapshot import Snapshot
from jobcoach.portfolio.stages import Stages, Step
from jobcoach.words import Language


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """``rules`` are those to look for; ``author`` is whose work it is, None where nobody was named."""

    rules: Sequence[Rule]
    lang: Language
    author: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What the stages without a model found: what a model is given, and reports draw on."""

    snapshot: Snapshot
    inventory: Inventory
    facts: RepositoryFacts
    findings: tuple[Finding, ...]
    questions: tuple[ReviewQuestion, ...]
    lang: Language
    failed_rules: tuple[FailedRule, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelPart:
    """What a model added. All of its citations were checked; ``notes`` are keys of ``review.note.*``.

    ``questions`` go before those of the rules.
    """

    use: ModelUse
    findings: tuple[Finding, ...] = ()
    questions: tuple[ReviewQuestion, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    summary: str = ""
    evidence_check: EvidenceCheck = field(default_factory=EvidenceCheck)
    notes: tuple[str, ...] = ()


class ModelReviewer(Protocol):
    """A model that reads the repository. Its faults are its own: the review without it stands."""

    def review(self, known: Known, step: Step) -> ModelPart:
        """What it adds; nothing but a note where it could not be asked."""
        ...


class NoModel:
    """Nobody is asked."""

    def review(self, known: Known, step: Step) -> ModelPart:  # noqa: ARG002 (the protocol's)
        return ModelPart(ModelUse(used=False))


class _Cache(FactCache, ResultCache, Protocol):
    """Keeps both facts and results."""


class Reviewed:
    """A review and what it was made from, which is looked at again if the review was kept from before."""

    def __init__(self, review: Review, look: Callable[[], Known]) -> None:
        self.review = review
        self._look = look

    @cached_property
    def known(self) -> Known:
        """What was found without a model. The snapshot must still be open."""
        return self._look()


def look(snapshot: Snapshot, request: ReviewRequest, cache: FactCache, stages: Stages) -> Known:
    """All stages that need no model. What cannot be read is in the coverage."""
    with stages.stage("inventory"):
        inventory = take_inventory(snapshot)
    rules = (*request.rules, injection_rule())
    file_rules = tuple(contained(rule) for rule in rules if isinstance(rule, FileRule))
    failed = FailedRules()
    with stages.stage("analysis") as step:
        files = analyse(snapshot, inventory, file_rules, cache, step)
    with stages.stage("facts"):
        facts = gather_facts(snapshot, inventory, files, author=request.author, now=request.now)

    def read(wanted: Mapping[str, Iterable[Span]]) -> Mapping[str, CitedFile]:
        return read_cited(snapshot, inventory.files, wanted)

    with stages.stage("rules"):
        findings = find_findings(facts, request.rules, request.lang, read, failed)
    with stages.stage("questions"):
        questions = offline_questions(facts, findings, request.lang, read)
    return Known(snapshot, inventory, facts, findings, questions, request.lang, failed.all())


def review_repository(
    snapshot: Snapshot,
    request: ReviewRequest,
    cache: FactCache,
    stages: Stages,
    model: ModelReviewer | None = None,
) -> Reviewed:
    """The whole review; its ``id`` is "" until it is stored. ``snapshot`` is left open.

    Without a model, one that was made before of the same repository is taken from ``cache`` if that keeps
    results (:class:`ResultCache`).
    """
    if model is None and isinstance(cache, ResultCache):
        return _kept_or_made(snapshot, request, cache, stages)
    known = look(snapshot, request, cache, stages)
    part = NoModel().review(known, lambda _done, _total: None)
    if model is not None:
        with stages.stage("model") as step:
            part = model.review(known, step)
    return Reviewed(_review(known, part, request), lambda: known)


def _kept_or_made(snapshot: Snapshot, request: ReviewRequest, cache: _Cache, stages: Stages) -> Reviewed:
    key = review_key(snapshot, request.rules, request.lang, request.author, request.now)
    kept = load_review(cache, key, request.now)
    if kept is not None:
        return Reviewed(kept, lambda: look(snapshot, request, cache, stages))
    known = look(snapshot, request, cache, stages)
    review = _review(known, NoModel().review(known, lambda _done, _total: None), request)
    if _is_lasting(known):
        save_review(cache, key, review)
    return Reviewed(review, lambda: known)


def _is_lasting(known: Known) -> bool:
    """Whether another look would find the same: nothing was missing, cut off or failed for the time being."""
    history = known.facts.history
    unread = any(skip.reason == UNREADABLE for skip in known.facts.skipped)
    return not unread and not known.failed_rules and (history is None or history.complete)


def _review(known: Known, part: ModelPart, request: ReviewRequest) -> Review:
    facts = known.facts
    findings = tuple(sorted((*known.findings, *part.findings), key=rank))
    score = score_of(findings, unscored(facts, request.rules))
    notes = (
        *notes_of(known.snapshot.notes, facts, request.author),
        *injection_notes(facts),
        *part.notes,
    )
    return Review(
        id="",
        created_at=request.now,
        lang=request.lang,
        source=ReviewSource(
            kind=facts.source.kind,
            location=facts.source.location,
            commit=facts.source.commit,
            ref=facts.source.ref,
        ),
        notes=tuple(dict.fromkeys(notes)),
        coverage=_coverage(facts, known.failed_rules),
        languages=tuple(
            LanguageShare(name=each.name, files=each.files, lines=each.lines, share=each.share)
            for each in facts.languages
        ),
        technologies=tuple(
            TechnologyUse(name=each.name, kind=each.kind, version=each.version, evidence=each.evidence)
            for each in facts.technologies
        ),
        score=score.total,
        scores=score.categories,
        findings=findings,
        claims=tuple(_claim(each, request.lang) for each in facts.claims),
        questions=(*part.questions, *known.questions),
        rewrites=part.rewrites,
        summary=part.summary,
        evidence_check=part.evidence_check,
        llm=part.use,
    )


def _claim(claim: Claim, lang: Language) -> ReviewClaim:
    return ReviewClaim(
        text=claim.text,
        backing=claim.backing,
        question=claim_question(claim, lang),
        evidence=(claim.evidence,),
    )


def _coverage(facts: RepositoryFacts, failed: Iterable[FailedRule]) -> Coverage:
    """``files`` and ``bytes`` of what was read; ``by_class`` of all there is."""
    by_class: dict[str, int] = {}
    for info in facts.inventory:
        by_class[info.file_class] = by_class.get(info.file_class, 0) + 1
    skipped: dict[str, int] = {}
    for skip in facts.skipped:
        skipped[skip.reason] = skipped.get(skip.reason, 0) + skip.count
    return Coverage(
        files=len(facts.files),
        bytes=sum(max(file.info.entry.size_bytes, 0) for file in facts.files),
        by_class=dict(sorted(by_class.items())),
        skipped=dict(sorted(skipped.items())),
        rules_failed=tuple(
            RuleFailure(rule=each.rule, error=each.error, files=each.files) for each in failed
        ),
    )

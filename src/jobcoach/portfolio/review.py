"""A review: findings, claims and questions, each with its evidence."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.rules.rule import Category, Confidence, Severity
from jobcoach.words import Language


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Finding(_Frozen):
    """One thing to mend. ``rule`` is a rule's id, or "model" for what a model found.

    Without ``evidence`` the finding is about something absent; ``rule`` says how that was looked for.
    ``question`` is what an interviewer asks about the first place, "" where the rule has none.
    """

    rule: str
    category: Category
    severity: Severity
    confidence: Confidence
    title: str
    advice: str
    evidence: tuple[Evidence, ...]
    more: int = 0
    """Further places that are not listed."""
    question: str = ""


class ReviewClaim(_Frozen):
    """A number that the README claims, what backs it, and what an interviewer asks about it."""

    text: str
    backing: Literal["none", "method", "baseline", "artefact"]
    question: str
    evidence: tuple[Evidence, ...]


class ReviewPoint(_Frozen):
    """A key point of a question, where a model gave it."""

    statement: str
    must: bool = False
    probe: str = ""


class ReviewQuestion(_Frozen):
    """What the candidate will be asked about this code; ``why`` names the finding or fact it is bound to."""

    text: str
    why: str
    evidence: tuple[Evidence, ...]
    topic: str = "architecture"
    key_points: tuple[ReviewPoint, ...] = ()


class ScorePart(_Frozen):
    """What a finding takes from its category's 100 points."""

    rule: str
    points: float


class CategoryScore(_Frozen):
    """100 less the sum of ``parts``, not below 0. ``weight`` is its share of the whole score.

    Of what cannot be judged ``score`` is None and ``unscored`` says why, a key of ``review.unscored.*``.
    """

    score: float | None
    weight: float
    parts: tuple[ScorePart, ...]
    unscored: str = ""


class EvidenceCheck(_Frozen):
    """What became of the citations of the model."""

    kept: int = 0
    relocated: int = 0
    dropped: int = 0


class RuleFailure(_Frozen):
    """A rule that raised ``error`` (a class) in so many ``files``; 0: it could not look at the repository."""

    rule: str
    error: str
    files: int


class Coverage(_Frozen):
    """What was read, and what was not; ``rules_failed`` are at fault themselves, not the repository."""

    files: int
    bytes: int
    by_class: Mapping[str, int]
    skipped: Mapping[str, int]
    rules_failed: tuple[RuleFailure, ...] = ()


class ReviewSource(_Frozen):
    """Where the repository is from; no credentials."""

    kind: Literal["local", "folder", "remote"]
    location: str
    commit: str | None
    ref: str | None


class LanguageShare(_Frozen):
    """Lines of one language."""

    name: str
    files: int
    lines: int
    share: float


class TechnologyUse(_Frozen):
    """A technology and the lines that show it."""

    name: str
    kind: str
    version: str
    evidence: tuple[Evidence, ...]


class Rewrite(_Frozen):
    """A better README passage or résumé bullet, only from facts of the repository."""

    kind: Literal["readme", "resume"]
    before: str
    after: str
    evidence: tuple[Evidence, ...]


class ModelUse(_Frozen):
    """Whether a model took part."""

    used: bool
    model: str = ""
    prompt_versions: tuple[str, ...] = ()


class Review(_Frozen):
    """The whole review, as it is stored and reported."""

    id: str
    created_at: datetime
    lang: Language
    source: ReviewSource
    notes: tuple[str, ...]
    coverage: Coverage
    languages: tuple[LanguageShare, ...]
    technologies: tuple[TechnologyUse, ...]
    score: float | None
    """None where the code cannot be judged; the category says why."""
    scores: Mapping[Category, CategoryScore]
    findings: tuple[Finding, ...]
    claims: tuple[ReviewClaim, ...]
    questions: tuple[ReviewQuestion, ...]
    rewrites: tuple[Rewrite, ...] = ()
    summary: str = ""
    evidence_check: EvidenceCheck = EvidenceCheck()
    llm: ModelUse = ModelUse(used=False)

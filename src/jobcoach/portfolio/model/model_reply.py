"""What the review prompts ask the model to reply: closed, and every statement with citations."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from jobcoach.portfolio.rules.rule import Category, Severity

Topic = Literal[
    "data-structures", "algorithms", "os", "network", "database", "java", "python", "javascript", "spring",
    "django", "fastapi", "react", "architecture", "messaging", "caching", "transactions", "testing",
    "delivery", "observability",
]  # fmt: skip


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CitationReply(_Reply):
    """Lines that the model says it saw."""

    path: str
    start: int
    end: int
    quote: str


class FindingReply(_Reply):
    """Something to mend; evidence before the verdict. ``same_as`` is the id of a known finding, or ""."""

    evidence: tuple[CitationReply, ...]
    same_as: str
    category: Category
    severity: Severity
    title: str
    advice: str


class PointReply(_Reply):
    """A key point of a good answer."""

    statement: str
    must: bool
    probe: str


class QuestionReply(_Reply):
    """A question about this code."""

    evidence: tuple[CitationReply, ...]
    topic: Topic
    text: str
    why: str
    key_points: tuple[PointReply, ...]


class CodeReviewReply(_Reply):
    """The reply to ``review-code``."""

    findings: tuple[FindingReply, ...]
    questions: tuple[QuestionReply, ...]


class RewriteReply(_Reply):
    """A better passage; ``before`` is the README's own, "" for a bullet of a résumé."""

    evidence: tuple[CitationReply, ...]
    kind: Literal["readme", "resume"]
    before: str
    after: str


class RewritesReply(_Reply):
    """The reply to ``review-rewrite``."""

    rewrites: tuple[RewriteReply, ...]


class SentenceReply(_Reply):
    """One sentence of the summary and the ids of what it rests on."""

    sentence: str
    rests_on: tuple[str, ...]


class SummaryReply(_Reply):
    """The reply to ``review-summary``."""

    sentences: tuple[SentenceReply, ...]

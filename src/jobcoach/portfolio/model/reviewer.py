"""A language model reads the repository: part by part, then from what of that was verified.

Map: each packed part gives findings and questions. Reduce: summary and rewrites are asked for with the
facts and the verified findings alone, so that no text of the repository but its README is in them.
"""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from pydantic import BaseModel

from jobcoach.errors import JobcoachError
from jobcoach.llm.faults import BudgetSpent, ModelUnavailable, ReplyUnusable
from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt
from jobcoach.llm.untrusted import Untrusted
from jobcoach.portfolio.model.evidence_check import CitationCheck
from jobcoach.portfolio.model.known_facts import FACT_FIELDS, facts_text, findings_text, numbered
from jobcoach.portfolio.model.model_reply import CodeReviewReply, RewritesReply, SummaryReply
from jobcoach.portfolio.model.repository_text import RepositoryText, shown_path
from jobcoach.portfolio.model.rewrites import verified_rewrites
from jobcoach.portfolio.model.verified import said, verified_findings, verified_questions
from jobcoach.portfolio.pack.injection_notes import notes_on
from jobcoach.portfolio.pack.pack import BUDGET_TOKENS, REQUESTS_MAX, left_out_lines, pack
from jobcoach.portfolio.pack.packed import Packed
from jobcoach.portfolio.pack.rank import churn_of
from jobcoach.portfolio.pipeline import Known, ModelPart
from jobcoach.portfolio.review import Finding, ModelUse
from jobcoach.portfolio.stages import Step
from jobcoach.words import Language

T = TypeVar("T", bound=BaseModel)

LANGUAGE_NAMES: Mapping[Language, str] = {"ko": "Korean", "en": "English"}
_AT_ONCE = 3
_SENTENCES_MAX = 5
_SENTENCE_CHARACTERS_MAX = 400


def _untold(_: JobcoachError) -> None:
    pass


@dataclass(frozen=True, slots=True)
class ReviewPrompts:
    """``code`` is asked of each part, ``rewrite`` and ``summary`` once, after that."""

    code: Prompt
    rewrite: Prompt
    summary: Prompt


@dataclass(frozen=True, slots=True)
class PackLimits:
    """How much is sent: tokens of repository text in a request, and requests with such text."""

    budget_tokens: float = BUDGET_TOKENS
    requests_max: int = REQUESTS_MAX


class GatewayReviewer:
    """Asks the model behind a gateway. Its faults leave notes; what was verified before them stays."""

    def __init__(
        self,
        gateway: Gateway,
        prompts: ReviewPrompts,
        limits: PackLimits | None = None,
        on_failure: Callable[[JobcoachError], None] = _untold,
    ) -> None:
        """``on_failure`` is told of the first fault, so that the user learns what to do about it."""
        self._gateway = gateway
        self._prompts = prompts
        self._limits = limits or PackLimits()
        self._on_failure = on_failure

    def review(self, known: Known, step: Step) -> ModelPart:
        """Findings, questions, rewrites and a summary, each with lines that exist."""
        task = Task.of(known, self._limits)
        asked = _Asked(self._gateway, step, total=len(task.packed) + 2 if task.packed else 0)
        if not task.packed:
            return ModelPart(ModelUse(used=False))
        text = RepositoryText(known.snapshot, known.inventory.files)
        check = CitationCheck(text, [shown_path(file.path) for part in task.packed for file in part.files])
        replies = list(self._mapped(task, asked))
        findings = verified_findings(
            (finding for reply in replies for finding in reply.findings), check, known.findings
        )
        questions = verified_questions((question for reply in replies for question in reply.questions), check)
        all_findings = (*known.findings, *findings)
        rewrites = asked.ask(self._prompts.rewrite, task.rewrite_variables(all_findings), RewritesReply)
        summary = asked.ask(self._prompts.summary, task.summary_variables(all_findings), SummaryReply)
        if asked.failure is not None:
            self._on_failure(asked.failure)
        return ModelPart(
            use=ModelUse(
                used=bool(asked.versions),
                model=self._gateway.model,
                prompt_versions=tuple(sorted(asked.versions)),
            ),
            findings=findings,
            questions=questions,
            rewrites=verified_rewrites(
                rewrites.rewrites if rewrites else (), check, task.readme, task.shown(all_findings)
            ),
            summary=_summary(summary, all_findings),
            evidence_check=check.counts,
            notes=(*task.injections(), *asked.notes()),
        )

    def _mapped(self, task: "Task", asked: "_Asked") -> Iterator[CodeReviewReply]:
        """The replies in the order of the parts, whichever comes first."""
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="review") as pool:
            calls = [
                pool.submit(
                    copy_context().run,
                    asked.ask,
                    self._prompts.code,
                    task.code_variables(part),
                    CodeReviewReply,
                )
                for part in task.packed
            ]
            for call in calls:
                reply = call.result()
                if reply is not None:
                    yield reply


@dataclass(frozen=True, slots=True)
class Task:
    """What is sent, prompt by prompt."""

    known: Known
    packed: tuple[Packed, ...]
    facts: str
    readme: str

    @classmethod
    def of(cls, known: Known, limits: PackLimits) -> "Task":
        """Choose and read what is sent of a repository."""
        packed = pack(
            known.snapshot,
            known.facts.files,
            known.findings,
            churn_of(known.snapshot.history()),
            limits.budget_tokens,
            limits.requests_max,
        )
        files = (file for part in packed for file in part.files)
        front = known.facts.readme.path if known.facts.readme else None
        readme = next((file.text for file in files if file.path == front), "")
        return cls(known, packed, facts_text(known.facts), readme)

    def code_variables(self, part: Packed) -> dict[str, str | Untrusted]:
        """Of ``review-code``."""
        return {
            "language": LANGUAGE_NAMES[self.known.lang],
            "facts": Untrusted(self.facts),
            "known": Untrusted(findings_text(self.known.findings)),
            "code": Untrusted(part.text),
        }

    def rewrite_variables(self, findings: tuple[Finding, ...]) -> dict[str, str | Untrusted]:
        """Of ``review-rewrite``."""
        return {
            "language": LANGUAGE_NAMES[self.known.lang],
            "facts": Untrusted(self.facts),
            "known": Untrusted(findings_text(findings)),
            "readme": Untrusted(self.readme),
        }

    def summary_variables(self, findings: tuple[Finding, ...]) -> dict[str, str | Untrusted]:
        """Of ``review-summary``."""
        return {
            "language": LANGUAGE_NAMES[self.known.lang],
            "facts": Untrusted(self.facts),
            "findings": Untrusted(findings_text(findings)),
        }

    def shown(self, findings: tuple[Finding, ...]) -> str:
        """All that a rewrite may draw its figures and names from."""
        return f"{self.facts}\n{findings_text(findings)}\n{self.readme}"

    def injections(self) -> tuple[str, ...]:
        """Notes on lines that were left out because they speak to the model."""
        files = (file for part in self.packed for file in part.files)
        return notes_on((file.path, line) for file in files for line in left_out_lines(file))


@dataclass
class _Asked:
    """Asks, from several threads, and keeps what became of it; a model that fails is asked no more."""

    gateway: Gateway
    step: Step
    total: int
    done: int = 0
    failure: JobcoachError | None = None
    versions: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    def notes(self) -> tuple[str, ...]:
        """Whether the model said nothing at all, or not all that it was asked."""
        if self.failure is None:
            return ()
        return ("model_partly",) if self.versions else ("model_failed",)

    def ask(self, prompt: Prompt, variables: Mapping[str, str | Untrusted], reply: type[T]) -> T | None:
        """The reply, None where there is none that can be used."""
        try:
            if isinstance(self.failure, (ModelUnavailable, BudgetSpent)):
                return None
            got = self.gateway.ask(prompt, variables, reply)
        except (ModelUnavailable, ReplyUnusable, BudgetSpent) as failure:
            self.failure = self.failure or failure
            return None
        finally:
            with self.lock:
                self.done += 1
                self.step(self.done, self.total)
        self.versions.add(f"{prompt.name} {got.prompt_version}")
        return got.value


def _summary(reply: SummaryReply | None, findings: tuple[Finding, ...]) -> str:
    """The sentences that rest on something there is."""
    known = {finding_id for finding_id, _ in numbered(findings)} | set(FACT_FIELDS)
    sentences = reply.sentences if reply else ()
    kept = [
        sentence
        for each in sentences
        if known & set(each.rests_on) and (sentence := said(each.sentence, _SENTENCE_CHARACTERS_MAX))
    ]
    return " ".join(kept[:_SENTENCES_MAX])

"""Grading by a language model: it gives verdicts with quotes, code believes and counts them."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass

from jobcoach.errors import JobcoachError
from jobcoach.interview.grading.grade import Grade, PointGrade, PointSeen, UngradedCause
from jobcoach.interview.grading.injection import injection_suspected
from jobcoach.interview.grading.instructions import without_instructions
from jobcoach.interview.grading.model_reply import GradeReply, PointReply
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.interview.grading.samples import median_grade
from jobcoach.interview.grading.score import score_of
from jobcoach.interview.grading.streamed_points import complete_points
from jobcoach.interview.grading.verified_points import (
    verified,
    verified_errors,
    verified_points,
    without_evidence,
)
from jobcoach.llm.faults import BudgetSpent, Fault, ModelUnavailable, ReplyUnusable, as_error
from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt
from jobcoach.llm.untrusted import Untrusted

TextSeen = Callable[[str], None]

_LANGUAGE_NAMES = {"ko": "Korean", "en": "English"}
_CAUSES: dict[type[JobcoachError], UngradedCause] = {
    ModelUnavailable: "model_unavailable",
    ReplyUnusable: "reply_unusable",
    BudgetSpent: "budget_spent",
}


def _untold(_: JobcoachError) -> None:
    pass


@dataclass(frozen=True, slots=True)
class GradingPrompts:
    """``grade-answer`` asks for all key points, ``mend-quotes`` once more for those without evidence."""

    grade_answer: Prompt
    mend_quotes: Prompt


def _derived(rubric: Rubric) -> tuple[KeyPoint, ...]:
    from jobcoach.interview.grading.derive import key_points_from  # 11 ms; questions of the bank have theirs

    return key_points_from(rubric.reference, rubric.question)


class ModelGrader:
    """Grades with ``samples`` independent calls at once and takes their median.

    Sentences that speak to the grader are not sent: what the model never reads
    cannot lift a grade.
    """

    def __init__(
        self,
        gateway: Gateway,
        prompts: GradingPrompts,
        samples: int = 1,
        on_failure: Callable[[JobcoachError], None] = _untold,
    ) -> None:
        """``on_failure`` is told why, when an answer stays ungraded."""
        self.name = gateway.model
        self._gateway = gateway
        self._prompts = prompts
        self._samples = samples
        self._on_failure = on_failure

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        """The grade, ungraded with its cause if the model, its reply or the budget fails."""
        key_points = rubric.key_points or _derived(rubric)
        if not key_points:
            return self._ungraded("no_rubric")
        rubric = rubric.model_copy(update={"key_points": key_points})
        suspected = injection_suspected(answer)
        statement = without_instructions(answer) if suspected else answer
        if not statement.strip():
            return self._nothing_said(key_points, suspected)
        told = _Told(on_point or _unseen)
        results = self._sampled(_Task(rubric, statement), told)
        grade = median_grade([result.grade for result in results], key_points)
        if grade.status == "ungraded" and results[0].failure is not None:
            self._on_failure(results[0].failure)
        for point in grade.points:
            told.tell(point)
        return grade.model_copy(update={"injection_suspected": suspected})

    def _sampled(self, task: "_Task", told: "_Told") -> list["_Sampled"]:
        if self._samples == 1:
            return [self._one(task, 0, lambda text: told.read(text, task))]
        # A verdict of one sample is not the grade yet: nothing is shown before the medians.
        with ThreadPoolExecutor(self._samples, thread_name_prefix="sample") as pool:
            calls = [
                pool.submit(copy_context().run, self._one, task, sample, None)
                for sample in range(self._samples)
            ]
            return [call.result() for call in calls]

    def _one(self, task: "_Task", sample: int, on_text: TextSeen | None) -> "_Sampled":
        try:
            return _Sampled(self._graded(task, sample, on_text))
        except (ModelUnavailable, ReplyUnusable, BudgetSpent) as failure:
            cause = next(cause for kind, cause in _CAUSES.items() if isinstance(failure, kind))
            return _Sampled(self._ungraded(cause), failure)

    def _graded(self, task: "_Task", sample: int, on_text: TextSeen | None) -> Grade:
        first = self._gateway.ask(
            self._prompts.grade_answer, task.variables(), GradeReply, sample=sample, on_text=on_text
        )
        points = verified_points(first.value, task.answer, task.key_points)
        missing = [point.id for point in task.key_points if point.id not in points]
        if missing:
            points |= self._mended(task, missing, first.value, sample)
        ordered = tuple(points[point.id] for point in task.key_points if point.id in points)
        if len(ordered) < len(task.key_points):
            raise as_error(
                Fault("unusable", "it leaves out key points"), self._gateway.name.model, self._gateway.host
            )
        errors = verified_errors(first.value.errors, task.answer, ordered)
        return Grade(
            status="graded",
            score=score_of(ordered, task.key_points, errors),
            grader=self.name,
            points=ordered,
            errors=errors,
            prompt_version=first.prompt_version,
        )

    def _mended(
        self, task: "_Task", missing: Sequence[str], first: GradeReply, sample: int
    ) -> dict[str, PointGrade]:
        variables = {**task.variables(), "points": Untrusted(json.dumps(list(missing)))}
        reply = self._gateway.ask(self._prompts.mend_quotes, variables, GradeReply, sample=sample).value
        asked = [point for point in task.key_points if point.id in missing]
        held = verified_points(reply, task.answer, asked)
        said: dict[str, PointReply] = {point.id: point for point in (*first.points, *reply.points)}
        return {
            point.id: held.get(point.id) or without_evidence(said[point.id])
            for point in asked
            if point.id in said
        }

    def _ungraded(self, cause: UngradedCause) -> Grade:
        return Grade(status="ungraded", grader=self.name, cause=cause)

    def _nothing_said(self, key_points: Sequence[KeyPoint], suspected: bool) -> Grade:
        points = tuple(PointGrade(id=point.id, verdict="none", credit=0.0) for point in key_points)
        score = score_of(points, key_points)
        return Grade(
            status="graded", score=score, grader=self.name, points=points, injection_suspected=suspected
        )


@dataclass(frozen=True, slots=True)
class _Sampled:
    grade: Grade
    failure: JobcoachError | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    rubric: Rubric
    answer: str

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        return self.rubric.key_points

    def variables(self) -> dict[str, str | Untrusted]:
        rubric = {
            "question": self.rubric.question,
            "reference": self.rubric.reference,
            "key_points": [
                {"id": point.id, "statement": point.statement, "misconceptions": point.misconceptions}
                for point in self.key_points
            ],
        }
        return {
            "language": _LANGUAGE_NAMES[self.rubric.lang],
            "rubric": Untrusted(json.dumps(rubric, ensure_ascii=False, indent=1)),
            "answer": Untrusted(self.answer),
        }


class _Told:
    """Tells of each point as soon as its quotes hold; again only if the grade has another verdict."""

    def __init__(self, on_point: PointSeen) -> None:
        self._on_point = on_point
        self._told: dict[str, PointGrade] = {}

    def read(self, text: str, task: _Task) -> None:
        wanted = {point.id for point in task.key_points} - self._told.keys()
        for point in complete_points(text):
            if point.id in wanted and (grade := verified(point, task.answer)) is not None:
                self.tell(grade)
                wanted.discard(point.id)

    def tell(self, grade: PointGrade) -> None:
        if self._told.get(grade.id) != grade:
            self._told[grade.id] = grade
            self._on_point(grade)


def _unseen(_: PointGrade) -> None:
    pass

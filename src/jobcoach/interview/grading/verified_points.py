"""The model's verdicts, believed only where their quotes stand in the answer."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from jobcoach.interview.grading.grade import AnswerError, PointGrade, Verdict
from jobcoach.interview.grading.model_reply import ErrorReply, GradeReply, PointReply
from jobcoach.interview.grading.quotes import find_quote
from jobcoach.interview.grading.rubric import KeyPoint

CREDIT = MappingProxyType[Verdict, float]({"full": 1.0, "partial": 0.5, "none": 0.0, "contradicted": 0.0})


def verified(point: PointReply, answer: str) -> PointGrade | None:
    """The point with the answer's own words as quotes, None if its evidence does not hold.

    Every quote must be in the answer, and every verdict but "none" needs one.
    """
    found = [find_quote(answer, quote) for quote in point.quotes]
    quotes = tuple(dict.fromkeys(quote for quote in found if quote is not None))
    if point.verdict != "none" and (not quotes or None in found):
        return None
    return PointGrade(
        id=point.id,
        verdict=point.verdict,
        credit=CREDIT[point.verdict],
        quotes=quotes if point.verdict != "none" else (),
        reasoning=point.reasoning.strip(),
    )


def verified_points(reply: GradeReply, answer: str, key_points: Sequence[KeyPoint]) -> dict[str, PointGrade]:
    """By id, the asked-for points of the reply whose evidence holds; of a repeated id the first counts."""
    wanted = {point.id for point in key_points}
    grades: dict[str, PointGrade] = {}
    for point in reply.points:
        if point.id in wanted and point.id not in grades and (grade := verified(point, answer)) is not None:
            grades[point.id] = grade
    return grades


def without_evidence(point: PointReply) -> PointGrade:
    """A verdict whose quotes could not be found twice: it counts as none, and says so."""
    return PointGrade(
        id=point.id, verdict="none", credit=0.0, reasoning=point.reasoning.strip(), flagged=True
    )


def verified_errors(
    errors: Iterable[ErrorReply], answer: str, points: Sequence[PointGrade]
) -> tuple[AnswerError, ...]:
    """The errors whose quotes are in the answer, without those that a contradicted key point pays for."""
    costly = [quote for point in points if point.verdict == "contradicted" for quote in point.quotes]
    found: dict[str, AnswerError] = {}
    for error in errors:
        quote, explanation = find_quote(answer, error.quote), error.explanation.strip()
        if quote and explanation and not any(quote in other or other in quote for other in costly):
            found.setdefault(quote, AnswerError(quote=quote, explanation=explanation))
    return tuple(found.values())

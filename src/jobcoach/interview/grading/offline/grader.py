"""The grader that needs no model: gates, coverage of key points, contradictions, quotes."""

from jobcoach.interview.grading.grade import Grade, PointGrade, PointSeen
from jobcoach.interview.grading.offline.evidence import Evidence, sift
from jobcoach.interview.grading.offline.points import Finding, find
from jobcoach.interview.grading.offline.rubric_reading import Point, read_rubric
from jobcoach.interview.grading.quotes import find_quote
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.grading.score import score_of
from jobcoach.text import nfc
from jobcoach.words import Words

# What is read of an answer; see tokens.MAX_CHARS. Decomposed Hangul is up to three times as long.
_MAX_CHARS = 60_000
_LONGEST_QUOTE = 300


class OfflineGrader:
    """Grades by words alone, at the same input always the same. Lower confidence than a model."""

    name = "offline"

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        """The grade; ungraded ("no_rubric") if the rubric has neither key points nor a reference."""
        read = read_rubric(rubric)
        if not read.points:
            return Grade(status="ungraded", grader=self.name, confidence="lower", cause="no_rubric")
        answer = answer[:_MAX_CHARS]
        evidence = sift(nfc(answer), read)
        words = Words(rubric.lang)
        points = []
        for point in read.points:
            graded = _graded(point, find(point, read, evidence), evidence, answer, words)
            points.append(graded)
            if on_point:
                on_point(graded)
        return Grade(
            status="graded",
            score=score_of(points, [point.key_point for point in read.points]),
            grader=self.name,
            points=tuple(points),
            injection_suspected=evidence.injection_suspected,
            confidence="lower",
        )


def _graded(point: Point, finding: Finding, evidence: Evidence, answer: str, words: Words) -> PointGrade:
    quotes = tuple(
        quote for source in finding.sources if (quote := find_quote(answer, source.text[:_LONGEST_QUOTE]))
    )
    reason = evidence.gate or finding.verdict
    return PointGrade(
        id=point.key_point.id,
        verdict=finding.verdict,
        credit=finding.credit,
        quotes=quotes,
        reasoning=words(f"grading.offline.{reason}"),
    )

"""One question's grade as terminal lines. Answers, quotes and a model's words are made printable here."""

from collections.abc import Mapping, Sequence

from jobcoach.interview.grading.grade import Grade, PointGrade, Verdict
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.session.transcript import QuestionRecord
from jobcoach.reports.figures import points as figure
from jobcoach.reports.paragraphs import Paint, hanging, paragraphs, shorten
from jobcoach.reports.style import Style
from jobcoach.text import one_line, printable
from jobcoach.words import Words

_INDENT = 2
_QUOTE_CHARACTERS_MAX = 300
# None is two columns wide in a Korean font, as the circle and the triangle would be.
MARKS: Mapping[Verdict, str] = {"full": "✓", "partial": "~", "none": "✗", "contradicted": "!"}
_WORST_FIRST: tuple[Verdict, ...] = ("contradicted", "none", "partial", "full")


def point_lines(point: PointGrade, rubric: Rubric, words: Words, style: Style) -> list[str]:
    """One key point: its verdict, what it says, and the candidate's words that it rests on."""
    lines = hanging(f"{' ' * _INDENT}{_mark(point.verdict, style)} ", statement(point, rubric), style)
    if point.verdict != "none":  # of a missing point they are only what came closest
        lines += quote_lines(point.quotes, style)
    if point.flagged:
        lines += hanging("    ", words("interview.feedback.flagged"), style, style.warn)
    return lines


def score_line(grade: Grade, words: Words, style: Style) -> str:
    """``72 / 100 · offline, lower confidence``, or that and why there is no grade."""
    if grade.status == "ungraded" or grade.score is None:
        return style.warn(ungraded_text(grade, words))
    parts = [style.bold(words("interview.feedback.score", score=figure(round(grade.score, 1))))]
    if grade.spread is not None:
        spread = grade.spread
        parts.append(
            words(
                "interview.feedback.spread",
                count=spread.samples,
                lowest=figure(round(spread.lowest, 1)),
                highest=figure(round(spread.highest, 1)),
            )
        )
    parts.append(style.dim(grader_text(grade, words)))
    return " · ".join(parts)


def ungraded_text(grade: Grade, words: Words) -> str:
    """That there is no grade, and why."""
    return words(f"interview.ungraded.{grade.cause or 'model_unavailable'}")


def grader_text(grade: Grade, words: Words) -> str:
    """Who graded: the offline grader, or the model by its name."""
    if grade.grader == "offline":
        return words("interview.feedback.offline")
    return one_line(grade.grader)


def feedback_lines(
    record: QuestionRecord, words: Words, style: Style, *, shown: frozenset[str] = frozenset()
) -> list[str]:
    """All of a question's feedback: score, key points (those in ``shown`` were seen already), wrong
    statements, reference."""
    rubric, grade = record.planned.rubric, record.grade
    lines: list[str] = []
    if grade is not None:
        for point in worst_first(grade.points):
            if point.id not in shown:
                lines += point_lines(point, rubric, words, style)
        lines += error_lines(grade, style)
        lines += [score_line(grade, words, style)]
        if grade.injection_suspected:
            lines += hanging("", words("interview.feedback.injection"), style, style.warn)
    return lines + reference_lines(rubric, words, style)


def worst_first(points: Sequence[PointGrade]) -> list[PointGrade]:
    """The points by verdict: what is wrong, what is missing, what is right."""
    return sorted(points, key=lambda point: _WORST_FIRST.index(point.verdict))


def error_lines(grade: Grade, style: Style) -> list[str]:
    """Each wrong statement with the words that make it."""
    lines: list[str] = []
    for error in grade.errors:
        lines += hanging(f"  {style.bad('!')} ", one_line(error.explanation), style)
        lines += quote_lines((error.quote,), style)
    return lines


def quote_lines(quotes: Sequence[str], style: Style, indent: str = "    ") -> list[str]:
    """The candidate's own words, between quotation marks."""
    lines: list[str] = []
    for quote in quotes:
        lines += hanging(indent, f"“{shorten(one_line(quote), _QUOTE_CHARACTERS_MAX)}”", style, style.dim)
    return lines


def reference_lines(rubric: Rubric, words: Words, style: Style) -> list[str]:
    """The reference answer, if the question has one."""
    if not rubric.reference:
        return []
    lines = ["", style.bold(words("interview.feedback.reference"))]
    return lines + paragraphs("  ", printable(rubric.reference), style)


def statement(point: PointGrade, rubric: Rubric) -> str:
    """What the key point says. A grader that derives its points from the reference says it itself."""
    known = {each.id: each.statement for each in rubric.key_points}
    return one_line(known.get(point.id) or point.reasoning or point.id)


def verdict_paint(verdict: Verdict, style: Style) -> Paint:
    """The colour of a verdict."""
    paints: Mapping[Verdict, Paint] = {
        "full": style.good,
        "partial": style.warn,
        "none": style.bad,
        "contradicted": style.bad,
    }
    return paints[verdict]


def _mark(verdict: Verdict, style: Style) -> str:
    return verdict_paint(verdict, style)(MARKS[verdict])

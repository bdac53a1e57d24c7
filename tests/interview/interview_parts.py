"""A small plan, and a grader that does what the answer says."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from jobcoach.interview.grading.grade import Grade, PointGrade, PointSeen, Verdict
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.interview.grading.score import score_of
from jobcoach.interview.planning.plan import Plan
from jobcoach.interview.session.transcript import PlannedQuestion

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MARKS: dict[str, Verdict] = {"+": "full", "~": "partial", "!": "contradicted"}
CREDITS: dict[Verdict, float] = {"full": 1.0, "partial": 0.5, "none": 0.0, "contradicted": 0.0}


class Scripted:
    """Reads ``+id`` as full, ``~id`` as partial, ``!id`` as contradicted; the last one said holds.

    ``AWAY`` anywhere in the answer's last part: there is no model.
    """

    def __init__(self, name: str = "scripted") -> None:
        self.name = name
        self.calls = 0

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        self.calls += 1
        if self.name != "offline" and "AWAY" in answer.rpartition("\n\n")[2]:
            return Grade(status="ungraded", grader=self.name, cause="model_unavailable")
        points = tuple(self._point(point.id, answer) for point in rubric.key_points)
        for point in points:
            if on_point:
                on_point(point)
        score = score_of(points, rubric.key_points)
        return Grade(status="graded", grader=self.name, points=points, score=score)

    def _point(self, point_id: str, answer: str) -> PointGrade:
        said = [word for word in answer.split() if word[1:] == point_id and word[0] in MARKS]
        verdict: Verdict = MARKS[said[-1][0]] if said else "none"
        return PointGrade(
            id=point_id, verdict=verdict, credit=CREDITS[verdict], quotes=tuple(dict.fromkeys(said))
        )


def planned(name: str, *points: KeyPoint, reference: str = "what is right") -> PlannedQuestion:
    return PlannedQuestion(
        id=f"os.{name}",
        topic="os",
        level="junior",
        rubric=Rubric(question=f"What is {name}?", reference=reference, key_points=points),
        hint="" if name == "plain" else f"think of {name}",
        reason="because",
    )


def point(point_id: str, *, weight: float = 1.0, must: bool = False, probe: str = "?") -> KeyPoint:
    text = f"And {point_id}?" if probe == "?" else probe
    return KeyPoint(id=point_id, statement=f"It has {point_id}.", weight=weight, must=must, probe=text)


def three_questions() -> Plan:
    return Plan(
        questions=(
            planned("heap", point("a"), point("b", weight=3), point("c", must=True), point("d", probe="")),
            planned("stack", point("a"), point("b")),
            planned("plain", reference=""),
        )
    )


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is read."""
    seconds = _count()
    return lambda: START + timedelta(seconds=next(seconds))


def _count() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1

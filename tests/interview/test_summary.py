import pytest
from interview_parts import START, point

from jobcoach.interview.grading.grade import Grade, PointGrade, Verdict
from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.interview.session.transcript import PlannedQuestion, QuestionRecord, Transcript, Turn
from jobcoach.interview.summary import summarise

CREDITS: dict[str, float] = {"full": 1, "partial": 0.5, "none": 0, "contradicted": 0}


def record(
    name: str,
    score: float | None,
    *verdicts: Verdict,
    points: tuple[KeyPoint, ...] = (),
    answer: str | None = "said",
    skipped: bool = False,
) -> QuestionRecord:
    topic = name.partition(".")[0]
    rubric = Rubric(question=f"What is {name}?", reference=f"{name} is this", key_points=points)
    grades = tuple(
        PointGrade(
            id=each.id, verdict=verdict, credit=CREDITS[verdict], quotes=("said",) * (verdict != "none")
        )
        for each, verdict in zip(points, verdicts, strict=True)
    )
    status = "graded" if score is not None else "ungraded"
    return QuestionRecord(
        planned=PlannedQuestion(id=name, topic=topic, level="mid", rubric=rubric),
        turns=(Turn(kind="main", question=rubric.question, answer=answer, skipped=skipped),),
        skipped=skipped,
        grade=Grade(status=status, score=score, grader="offline", points=grades) if answer else None,
    )


def transcript(*records: QuestionRecord) -> Transcript:
    return Transcript(
        id="domipazu",
        lang="en",
        mode="exam",
        grader="offline",
        status="finished",
        started_at=START,
        questions=records,
    )


A, B = point("a", weight=3, must=True), point("b", weight=1)


def test_scores_are_means_of_what_is_graded() -> None:
    summary = summarise(
        transcript(
            record("os.one", 80),
            record("os.two", 40),
            record("network.one", 30),
            record("network.two", None),
            record("database.one", None, answer=None, skipped=True),
            record("java.one", None, answer=None),
        )
    )
    assert summary.score == 50
    assert summary.by_topic == {"os": 60, "network": 30}
    counts = (summary.graded, summary.ungraded, summary.skipped, summary.unanswered)
    assert counts == (3, 1, 1, 1)


def test_without_a_grade_there_is_no_score() -> None:
    summary = summarise(transcript(record("os.one", None)))
    assert (summary.score, summary.by_topic, summary.missed, summary.study) == (None, {}, (), ())


def test_zero_is_a_score() -> None:
    assert summarise(transcript(record("os.one", 0))).score == 0


def test_missed_points_have_their_quotes() -> None:
    summary = summarise(
        transcript(
            record("os.one", 50, "partial", "full", points=(A, B)),
            record("os.two", 0, "contradicted", "none", points=(A, B)),
        )
    )
    assert [(each.question_id, each.point_id, each.verdict, each.quotes) for each in summary.missed] == [
        ("os.one", "a", "partial", ("said",)),
        ("os.two", "a", "contradicted", ("said",)),
        ("os.two", "b", "none", ()),
    ]
    assert summary.missed[0].statement == "It has a."
    assert summary.missed[0].must


def test_what_cost_most_is_studied_first() -> None:
    summary = summarise(
        transcript(
            record("os.known", 100, "full", "full", points=(A, B)),
            record("os.half", 60, "partial", "full", points=(A, B)),
            record("os.lost", 20, "none", "full", points=(A, B)),
            record("os.skipped", None, points=(A, B)[:0], answer=None, skipped=True),
        )
    )
    assert [each.question_id for each in summary.study] == ["os.skipped", "os.lost", "os.half"]
    assert [each.lost for each in summary.study] == [1, 0.75, pytest.approx(0.375)]
    assert summary.study[1].statements == ("It has a.",)
    assert summary.study[1].reference == "os.lost is this"


def test_a_grade_by_points_that_the_rubric_lacks_counts_by_its_score() -> None:
    one = summarise(transcript(record("os.one", 25))).study
    assert [each.lost for each in one] == [0.75]

"""An interview as one JSON value, in the shape ``jobcoach.interview/1``."""

from jobcoach.interview.grading.grade import Grade
from jobcoach.interview.session.transcript import QuestionRecord, Transcript, Turn
from jobcoach.interview.summary import Summary, summarise

FORMAT = "jobcoach.interview/1"


def interview_document(transcript: Transcript) -> dict[str, object]:
    """The interview as plain JSON values; ``score`` is 0 to 100, null where there is no grade."""
    return {
        "format": FORMAT,
        "id": transcript.id,
        "lang": transcript.lang,
        "mode": transcript.mode,
        "status": transcript.status,
        "grader": transcript.grader,
        "started_at": transcript.started_at.isoformat(),
        "questions": [_question(record) for record in transcript.questions],
        "summary": _summary(summarise(transcript)),
    }


def _question(record: QuestionRecord) -> dict[str, object]:
    planned = record.planned
    return {
        "id": planned.id,
        "topic": planned.topic,
        "level": planned.level,
        "question": planned.rubric.question,
        "reason": planned.reason,
        "evidence": list(planned.evidence),
        "asked": bool(record.turns),
        "skipped": record.skipped,
        "turns": [_turn(turn) for turn in record.turns],
        "grade": _grade(record.grade) if record.grade is not None else None,
    }


def _turn(turn: Turn) -> dict[str, object]:
    return {
        "kind": turn.kind,
        "question": turn.question,
        "answer": turn.answer,
        "point": turn.point_id,
        "hinted": turn.hinted,
        "skipped": turn.skipped,
    }


def _grade(grade: Grade) -> dict[str, object]:
    """As the store keeps it: a model's reasoning and the quotes are the evidence of the score."""
    return grade.model_dump(mode="json")


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "score": summary.score,
        "by_topic": dict(summary.by_topic),
        "graded": summary.graded,
        "ungraded": summary.ungraded,
        "skipped": summary.skipped,
        "unanswered": summary.unanswered,
        "missed": [
            {
                "id": missed.question_id,
                "point": missed.point_id,
                "statement": missed.statement,
                "must": missed.must,
                "verdict": missed.verdict,
                "quotes": list(missed.quotes),
            }
            for missed in summary.missed
        ],
        "study": [
            {"id": study.question_id, "topic": study.topic, "lost": study.lost} for study in summary.study
        ],
    }

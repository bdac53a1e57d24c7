"""Questions of the bank as plain JSON values."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jobcoach.interview.bank.question import Question

LIST_FORMAT = "jobcoach.bank/1"
QUESTION_FORMAT = "jobcoach.question/1"


def list_document(questions: Sequence[Question], own: Mapping[str, Path]) -> dict[str, object]:
    """One row a question; ``path`` is None for a shipped one."""
    return {
        "format": LIST_FORMAT,
        "questions": [
            {
                "id": question.id,
                "topic": question.topic,
                "level": question.level,
                "skills": list(question.skills),
                "question": question.question.model_dump(),
                "key_points": len(question.key_points),
                "graded": question.reference is not None,
                "path": own.get(question.id),
            }
            for question in questions
        ],
    }


def question_document(question: Question, path: Path | None) -> dict[str, object]:
    """The question as its file has it."""
    return {"format": QUESTION_FORMAT, "path": path, **question.model_dump(mode="json")}

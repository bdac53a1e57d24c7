"""``progress --json``."""

from datetime import date, datetime

from jobcoach.coach.progress import UNKNOWN_DIFFICULTY, Progress, RepositoryProgress, Solved, TopicProgress

FORMAT = "jobcoach.progress/1"


def progress_document(progress: Progress, now: datetime, since: date | None) -> dict[str, object]:
    """All figures as plain JSON values; scores are 0 to 100, days are ISO 8601 in local time."""
    return {
        "format": FORMAT,
        "at": now.isoformat().replace("+00:00", "Z"),
        "since": since.isoformat() if since else None,
        "interview": {
            "topics": [_topic(each) for each in progress.topics],
            "due": progress.due,
            "due_within_7_days": progress.due_soon,
        },
        "problems": {
            "by_difficulty": {
                "unknown" if level == UNKNOWN_DIFFICULTY else str(level): _solved(solved)
                for level, solved in progress.by_difficulty.items()
            },
            "by_topic": {topic: _solved(solved) for topic, solved in progress.by_problem_topic.items()},
        },
        "reviews": [_repository(each) for each in progress.repositories],
        "streak": {
            "current_days": progress.streak.current,
            "longest_days": progress.streak.longest,
            "active_days": progress.streak.days,
        },
    }


def _topic(topic: TopicProgress) -> dict[str, object]:
    return {
        "topic": topic.topic,
        "score": round(topic.score, 1),
        "questions": topic.questions,
        "change": None if topic.change is None else round(topic.change, 1),
        "days": [{"day": each.day.isoformat(), "score": round(each.score, 1)} for each in topic.days],
    }


def _solved(solved: Solved) -> dict[str, int]:
    return {"solved": solved.solved, "tried": solved.tried, "total": solved.total}


def _repository(repository: RepositoryProgress) -> dict[str, object]:
    return {
        "location": repository.location,
        "reviews": [
            {
                "id": each.id,
                "at": each.at.isoformat(),
                "commit": each.commit,
                "score": each.score,
            }
            for each in repository.reviews
        ],
    }

"""Why each question was chosen, in the candidate's words."""

from collections.abc import Sequence

from jobcoach.interview.bank.question import Level
from jobcoach.interview.bank.topics import topic_name
from jobcoach.interview.planning.candidates import Candidate
from jobcoach.words import Words


def bank_reason(candidate: Candidate, level: Level | None, is_topic_wanted: bool, words: Words) -> str:
    """Why a question of the bank was chosen, and where it is not what was asked for."""
    reason = _main_reason(candidate, is_topic_wanted, words)
    if candidate.levels_off and level is not None:
        own, wanted = (
            words.get(f"interview_plan.level.{each}") for each in (candidate.question.level, level)
        )
        reason = words("interview_plan.reason.other_level", reason=reason, level=own, wanted=wanted)
    if candidate.last is not None and not candidate.is_due:
        reason = words("interview_plan.reason.again", reason=reason)
    return reason


def review_reason(evidence: Sequence[str], words: Words) -> str:
    """Why a question of the review was chosen."""
    if not evidence:
        return words("interview_plan.reason.review")
    return words("interview_plan.reason.review_at", place=evidence[0])


def fewer_note(count: int, wanted: int, words: Words) -> tuple[str, ...]:
    """What to say of a plan of fewer questions than wanted."""
    return (words("interview_plan.note.fewer", count=count, wanted=wanted),) if count < wanted else ()


def _main_reason(candidate: Candidate, is_topic_wanted: bool, words: Words) -> str:
    last, skill = candidate.last, candidate.skill
    if candidate.is_due and last is not None and last.score is not None:
        return words("interview_plan.reason.due", score=f"{last.score:.0f}", date=f"{last.at:%Y-%m-%d}")
    if skill is not None:
        return words("interview_plan.reason.posting", skill=skill.name, line=skill.lines[0].number)
    topic = topic_name(candidate.question.topic, words.language)
    if is_topic_wanted:
        return words("interview_plan.reason.topic", topic=topic)
    return words("interview_plan.reason.spread", topic=topic)

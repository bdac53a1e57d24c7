"""What was asked in the interviews so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from jobcoach.errors import InputError
from jobcoach.interview.planning.schedule import PastQuestion
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.log import InterviewLog
from jobcoach.interview.session.transcript import QuestionRecord, Transcript


@dataclass(frozen=True, slots=True)
class History:
    """All that was asked. ``unreadable`` are the errors of interviews that are damaged."""

    asked: tuple[PastQuestion, ...]
    unreadable: tuple[InputError, ...] = ()


def read_history(log: InterviewLog) -> History:
    """Read every interview; a damaged one costs only itself."""
    transcripts: list[Transcript] = []
    unreadable: list[InputError] = []
    for interview_id in log.ids():
        try:
            transcripts.append(read_transcript(log, interview_id))
        except InputError as error:
            unreadable.append(error)
    return History(asked_in(transcripts), tuple(unreadable))


def asked_in(transcripts: Iterable[Transcript]) -> tuple[PastQuestion, ...]:
    """Each question that was put to the candidate, skipped ones too."""
    return tuple(each for transcript in transcripts for each in _asked_in(transcript))


def _asked_in(transcript: Transcript) -> Iterator[PastQuestion]:
    for record in transcript.questions:
        if record.turns:
            score = record.grade.score if record.grade else None
            yield PastQuestion(record.planned.id, score, _last_moment(record) or transcript.started_at)


def _last_moment(record: QuestionRecord) -> datetime | None:
    moments = [turn.answered_at or turn.asked_at for turn in record.turns]
    return max((moment for moment in moments if moment is not None), default=None)

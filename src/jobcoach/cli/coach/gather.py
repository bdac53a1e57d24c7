"""Everything that the store knows of the candidate, as the coach's plain values."""

from collections.abc import Iterator

from pydantic import ValidationError

from jobcoach.cli.context import AppContext
from jobcoach.cli.problems.folders import problem_folders
from jobcoach.coach.record import Answered, Exercise, Judged, Record, Reviewed, Unfinished, Weakness
from jobcoach.errors import InputError
from jobcoach.interview.session.journal import read_transcript
from jobcoach.interview.session.transcript import Transcript
from jobcoach.judge.package import catalog
from jobcoach.judge.verdicts import Verdict
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.score import MODEL_RULE, WEIGHTS, points_of
from jobcoach.reports.review_view import place
from jobcoach.store import Store
from jobcoach.store.reviews import ReviewRecord
from jobcoach.text import one_line, printable

_ALL = 1_000_000


def gather_record(app: AppContext) -> Record:
    """What was done so far; without a store yet only the problems. Raises JobcoachError."""
    exercises = tuple(
        Exercise(each.id, each.keywords, each.difficulty)
        for each in catalog.list_problems(problem_folders(app.settings, app.locations))
        if not each.broken
    )
    if not app.locations.database.exists():
        return Record(exercises=exercises)
    with app.open_store() as store:
        transcripts = list(_transcripts(app, store))
        return Record(
            answers=tuple(each for transcript in transcripts for each in _answers(transcript)),
            judgements=tuple(
                Judged(each.problem, each.verdict == Verdict.AC, each.created_at)
                for each in store.judgements.latest(_ALL)
                if each.verdict != Verdict.JE
            ),
            reviews=_reviews(store),
            exercises=exercises,
            unfinished=tuple(_unfinished(transcripts)),
        )


def _transcripts(app: AppContext, store: Store) -> Iterator[Transcript]:
    """Every interview; a damaged one costs only itself."""
    for interview_id in store.interviews.ids():
        try:
            yield read_transcript(store.interviews, interview_id)
        except InputError as error:
            app.remark(printable(str(error)))


def _answers(transcript: Transcript) -> Iterator[Answered]:
    for record in transcript.questions:
        if record.answers:
            moments = [turn.answered_at for turn in record.turns if turn.answered_at is not None]
            score = record.grade.score if record.grade else None
            at = max(moments, default=transcript.started_at)
            yield Answered(record.planned.id, record.planned.topic, score, at)


def _unfinished(transcripts: list[Transcript]) -> Iterator[Unfinished]:
    """The one begun last first."""
    for transcript in sorted(transcripts, key=lambda each: each.started_at, reverse=True):
        left = sum(not (record.answers or record.skipped) for record in transcript.questions)
        if transcript.status != "finished" and left:
            yield Unfinished(transcript.id, left)


def _reviews(store: Store) -> tuple[Reviewed, ...]:
    records = store.reviews.latest(_ALL)
    return tuple(_reviewed(record, newest=record is records[0]) for record in records)


def _reviewed(record: ReviewRecord, *, newest: bool) -> Reviewed:
    weaknesses = tuple(_weaknesses(record)) if newest else ()
    return Reviewed(
        record.id or 0, record.location, record.commit, record.score, record.created_at, weaknesses
    )


def _weaknesses(record: ReviewRecord) -> Iterator[Weakness]:
    try:
        findings = [Finding.model_validate(each) for each in record.review.get("findings", ())]
    except (ValidationError, TypeError):  # another jobcoach wrote it
        return
    for finding in findings:
        if finding.rule != MODEL_RULE:
            where = place(finding.evidence[0]) if finding.evidence else ""
            points = points_of(finding) * WEIGHTS[finding.category]
            yield Weakness(finding.rule, one_line(finding.title), one_line(where), points)

"""``interview list`` and ``interview show``: the interviews that are kept."""

from collections.abc import Sequence
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.cli.interview.report import check_report_file, report_whole
from jobcoach.cli.interview.request import LATEST
from jobcoach.errors import InputError
from jobcoach.interview.session.journal import read_transcript
from jobcoach.reports.interview_list import list_document, list_lines
from jobcoach.store import InterviewRecord, Store
from jobcoach.words import Words


def list_interviews(app: AppContext, limit: int) -> None:
    """Print the interviews, latest first."""
    records: Sequence[InterviewRecord] = ()
    if app.locations.database.exists():
        with app.open_store() as store:
            records = store.interviews.latest(limit)
    if app.json:
        app.document(list_document(records))
        return
    for line in list_lines(records, app.words, app.style):
        app.result(line)
    if not records:
        app.remark(app.words("interview.list.none"))


def show_interview(app: AppContext, interview_id: str, markdown: Path | None) -> None:
    """Print one interview, whole. Raises InputError if it is not kept or damaged."""
    check_report_file(markdown)
    with app.open_store() as store:
        transcript = read_transcript(store.interviews, resolve_id(store, interview_id))
    words = app.words if app.lang_given else Words(transcript.lang)
    report_whole(app, words, transcript, markdown)


def resolve_id(store: Store, interview_id: str) -> str:
    """The ID itself, or that of the latest interview. Raises InputError if there is none."""
    if interview_id != LATEST:
        return interview_id.strip().casefold()
    latest = store.interviews.latest(1)
    if not latest:
        raise InputError("no interview has been held yet", mend="jobcoach interview")
    return latest[0].id

"""``review list`` and ``review show``: the reviews that are kept."""

from collections.abc import Sequence

from jobcoach.cli.context import AppContext
from jobcoach.cli.history.reviews import review_as_json, review_list_lines
from jobcoach.cli.review.reports import Reported, write_reports
from jobcoach.cli.review.request import ReviewFiles
from jobcoach.errors import InputError
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.rules.registry import all_rules
from jobcoach.reports.review_json import review_document
from jobcoach.reports.review_stored import stored_review
from jobcoach.reports.review_terminal import review_lines
from jobcoach.store import Store
from jobcoach.store.reviews import ReviewRecord
from jobcoach.words import Words

LATEST = "latest"
LIST_FORMAT = "jobcoach.reviews/1"
_LISTED = 20
_DIGITS_MAX = 19


def list_reviews(app: AppContext, limit: int | None) -> None:
    """Print the reviews, latest first."""
    records: Sequence[ReviewRecord] = ()
    if app.locations.database.exists():
        with app.open_store() as store:
            records = store.reviews.latest(_LISTED if limit is None else limit)
    if app.json:
        app.document({"format": LIST_FORMAT, "reviews": [review_as_json(each) for each in records]})
        return
    if not records:
        app.remark(app.words("review.none_kept"))
        return
    for line in review_list_lines(records, app.words, app.style):
        app.result(line)


def show_review(app: AppContext, review_id: str | None, files: ReviewFiles) -> None:
    """Print one review as it was, and write its reports. Raises InputError if it is not kept or damaged."""
    files.check()
    with app.open_store() as store:
        review = read_review(find_review(store, review_id or LATEST))
    words = app.words if app.lang_given else Words(review.lang)
    if app.json:
        app.document(review_document(review))
    else:
        for line in review_lines(review, words, app.style):
            app.result(line)
    write_reports(app, files, Reported(review, {}, all_rules(), words))


def find_review(store: Store, review_id: str) -> ReviewRecord:
    """The stored review of that number, or the latest. Raises InputError if there is none."""
    if review_id == LATEST:
        found = next(iter(store.reviews.latest(1)), None)
        what = "no review is stored"
    else:
        is_number = review_id.isascii() and review_id.isdigit() and len(review_id) <= _DIGITS_MAX
        found = store.reviews.get(int(review_id)) if is_number else None
        what = f"there is no review {review_id}"
    if found is None:
        is_any = bool(store.reviews.latest(1))
        raise InputError(
            what,
            why="" if is_any else "no repository was reviewed yet",
            mend="jobcoach review list" if is_any else "jobcoach review ./your-repository",
        )
    return found


def read_review(record: ReviewRecord) -> Review:
    """The review of a record. Raises InputError if it is of another shape than this jobcoach writes."""
    try:
        return stored_review(record.review, record.id or 0)
    except ValueError as error:
        raise InputError(
            f"review {record.id} cannot be read",
            why="another jobcoach wrote it",
            mend="review the repository again: jobcoach review ./your-repository",
        ) from error

"""The code around the cited lines of a stored review, where its repository is still there."""

from contextlib import closing
from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.errors import JobcoachError
from jobcoach.portfolio.excerpts import Excerpts, read_excerpts
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.source.open import open_snapshot


def stored_excerpts(app: AppContext, review: Review) -> Excerpts:
    """Read anew at the commit that was reviewed; nothing without it: lines may have moved since."""
    source = review.source
    if source.kind != "local" or source.commit is None or not Path(source.location).is_dir():
        return {}
    try:
        with closing(
            open_snapshot(
                source.location, ref=source.commit, worktree=False, cache_folder=app.locations.cache
            )
        ) as snapshot:
            return read_excerpts(snapshot, take_inventory(snapshot).files, review)
    except (JobcoachError, OSError):  # the quotes of the review stand by themselves
        return {}

"""The bank as a command uses it: a file of the user's that is broken is told of, and stops nothing."""

from pathlib import Path

from jobcoach.cli.context import AppContext
from jobcoach.interview.bank.load import Bank, load_usable_bank
from jobcoach.text import one_line


def usable_bank(app: AppContext, cache_folder: Path | None = None) -> Bank:
    """The questions that can be used; one line tells of files that cannot."""
    bank = load_usable_bank(app.locations.questions, cache_folder)
    if bank.broken:
        path = one_line(str(bank.broken[0].path))
        app.remark(app.words("interview_bank.left_out", path=path, count=len(bank.broken)))
    return bank

"""``judge --changed-since``: only what has changed. git is not run without it."""

from collections.abc import Sequence

from jobcoach.cli.context import AppContext
from jobcoach.judge.submissions.discover import Found, Unusable
from jobcoach.text import one_line


def changed_since(app: AppContext, ref: str, found: Sequence[Found | Unusable]) -> list[Found | Unusable]:
    """What was found and has changed; all of it where there is nothing to compare with.

    Raises InputError, EnvironmentMissing.
    """
    from jobcoach.judge.submissions.changed import changed_files, find_base, only_changed

    base = find_base(ref)
    if base is None:
        app.remark(app.words("judge.no_base"))
        return list(found)
    changed = only_changed(found, changed_files(base))
    if not changed:
        app.remark(app.words("judge.nothing_changed", ref=one_line(ref)))
    return changed

"""``judge --watch``: judge again whenever a source is saved, until Ctrl-C."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from jobcoach.cli.context import AppContext
from jobcoach.cli.failures import tell
from jobcoach.cli.judge.run import JudgeRequest, find_all, judge_found
from jobcoach.cli.judge.sandbox import Relay, open_early
from jobcoach.cli.judge.watch import WatchedFiles
from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import Found, Unusable
from jobcoach.text import printable


def judge_and_watch(app: AppContext, request: JudgeRequest) -> NoReturn:
    """Judge, wait for a change, judge again; what has not changed keeps its verdict.

    One sandbox serves all rounds. Raises EnvironmentMissing, KeyboardInterrupt.
    """
    relay = Relay()
    with open_early(request.settings, relay) as sandbox:
        while True:
            found = find_all(app, request)
            # Looked at before judging, so that what is saved meanwhile is judged next.
            watched = WatchedFiles(_files(found))
            try:
                judge_found(app, request, found, sandbox, relay)
            except InputError as error:
                tell(error, app.words, debug=app.debug)
            app.remark(app.words("judge.watching", path=_shown(request.paths)))
            sys.stdout.flush()
            changed = watched.wait(time.sleep, lambda file: _tell_gone(app, file))
            app.remark("\n" + app.words("judge.changed", path=_shown([str(file) for file in changed])))


def _files(found: Sequence[Found | Unusable]) -> list[Path]:
    """All sources, and paths that cannot be used yet: an empty file may be written to."""
    sources = [item.base / file for item in found if isinstance(item, Found) for file in item.files]
    return sources + [Path(item.path) for item in found if isinstance(item, Unusable)]


def _tell_gone(app: AppContext, file: Path) -> None:
    app.remark(app.words("judge.gone", path=printable(str(file))))


def _shown(paths: Sequence[str]) -> str:
    return printable(", ".join(paths))

"""How far a calibration has come: a line that moves on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable

from jobcoach.cli.context import AppContext
from jobcoach.cli.lines import StatusLine
from jobcoach.reports.figures import rough_duration

_REDRAWN_EVERY_SECONDS = 0.1
_SAID_EVERY_SECONDS = 15.0


class GradingProgress:
    """Told of each graded answer; one for each part of the work."""

    def __init__(self, app: AppContext, part: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._part = part
        self._clock = clock
        self._started = self._told = clock()
        self._line = StatusLine(sys.stderr, app.style.columns, shown=app.shows_progress)

    def __call__(self, done: int, count: int) -> None:
        now = self._clock()
        every = _REDRAWN_EVERY_SECONDS if self._app.shows_progress else _SAID_EVERY_SECONDS
        if done == count:
            self._line.clear()
        elif now - self._told >= every:
            self._told = now
            left = rough_duration((now - self._started) / done * (count - done))
            text = self._app.words("calibrate.progress", part=self._part, done=done, total=count, left=left)
            if self._app.shows_progress:
                self._line.show(text)
            else:
                self._app.remark(text)

    def clear(self) -> None:
        """Leave nothing on the line: the work was interrupted."""
        self._line.clear()

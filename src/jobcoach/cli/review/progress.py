"""How far a review is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable

from jobcoach.cli.context import AppContext
from jobcoach.cli.lines import StatusLine
from jobcoach.portfolio.source.progress import FetchProgress
from jobcoach.portfolio.stages import StageProgress, Step
from jobcoach.reports.figures import rough_duration

_REDRAWN_EVERY_SECONDS = 0.1
_SAID_EVERY_SECONDS = 10.0
_TOLD_FROM_SECONDS = 1.0  # of a stage that was shorter nobody needs a line
_BAR_COLUMNS = 20


class ReviewProgress:
    """Told of each stage."""

    def __init__(self, app: AppContext, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock
        self._began = self._told = clock()
        self._line = StatusLine(sys.stderr, app.style.columns, shown=app.shows_progress)

    def __call__(self, progress: StageProgress) -> None:
        now = self._clock()
        name = self._app.words(f"review.stage.{progress.stage}")
        if progress.seconds is not None:
            self._end(name, progress.seconds)
        elif progress.total is None:
            self._began = self._told = now
            self._line.show(name)
        else:
            every = _REDRAWN_EVERY_SECONDS if self._app.shows_progress else _SAID_EVERY_SECONDS
            if now - self._told >= every:
                self._told = now
                self._tell(name, progress.done, progress.total, now - self._began)

    def clear(self) -> None:
        """Leave nothing on the line."""
        self._line.clear()

    def _tell(self, name: str, done: int, total: int, seconds: float) -> None:
        left = rough_duration(seconds / done * (total - done)) if done else "?"
        text = self._app.words("review.progress.counted", stage=name, done=done, total=total, left=left)
        if self._app.shows_progress:
            filled = _BAR_COLUMNS * done // max(total, 1)
            self._line.show(f"{'█' * filled}{'░' * (_BAR_COLUMNS - filled)} {text}")
        else:
            self._app.remark(text)

    def _end(self, name: str, seconds: float) -> None:
        self._line.clear()
        if not self._app.shows_progress and seconds >= _TOLD_FROM_SECONDS:
            self._app.remark(self._app.words("review.progress.ended", stage=name, seconds=f"{seconds:.1f} s"))


def as_step(step: Step) -> Callable[[FetchProgress], None]:
    """What a fetch tells, as the progress of its stage in percent."""

    def tell(progress: FetchProgress) -> None:
        if progress.percent is not None and progress.part == "contents":
            step(progress.percent, 100)

    return tell

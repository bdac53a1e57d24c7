"""Progress of a review: a bar on a terminal, plain lines elsewhere, nothing when quiet."""

from collections.abc import Iterator

import pytest

from jobcoach.cli.context import AppContext
from jobcoach.cli.review.progress import ReviewProgress, as_step
from jobcoach.portfolio.source.progress import FetchProgress
from jobcoach.portfolio.stages import StageProgress

Capture = pytest.CaptureFixture[str]


class _Terminal(AppContext):
    shows_progress = True


def seconds(step: float) -> Iterator[float]:
    yield from (number * step for number in range(1000))


def told(app: AppContext, step: float, capsys: Capture) -> str:
    ticks = seconds(step)
    progress = ReviewProgress(app, lambda: next(ticks))
    progress(StageProgress("analysis"))
    for done in (0, 50, 100):
        progress(StageProgress("analysis", done, 100))
    progress(StageProgress("analysis", seconds=4.06))
    progress.clear()
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_elsewhere_it_is_lines_and_only_of_what_takes_time(capsys: Capture) -> None:
    app = AppContext("en", lang_given=True, json=False, quiet=False, debug=False)
    assert told(app, 0.01, capsys) == "Reading the files: 4.1 s\n"
    lines = told(app, 20, capsys).splitlines()
    assert lines == [
        "Reading the files: 0 of 100, about ? left",
        "Reading the files: 50 of 100, about 40 s left",
        "Reading the files: 100 of 100, about 1 s left",
        "Reading the files: 4.1 s",
    ]


def test_on_a_terminal_it_is_a_bar_that_goes_away(capsys: Capture) -> None:
    app = _Terminal("ko", lang_given=True, json=False, quiet=False, debug=False)
    shown = told(app, 1, capsys)
    assert "██████████░░░░░░░░░░ 파일 읽기: 100개 중 50개" in shown
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


def test_quiet_says_nothing(capsys: Capture) -> None:
    app = AppContext("en", lang_given=True, json=False, quiet=True, debug=False)
    assert told(app, 20, capsys) == ""


def test_a_fetch_is_told_in_percent_of_its_contents() -> None:
    steps: list[tuple[int, int | None]] = []
    tell = as_step(lambda done, total: steps.append((done, total)))
    for part, percent in (("refs", None), ("contents", None), ("history", 3), ("contents", 40)):
        tell(FetchProgress(part, percent))  # type: ignore[arg-type]  # the parts are literals
    assert steps == [(40, 100)]

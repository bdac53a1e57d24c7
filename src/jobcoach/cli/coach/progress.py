"""``jobcoach progress``: where the candidate stands."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from jobcoach.cli.context import app_context
from jobcoach.errors import InputError
from jobcoach.text import printable

_UNITS = {"d": 1, "w": 7, "m": 30}

app = typer.Typer()


@app.command()
def progress(
    ctx: typer.Context,
    *,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE|30d", show_default=False)] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", show_default=False)] = None,
) -> None:
    """Show the progress."""
    from jobcoach.cli.coach.gather import gather_record  # 200 ms: the store and the models of reviews
    from jobcoach.cli.report_file import check_writable, write_whole
    from jobcoach.coach.progress import measure_progress
    from jobcoach.reports.progress_json import progress_document
    from jobcoach.reports.progress_terminal import progress_lines

    app = app_context(ctx)
    now = datetime.now().astimezone()
    if html is not None:
        check_writable(html)
    begin = read_since(since, now.date()) if since is not None else None
    figures = measure_progress(gather_record(app), now, begin)
    if html is not None:
        from jobcoach.reports.progress_html import progress_page

        page = progress_page(figures, app.words, now)
        write_whole(html, page.encode("utf-8", "backslashreplace"))
        app.remark(app.words("progress.wrote", path=printable(str(html))))
    if app.json:
        app.document(progress_document(figures, now.astimezone(UTC), begin))
    elif html is None:
        for line in progress_lines(figures, app.words, app.style):
            app.result(line)


def read_since(text: str, today: date) -> date:
    """A date (2026-10-01), or so many days, weeks or months ago (30d, 6w, 3m). Raises InputError."""
    number, unit = text[:-1], text[-1:].lower()
    try:
        if unit in _UNITS and number.isascii() and number.isdigit():
            return today - timedelta(days=int(number) * _UNITS[unit])
        return date.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        raise InputError(
            f"{text!r} is no day",
            why="a day is written 2026-10-01, 30d, 6w or 3m",
            mend="jobcoach progress --since 30d",
        ) from error

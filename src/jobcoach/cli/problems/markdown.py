"""Markdown that others wrote, on the terminal."""

from jobcoach.cli.context import AppContext
from jobcoach.text import printable


def print_markdown(app: AppContext, text: str) -> None:
    """Print it laid out. Links stay text: what a statement names must not become something to click on."""
    from rich.markdown import Markdown

    with app.out.capture() as rendered:
        app.out.print(Markdown(printable(text).strip(), hyperlinks=False))
    for line in rendered.get().splitlines():
        app.result(line.rstrip())

"""A page in one file that needs nothing else: no script, no network, light and dark, phone and paper.

The page forbids itself by its policy to load or run anything.
"""

import html
from collections.abc import Iterable
from pathlib import Path

from jobcoach.text import printable
from jobcoach.words import Language

_FOLDER = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, language: Language, body: Iterable[str], style: str) -> str:
    """The whole document; ``body`` is HTML, ``style`` the name of a style sheet beside ``page.css``."""
    styles = [(_FOLDER / name).read_text(encoding="utf-8") for name in ("page.css", style)]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escaped(title)}</title>",
            f"<style>\n{''.join(styles)}</style>",
            "</head>",
            "<body>",
            "<main>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def escaped(text: str) -> str:
    """Text that others wrote, for an element or an attribute."""
    return html.escape(printable(text))

"""Which language the user reads, found without loading the settings."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from jobcoach.words import LANGUAGES, Language


def choose_language(argv: Sequence[str], environ: Mapping[str, str], config_file: Path) -> Language:
    """``--lang``, else ``JOBCOACH_LANG``, else ``lang`` in ``config.toml``, else the locale.

    A value that is no language is passed over here; the parser and the
    settings complain about it, in the language this function chose.
    """
    for asked in (_flag(argv), environ.get("JOBCOACH_LANG"), _configured(config_file)):
        for language in LANGUAGES:
            if asked == language:
                return language
    return "ko" if _locale(environ).lower().startswith("ko") else "en"


def _flag(argv: Sequence[str]) -> str | None:
    """The last ``--lang`` before ``--``; help is printed before all options are parsed."""
    found = None
    for index, argument in enumerate(argv):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(argv):
            found = argv[index + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    return found


def _configured(config_file: Path) -> object:
    try:
        return tomllib.loads(config_file.read_text(encoding="utf-8")).get("lang")
    except (OSError, ValueError):
        return None


def _locale(environ: Mapping[str, str]) -> str:
    """The locale of messages, by the order of POSIX (first that is not empty)."""
    return next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")

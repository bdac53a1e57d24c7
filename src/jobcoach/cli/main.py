"""The entry point ``jobcoach``.

``--version`` answers before typer is imported; ``--help`` and completion import
no command (see ``registry.py``).
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jobcoach import __version__

if TYPE_CHECKING:
    from jobcoach.cli.context import GlobalFlags

PROGRAM = "jobcoach"
_COMPLETION_VARIABLE = "_JOBCOACH_COMPLETE"


def main() -> None:
    """Run the command line and leave with its exit code."""
    code = run(sys.argv[1:])
    # Python's last look for garbage, among all that was imported, was 0.06 of the 0.42 s of an interview.
    gc.freeze()
    sys.exit(code)


def run(argv: Sequence[str]) -> int:
    """Run one command line; returns the exit code."""
    # Imports make objects that stay; looking through them again and again for
    # garbage was 0.15 of the 0.68 s of CPU that `judge` starts with.
    gc.set_threshold(300_000)
    # Looking for plug-ins of pydantic among all packages takes 16 ms, and none of theirs is to run here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _replace_closed_streams()
    _make_streams_safe()
    if list(argv) == ["--version"]:
        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        return 0
    from jobcoach.cli.context import GlobalFlags
    from jobcoach.cli.language import choose_language
    from jobcoach.locations import find_locations
    from jobcoach.words import Words

    flags = GlobalFlags()
    try:
        flags.lang = choose_language(argv, os.environ, find_locations().config_file)
        code = _invoke(argv, flags)
        sys.stdout.flush()
        return code
    except BaseException as error:  # everything, to tell it in our own words
        if isinstance(error, SystemExit | GeneratorExit):
            raise
        from jobcoach.cli.failures import tell

        debug = flags.debug or "--debug" in argv  # a line that does not parse sets no flag
        return tell(error, Words(flags.lang), debug=debug)


def _invoke(argv: Sequence[str], flags: "GlobalFlags") -> int:
    import typer

    from jobcoach.cli.command import root_command
    from jobcoach.cli.context import takes_colour

    root = root_command(flags.lang)
    if _COMPLETION_VARIABLE in os.environ:
        root.main(list(argv), prog_name=PROGRAM, obj=flags)
    try:
        colour = None if takes_colour(sys.stdout) else False
        with root.make_context(PROGRAM, list(argv), obj=flags, color=colour) as ctx:
            root.invoke(ctx)
    except typer.Exit as ending:
        return ending.exit_code
    return 0


def _replace_closed_streams() -> None:
    """Put the null device where ``<&-``, ``>&-`` or ``2>&-`` left nothing.

    Python has None for such a stream, and the next file opened, the database
    say, would take its number and whatever is written there.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number: this one
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 (until the end)


def _make_streams_safe() -> None:
    """Let no character stop the output: escape what the stream's encoding lacks.

    An encoding without Korean (ASCII in the C locale, Latin-1) is taken for
    missing configuration and replaced by UTF-8; EUC-KR and CP949 stay.
    """
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_able_encoding(stream.encoding), errors="backslashreplace")


def _able_encoding(encoding: str) -> str:
    try:
        "가".encode(encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return encoding


if __name__ == "__main__":
    main()

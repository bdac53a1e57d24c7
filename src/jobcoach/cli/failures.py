"""How a run that failed ends: one or two lines on stderr, and the exit code.

0 done and good; 1 done, and the work falls short; 2 wrong usage or unusable
input; 3 the environment lacks something; 130 interrupted; 141 the reader of
our output went away (128 + SIGPIPE, as for any program in a pipe). A fault of
our own is 70 (``EX_SOFTWARE`` of sysexits.h): 1 would tell a CI job that the
candidate's work fell short.
"""

import errno
import os
import re
import sys
import traceback

import typer

from jobcoach.cli.context import takes_colour
from jobcoach.cli.error_words import in_words, tell_error
from jobcoach.errors import JobcoachError
from jobcoach.text import printable
from jobcoach.words import Words

INTERRUPTED = 130
PIPE_CLOSED = 141
INTERNAL_ERROR = 70
_USAGE = 2
_ENVIRONMENT = 3
_NO_COMMAND = re.compile(r"No such command (.*?)\.(?: Did you mean (.*)\?)?$")


def tell(error: BaseException, words: Words, *, debug: bool) -> int:
    """Say on stderr what went wrong, and return the exit code."""
    if isinstance(error, BrokenPipeError):
        return _leave_pipe()
    if debug and not isinstance(error, KeyboardInterrupt | typer.Abort | typer.TyperException):
        sys.stderr.write(printable("".join(traceback.format_exception(error))))
    match error:
        case JobcoachError():
            _say(words, *tell_error(error, words))
            return error.exit_code
        case KeyboardInterrupt() | typer.Abort():
            sys.stderr.write("\n" + words("main.error.interrupted") + "\n")
            return INTERRUPTED
        case typer.TyperException():
            return _tell_usage(error, words)
        case OSError():
            _say(words, *_os_error(error, words))
            return _ENVIRONMENT
        case _:
            _say(words, words("main.error.internal", what=_one_line(error)), words("main.error.see_debug"))
            return INTERNAL_ERROR


def _say(words: Words, what: str, mend: str) -> None:
    label = words("main.error.label")
    if takes_colour(sys.stderr):
        label = typer.style(label, fg="red", bold=True)
    sys.stderr.write(f"{label} {printable(what)}\n")
    if mend:
        sys.stderr.write(f"  {words('main.error.mend')} {printable(mend)}\n")


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def _tell_usage(error: typer.TyperException, words: Words) -> int:
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "NoArgsIsHelpError" in kinds:
        typer.echo(error.format_message(), err=True)
        return _USAGE
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "jobcoach"
    _say(words, _usage_text(error, kinds, words), f"{path} --help")
    return _USAGE


def _usage_text(error: typer.TyperException, kinds: set[str], words: Words) -> str:
    """What is wrong with the line. Typer's classes are told by name: their module is private."""
    if "NoSuchOption" in kinds:
        close = ", ".join(getattr(error, "possibilities", None) or ())
        return words("main.usage.no_option", option=getattr(error, "option_name", "")) + _hint(close, words)
    param = getattr(error, "param", None)
    if "MissingParameter" in kinds and param is not None:
        return words("main.usage.missing", name=param.get_error_hint())
    if "BadParameter" in kinds and param is not None:
        why = error.message.removeprefix("Value error, ").rstrip(".")
        return words("main.usage.bad_value", name=param.get_error_hint(), why=in_words(why, words))
    if unknown := _NO_COMMAND.match(error.message):
        return words("main.usage.no_command", name=unknown[1]) + _hint(unknown[2], words)
    return in_words(error.format_message().rstrip("."), words)


def _hint(close: str | None, words: Words) -> str:
    return f" ({words('main.usage.did_you_mean', close=close)})" if close else ""


def _os_error(error: OSError, words: Words) -> tuple[str, str]:
    """What to say of an error that the system reported, and what mends it."""
    reason = error.strerror or str(error)
    what = f"{error.filename}: {reason}" if error.filename is not None else reason
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return words("main.error.disk_full", what=what), "df -h"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return words("main.error.no_permission", what=what), "jobcoach doctor"
        case _:
            return words("main.error.system", what=what), "jobcoach doctor"


def _leave_pipe() -> int:
    """Point stdout at nothing, so that the interpreter's last flush does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED

"""A draft in the user's own editor."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from jobcoach.cli.interview.text import clean_input
from jobcoach.errors import EnvironmentMissing, InputError

_KNOWN = ("nano", "vim", "vi", "emacs")
_TERMINAL = Path("/dev/tty")


def edit(draft: str, environ: Mapping[str, str] = os.environ) -> str:
    """The draft as it is when the editor is closed.

    Raises EnvironmentMissing without an editor, InputError if it failed or
    left something that is no text; the draft is then as it was.
    """
    command = _editor(environ)
    with tempfile.TemporaryDirectory(prefix="jobcoach-") as folder:  # 0700
        file = Path(folder) / "answer.md"
        file.write_text(f"{draft}\n" if draft else "", encoding="utf-8")
        try:
            code = _run([*command, str(file)])
        except OSError as error:
            raise EnvironmentMissing(
                f"the editor {command[0]} does not start",
                why=error.strerror or str(error),
                mend="export EDITOR=nano",
            ) from error
        if code != 0:
            raise InputError(f"the editor {command[0]} ended with {code}", why="the draft is as it was")
        return clean_input(_read(file)).rstrip("\n")


def _editor(environ: Mapping[str, str]) -> list[str]:
    """``$VISUAL``, else ``$EDITOR``, split as a shell would, but run without one."""
    asked = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(asked)
    except ValueError as error:
        raise EnvironmentMissing(
            f"EDITOR is not valid: {asked}", why=str(error), mend="export EDITOR=nano"
        ) from error
    found = command or [name for name in _KNOWN if shutil.which(name)][:1]
    if not found:
        raise EnvironmentMissing("there is no editor", why="EDITOR is not set", mend="export EDITOR=nano")
    return found


def _run(command: list[str]) -> int:
    """An editor needs the terminal, also where standard input is a pipe."""
    if sys.stdin.isatty() or not _TERMINAL.exists():
        return subprocess.run(command, check=False).returncode
    with _TERMINAL.open("rb") as terminal:
        return subprocess.run(command, stdin=terminal, check=False).returncode


def _read(file: Path) -> str:
    content = file.read_bytes()
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("the editor left no text", why="the draft is as it was", mend="save it as UTF-8")

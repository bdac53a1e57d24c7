"""One answer typed at a terminal: several lines, pastes, Korean, a clock.

Nothing else knows prompt_toolkit.

Enter sends, as in a chat; Alt+Enter and Ctrl+J make a new line, and so does a
``\\`` at the end of a line. What is pasted is never sent by its own line ends, on terminals
that mark pastes (bracketed paste) and on others: an Enter with more input right
behind it is not a person's.
"""

import asyncio
import os
import select
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import DummyHistory, FileHistory
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from jobcoach.cli.interview.kept_commands import COMMANDS, command_of
from jobcoach.cli.interview.text import clean_input
from jobcoach.text import cut
from jobcoach.words import Words

_REFRESH_SECONDS = 0.5
_HURRY_SECONDS = 15
_PASTE_SECONDS = 0.1
_STYLE = Style.from_dict(
    {
        "bottom-toolbar": "noreverse",
        "note": "fg:ansiyellow",
        "hurry": "fg:ansired bold",
        "keys": "fg:ansibrightblack",
    }
)

How = Literal["sent", "editor", "time_up", "ended"]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, and how it came to its end: ``ended`` is Ctrl-D on an empty line."""

    text: str
    how: How


class AnswerInput:
    """The prompt of one session. ``history_file`` keeps the candidate's own answers (mode 0600).

    Without it nothing that is typed can be called back.
    """

    def __init__(self, words: Words, screen: TextIO, history_file: Path | None) -> None:
        self._words = words
        self._note = ""
        self._deadline: float | None = None
        self._pasting_until = 0.0
        self._session: PromptSession[Typed] = PromptSession(
            message=[("bold", "> ")],
            prompt_continuation="  ",
            multiline=True,
            key_bindings=self._bindings(),
            completer=WordCompleter([f"/{name}" for name in COMMANDS], sentence=True),
            complete_while_typing=Condition(_begins_command),
            reserve_space_for_menu=len(COMMANDS),
            bottom_toolbar=self._toolbar,
            style=_STYLE,
            include_default_pygments_style=False,
            history=_OwnAnswers(history_file) if history_file is not None else DummyHistory(),
            enable_suspend=True,
            input=create_input(always_prefer_tty=True),
            output=create_output(stdout=screen),
        )
        self._session.default_buffer.on_text_changed += self._forget_note

    def read(self, *, draft: str = "", note: str = "", seconds: float | None = None) -> Typed:
        """Wait for an answer, at most ``seconds``. Raises KeyboardInterrupt for Ctrl-C on an empty line."""
        self._note = note
        self._deadline = None if seconds is None else time.monotonic() + seconds
        return self._session.prompt(
            default=draft,
            refresh_interval=_REFRESH_SECONDS if seconds is not None else 0,
            pre_run=self._start_clock,
        )

    def _forget_note(self, buffer: Buffer) -> None:
        if buffer.text:
            self._note = ""

    def _start_clock(self) -> None:
        if self._deadline is not None:
            get_app().create_background_task(self._watch_clock(self._deadline))

    async def _watch_clock(self, deadline: float) -> None:
        await asyncio.sleep(max(deadline - time.monotonic(), 0))
        app = get_app()
        if not app.is_done:
            app.exit(result=Typed(clean_input(app.current_buffer.text), "time_up"))

    def _toolbar(self) -> StyleAndTextTuples:
        columns = self._session.app.output.get_size().columns
        clock = self._clock()
        room = columns - len(clock) - 3 if clock else columns - 1
        parts: StyleAndTextTuples = []
        if clock:
            left = (self._deadline or 0) - time.monotonic()
            parts.append(("class:hurry" if left < _HURRY_SECONDS else "bold", f"{clock}   "))
        kind = "class:note" if self._note else "class:keys"
        parts.append((kind, cut(self._note or self._words("interview.keys"), room)))
        return parts

    def _clock(self) -> str:
        if self._deadline is None:
            return ""
        left = max(round(self._deadline - time.monotonic()), 0)
        return f"{left // 60}:{left % 60:02d}"

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Enter)(self._enter)
        keys.add(Keys.Escape, Keys.Enter)(_new_line)
        keys.add(Keys.ControlJ)(_new_line)
        keys.add(Keys.BracketedPaste)(_paste)
        keys.add(Keys.ControlC)(self._interrupt)
        keys.add(Keys.SIGINT)(_stop)
        keys.add(Keys.ControlD, filter=Condition(_is_empty))(_end)
        keys.add(Keys.ControlX, Keys.ControlE)(_to_editor)
        return keys

    def _enter(self, event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        state = buffer.complete_state
        if state is not None and state.current_completion is not None:
            buffer.apply_completion(state.current_completion)
        if self._is_pasted(event):
            buffer.insert_text("\n")
        elif (
            buffer.document.current_line_before_cursor.endswith("\\") and buffer.document.is_cursor_at_the_end
        ):
            buffer.delete_before_cursor()
            buffer.insert_text("\n")
        elif not buffer.text.strip():
            self._note = self._words("interview.nothing_written")
        else:
            text = clean_input(buffer.text)
            if command_of(text) is None:
                buffer.append_to_history()
            event.app.exit(result=Typed(text, "sent"))

    def _is_pasted(self, event: KeyPressEvent) -> bool:
        """Whether this line end came with more: also the last of a paste is no order to send it."""
        now = time.monotonic()
        if _more_is_coming(event):
            self._pasting_until = now + _PASTE_SECONDS
        return now < self._pasting_until

    def _interrupt(self, event: KeyPressEvent) -> None:
        if not event.current_buffer.text.strip():
            _stop(event)
            return
        event.current_buffer.append_to_history()
        event.current_buffer.reset()
        self._note = self._words("interview.cleared")


class _OwnAnswers(FileHistory):
    """The answers of earlier sessions. A file that cannot be used costs no answer."""

    def __init__(self, file: Path) -> None:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
            file.chmod(0o600)
        super().__init__(str(file))

    def load_history_strings(self) -> Iterable[str]:
        try:
            return list(super().load_history_strings())
        except OSError:
            return []

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(clean_input(string))


def _begins_command() -> bool:
    return get_app().current_buffer.text.startswith("/")


def _is_empty() -> bool:
    return not get_app().current_buffer.text


def _new_line(event: KeyPressEvent) -> None:
    event.current_buffer.insert_text("\n")


def _paste(event: KeyPressEvent) -> None:
    event.current_buffer.insert_text(clean_input(event.data.replace("\r\n", "\n").replace("\r", "\n")))


def _stop(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt())


def _end(event: KeyPressEvent) -> None:
    event.app.exit(result=Typed("", "ended"))


def _to_editor(event: KeyPressEvent) -> None:
    event.app.exit(result=Typed(clean_input(event.current_buffer.text), "editor"))


def _more_is_coming(event: KeyPressEvent) -> bool:
    """Whether keys lie behind this one already: nobody types that fast."""
    if event.key_processor.input_queue:
        return True
    try:
        readable, _, _ = select.select([event.app.input.fileno()], [], [], 0)
    except (OSError, ValueError, NotImplementedError):
        return False
    return bool(readable)


def read_terminal_as_utf_8() -> None:
    """Let Korean be typed where the locale names an encoding without it (``LC_ALL=C``)."""
    try:
        "가".encode(sys.stdin.encoding)
    except UnicodeEncodeError:
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr] # a terminal

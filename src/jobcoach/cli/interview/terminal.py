"""An interview with a person at a terminal."""

import time
from collections.abc import Callable

from jobcoach.cli.error_words import tell_error
from jobcoach.cli.interview.editor import edit
from jobcoach.cli.interview.grader import Reason
from jobcoach.cli.interview.input import AnswerInput
from jobcoach.cli.interview.kept_commands import command_of, draft_before_command, looks_like_command
from jobcoach.cli.interview.request import WhenModelFails
from jobcoach.cli.interview.screen import InterviewScreen
from jobcoach.cli.interview.session import Answer, Choice, Order
from jobcoach.cli.interview.shown import ShownOnScreen
from jobcoach.errors import JobcoachError
from jobcoach.interview.grading.grade import UngradedCause
from jobcoach.interview.session.ask import Ask
from jobcoach.text import one_line

_CHOICES: tuple[Choice, ...] = ("retry", "offline", "pause")
SecondsFor = Callable[[Ask], float | None]
"""How long an answer may take; None for as long as it takes."""


class TerminalFront(ShownOnScreen):
    """Puts questions to whoever sits at the terminal.

    ``typing`` takes the answers, ``choosing`` all else: what is chosen is no answer to call back.
    """

    def __init__(
        self,
        screen: InterviewScreen,
        typing: AnswerInput,
        choosing: AnswerInput,
        *,
        seconds_for: SecondsFor,
        when_model_fails: WhenModelFails,
        reason: Reason,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(screen, reason)
        self._words = screen.words
        self._typing = typing
        self._choosing = choosing
        self._seconds_for = seconds_for
        self._when_model_fails = when_model_fails
        self._now = now
        self._timed: Ask | None = None
        self._deadline: float | None = None
        self._draft = ""

    def put(self, ask: Ask) -> Answer | Order:
        self._screen.put(ask)
        # What was refused is put back, for the same question only.
        draft, self._draft, note = self._draft if ask == self._timed else "", "", ""
        self._start_clock(ask)
        while True:
            typed = self._typing.read(draft=draft, note=note, seconds=self._seconds_left())
            command = command_of(typed.text)
            if typed.how == "ended":
                return "pause"
            if typed.how == "time_up":
                return self._time_is_up(typed.text)
            if typed.how == "editor" or command == "edit":
                draft, note = self._edit(draft_before_command(typed.text))
            elif command == "help":
                draft, note = "", ""
                self._screen.help()
            elif command is not None:
                return command
            elif looks_like_command(typed.text) and typed.text != draft:
                draft = typed.text  # sent once more as it is, it is an answer
                note = self._words("interview.no_command", text=typed.text.strip())
            else:
                self._draft = typed.text  # it comes back if it is refused
                return Answer(typed.text)

    def _start_clock(self, ask: Ask) -> None:
        """A question has one clock, however often it is put again after a hint."""
        if ask != self._timed:
            self._timed = ask
            seconds = self._seconds_for(ask)
            self._deadline = None if seconds is None else self._now() + seconds

    def _seconds_left(self) -> float | None:
        return None if self._deadline is None else max(self._deadline - self._now(), 0.0)

    def _time_is_up(self, text: str) -> Answer | Order:
        if text.strip():
            self._screen.tell(self._words("interview.time_up"))
            self._draft = text
            return Answer(text)
        self._screen.tell(self._words("interview.time_up_empty"))
        return "skip"

    def _edit(self, draft: str) -> tuple[str, str]:
        """The draft from the editor, and what to say of it."""
        try:
            return edit(draft), self._words("interview.edited")
        except JobcoachError as error:
            what, mend = tell_error(error, self._words)
            return draft, one_line(f"{what} · {mend}" if mend else what)

    def refused(self, error: JobcoachError) -> None:
        self._deadline = None  # it was given in time, and must not be taken again and again
        self._screen.refused(error)

    def grading(self) -> None:
        self._screen.grading()

    def hint(self, hint: str) -> None:
        self._screen.hint(hint)

    def model_away(self, cause: UngradedCause) -> Choice:
        self._screen.failed(self._reason(cause))
        if self._when_model_fails != "ask":
            self._screen.tell(self._words(f"interview.away.{self._when_model_fails}"))
            return self._when_model_fails
        self._screen.tell(self._words("interview.away.kept") + " " + self._words("interview.away.choose"))
        while True:
            typed = self._choosing.read(note=self._words("interview.away.choose"))
            if typed.how == "ended":
                return "pause"
            if choice := self._choice(typed.text):
                return choice

    def _choice(self, text: str) -> Choice | None:
        """A choice by its word in either language, or by its number; who wants to leave pauses."""
        if command_of(text) == "quit":
            return "pause"
        typed = text.strip().strip("/").casefold()
        for number, choice in enumerate(_CHOICES, 1):
            if typed in (str(number), choice, self._words(f"interview.away.word.{choice}")):
                return choice
        return None

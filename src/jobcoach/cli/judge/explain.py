"""``judge --explain``: coaching after the verdicts. Nothing of it is loaded before it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jobcoach.cli.context import AppContext
from jobcoach.cli.model import ModelFlags
from jobcoach.errors import JobcoachError
from jobcoach.judge.task import Task
from jobcoach.judge.verdicts import Verdict
from jobcoach.text import one_line

if TYPE_CHECKING:
    from jobcoach.cli.lines import Lines
    from jobcoach.coach.explain.explanation import Explanation
    from jobcoach.coach.explain.judged_task import JudgedTask
    from jobcoach.coach.explain.model.model_coach import ModelCoach
    from jobcoach.reports.judge_report import Judged

_NOT_COACHED = frozenset({Verdict.AC, Verdict.JE})
# The compiler's own words say more than a hint could.
_NOT_FOR_A_MODEL = _NOT_COACHED | {Verdict.CE}


@dataclass(frozen=True, slots=True)
class ExplainOptions:
    """``step``: hints up to this one, 1 to 3."""

    step: int
    offline: bool
    flags: ModelFlags


class Coaching:
    """Explains the verdicts of one run: the only one, else all that are not accepted."""

    def __init__(
        self,
        app: AppContext,
        options: ExplainOptions,
        tasks: Sequence[Task],
        judged: Mapping[int, "Judged"],
    ) -> None:
        self._app = app
        self._options = options
        self._tasks = tasks
        self._judged = judged
        self._alone = len(tasks) == 1
        self._found: dict[int, Explanation] = {}
        self._model_failed = False

    def run(self) -> None:
        """Explain one after the other, each on the screen at once. Raises KeyboardInterrupt."""
        from jobcoach.cli.judge.screen import terminal_lines

        indexes = [index for index in sorted(self._judged) if self._is_wanted(index)]
        to_ask = [index for index in indexes if self._verdict(index) not in _NOT_FOR_A_MODEL]
        lines = terminal_lines(self._app)
        with self._model(needed=bool(to_ask)) as model:
            for index in indexes:
                asked = model if index in to_ask and not self._model_failed else None
                if asked is not None:
                    self._say_asking(lines, asked, to_ask.index(index) + 1, len(to_ask))
                self._found[index] = self._explain(self._judged_task(index), asked)
                lines.clear()
                if not self._app.json:
                    lines.write(*self._lines(index))

    def added_to(self, document: dict[str, object]) -> dict[str, object]:
        """The document of ``--json`` with what was found; null for what is not explained."""
        from jobcoach.reports.explain_json import explanation_value

        submissions = document["submissions"]
        if isinstance(submissions, list):
            for index, submission in zip(sorted(self._judged), submissions, strict=True):
                found = self._found.get(index)
                submission["explanation"] = explanation_value(found, self._app.words) if found else None
        return document

    def _is_wanted(self, index: int) -> bool:
        return self._alone or self._verdict(index) not in _NOT_COACHED

    def _verdict(self, index: int) -> Verdict:
        return self._judged[index].result.verdict

    def _judged_task(self, index: int) -> "JudgedTask":
        from jobcoach.coach.explain.judged_task import JudgedTask
        from jobcoach.judge.batch import timed

        return JudgedTask(timed(self._tasks[index], self._app.locations.cache), self._judged[index].result)

    def _explain(self, judged: "JudgedTask", model: "ModelCoach | None") -> "Explanation":
        from jobcoach.coach.explain.offline import explain_offline

        app, step = self._app, self._options.step
        offline = explain_offline(judged, app.lang, step)
        if model is None:
            return offline
        try:
            return model.coach(judged, offline, app.lang, step)
        except JobcoachError as failure:
            self._tell_failure(failure)
            return offline

    @contextmanager
    def _model(self, *, needed: bool) -> "Iterator[ModelCoach | None]":
        """None with ``--offline``, where none is configured, and where it cannot be used."""
        settings = self._app.settings_with({"llm.model": self._options.flags.model})
        if not needed or self._options.offline or settings.llm.model is None:
            yield None
            return
        from jobcoach.cli.model import open_model
        from jobcoach.coach.explain.model.model_coach import PROMPT, ModelCoach
        from jobcoach.llm.prompts import load_prompt
        from jobcoach.resources import prompts_folder

        try:
            prompt = load_prompt(PROMPT, prompts_folder(settings.prompts.path))
            gateway = open_model(self._app, self._options.flags)
        except JobcoachError as failure:
            self._tell_failure(failure)
            yield None
            return
        with gateway:
            yield ModelCoach(gateway, prompt)

    def _tell_failure(self, failure: JobcoachError) -> None:
        """Say once that the facts have to do, and ask no more: the next answer would be no better."""
        from jobcoach.cli.error_words import tell_error

        self._model_failed = True
        what, mend = tell_error(failure, self._app.words)
        self._app.remark(one_line(self._app.words("explain.model_failed", reason=what)))
        if mend:
            self._app.remark(f"  {self._app.words('main.error.mend')} {one_line(mend)}")

    def _say_asking(self, lines: "Lines", model: "ModelCoach", number: int, count: int) -> None:
        name = one_line(model.gateway.model)
        if count == 1:
            lines.status(self._app.words("explain.asking", model=name))
        else:
            lines.status(self._app.words("explain.asking_next", model=name, number=number, count=count))

    def _lines(self, index: int) -> list[str]:
        from jobcoach.reports.explain_terminal import explanation_lines, explanation_title
        from jobcoach.reports.judge_terminal import failed_samples

        app, result = self._app, self._judged[index].result
        on_screen = self._alone and not app.quiet
        # Of a crash the screen has the program's last words, not the input.
        wrong = (test.name for test in failed_samples(result) if test.verdict is Verdict.WA)
        shown = frozenset(wrong) if on_screen else frozenset[str]()
        title = explanation_title(result, app.words, app.style, alone=self._alone)
        return [
            "",
            title,
            *explanation_lines(result, self._found[index], app.words, app.style, shown),
        ]

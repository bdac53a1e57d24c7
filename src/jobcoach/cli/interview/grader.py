"""Who grades: the offline grader, or the model that is configured. The one place where that is decided."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import tell_error
from jobcoach.cli.interview.request import ModelRequest
from jobcoach.cli.model import open_model
from jobcoach.errors import JobcoachError
from jobcoach.interview.grading.grade import Grade, Grader, PointSeen, UngradedCause
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.interview.planning.posting import ModelReader, ModelSkill
from jobcoach.interview.session.preparation import Prepare
from jobcoach.settings import Settings
from jobcoach.text import one_line
from jobcoach.words import Words

Reason = Callable[[UngradedCause], str]
"""Why an answer is not graded, as the user is told it."""


def _nothing_to_load() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Graders:
    """``grader`` grades, ``offline`` steps in when it is away; the others are None without a model.

    ``warm_up`` loads the model's client in the background, while a first question is
    read: a second. ``failures`` are the errors that left answers ungraded so far.
    """

    grader: Grader
    offline: Grader
    prepare: Prepare | None = None
    posting_reader: ModelReader | None = None
    warm_up: Callable[[], None] = _nothing_to_load
    failures: list[JobcoachError] = field(default_factory=list)

    def reason(self, cause: UngradedCause, words: Words) -> str:
        """What the user is told of the last failure: what and why, and what mends it."""
        if not self.failures or cause == "no_rubric":
            return words(f"interview.ungraded.{cause}")
        what, mend = tell_error(self.failures[-1], words)
        return f"{one_line(what)}\n  {words('main.error.mend')} {one_line(mend)}" if mend else one_line(what)


class _OfflineWhenNeeded:
    """The offline grader, loaded with the first answer: 45 ms, which a model that is there saves."""

    name = "offline"

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        from jobcoach.interview.grading.offline.grader import OfflineGrader

        return OfflineGrader().grade(rubric, answer, on_point)


@contextmanager
def choose_grader(app: AppContext, wanted: ModelRequest) -> Iterator[Graders]:
    """The graders of one run. No model is contacted before it is needed.

    Raises JobcoachError for a model, prompts or a budget that cannot be used.
    """
    offline = _OfflineWhenNeeded()
    settings = app.settings_with({"llm.model": wanted.flags.model})
    if wanted.offline or settings.llm.model is None:
        if not wanted.offline:
            app.remark(app.words("interview.graded_offline"))
        yield Graders(offline, offline)
        return
    with _model_graders(app, settings, wanted, offline) as graders:
        yield graders


@contextmanager
def _model_graders(
    app: AppContext, settings: Settings, wanted: ModelRequest, offline: Grader
) -> Iterator[Graders]:
    from jobcoach.interview.grading.model_grader import GradingPrompts, ModelGrader
    from jobcoach.interview.grading.rubric_writer import RubricWriter
    from jobcoach.interview.planning.posting_reader import PostingReader
    from jobcoach.llm.prompts import load_prompt
    from jobcoach.resources import prompts_folder

    folder = prompts_folder(settings.prompts.path)
    failures: list[JobcoachError] = []
    with open_model(app, wanted.flags) as gateway:
        prompts = GradingPrompts(load_prompt("grade-answer", folder), load_prompt("mend-quotes", folder))
        reader = PostingReader(gateway, load_prompt("read-posting", folder))
        yield Graders(
            grader=ModelGrader(gateway, prompts, wanted.samples, failures.append),
            offline=offline,
            prepare=RubricWriter(gateway, load_prompt("write-rubric", folder)),
            posting_reader=lambda posting: _read_by_model(app, reader, posting),
            warm_up=gateway.warm_up,
            failures=failures,
        )


def _read_by_model(app: AppContext, reader: ModelReader, posting: str) -> list[ModelSkill]:
    """The skills that the model reads; without it those that are found by name have to do."""
    try:
        return list(reader(posting))
    except JobcoachError as error:
        what, _ = tell_error(error, app.words)
        app.remark(app.words("interview.posting.by_name", reason=one_line(what)))
        return []

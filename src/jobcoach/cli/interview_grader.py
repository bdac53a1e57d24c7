"""Who grades: the offline grader, or the model that is configured. The one place where that is decided."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from jobcoach.cli.context import AppContext
from jobcoach.cli.interview_request import ModelRequest
from jobcoach.errors import EnvironmentMissing
from jobcoach.interview.grading.grade import Grader
from jobcoach.interview.grading.offline import OfflineGrader
from jobcoach.interview.posting import ModelReader
from jobcoach.interview.preparation import Prepare
from jobcoach.store import Store


@dataclass(frozen=True, slots=True)
class Graders:
    """``grader`` grades, ``offline`` steps in when it is away; the others are None without a model."""

    grader: Grader
    offline: Grader
    prepare: Prepare | None = None
    posting_reader: ModelReader | None = None


@contextmanager
def choose_grader(app: AppContext, _store: Store, wanted: ModelRequest) -> Iterator[Graders]:
    """The graders of one run. Raises JobcoachError if the model that was asked for cannot be had."""
    offline = OfflineGrader()
    settings = app.settings_with({"llm.model": wanted.name})
    if wanted.offline or settings.llm.model is None:
        if not wanted.offline:
            app.remark(app.words("interview.graded_offline"))
        yield Graders(offline, offline)
        return
    raise EnvironmentMissing(
        f"the model {settings.llm.model} cannot grade yet", mend="jobcoach interview --offline"
    )

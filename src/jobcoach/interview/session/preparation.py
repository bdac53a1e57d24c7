"""Key points for planned questions that have none, found while the candidate is busy."""

import threading
from collections.abc import Callable

from jobcoach.interview.session.transcript import PlannedQuestion

Prepare = Callable[[PlannedQuestion], PlannedQuestion]
"""Finds key points. Runs in a thread of its own, so it must not use the store's connection."""


def needs_preparation(planned: PlannedQuestion) -> bool:
    """Whether the question has no key points: it came from a review, or from the user's own bank."""
    return not planned.rubric.key_points


class Preparation:
    """At most one question being prepared in the background at a time."""

    def __init__(self, prepare: Prepare | None) -> None:
        self._prepare = prepare
        self._number = 0
        self._thread: threading.Thread | None = None
        self._result: PlannedQuestion | None = None

    def start(self, number: int, planned: PlannedQuestion) -> None:
        """Begin with question ``number``, unless it needs nothing or one is being prepared still."""
        if self._prepare is None or self._number == number or not needs_preparation(planned):
            return
        if self._thread is not None and self._thread.is_alive():
            return
        self._number, self._result = number, None
        # A daemon: who leaves does not wait for a model.
        self._thread = threading.Thread(target=self._run, args=(self._prepare, planned), daemon=True)
        self._thread.start()

    def take(self, number: int, *, wait: bool) -> PlannedQuestion | None:
        """The prepared question, once; None if there is none, or none yet and ``wait`` is false."""
        if self._thread is None or self._number != number:
            return None
        self._thread.join(None if wait else 0)
        result, self._result = (None, self._result) if self._thread.is_alive() else (self._result, None)
        return result

    def _run(self, prepare: Prepare, planned: PlannedQuestion) -> None:
        try:
            found = prepare(planned)
        except Exception:  # noqa: BLE001 - whatever the model does costs these key points and nothing else
            return
        reference = planned.rubric.reference or found.rubric.reference
        rubric = planned.rubric.model_copy(
            update={"reference": reference, "key_points": found.rubric.key_points}
        )
        self._result = planned.model_copy(update={"rubric": rubric, "hint": planned.hint or found.hint})

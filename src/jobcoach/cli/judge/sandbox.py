"""The sandbox of a run, opened in a thread: the engine starts containers while packages load."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Thread
from types import TracebackType

from jobcoach.judge.events import Event, Preparing
from jobcoach.judge.sandbox.box import Sandbox
from jobcoach.settings import Settings

OpenSandbox = Callable[[], AbstractContextManager[Sandbox]]


class EarlySandbox:
    """Opens on entry without waiting, closes on exit."""

    def __init__(self, open_now: OpenSandbox) -> None:
        self._open = open_now
        self._context: AbstractContextManager[Sandbox] | None = None
        self._sandbox: Sandbox | None = None
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, name="open-sandbox", daemon=True)

    def get(self) -> Sandbox:
        """Wait for the sandbox. Raises what opening it raised (EnvironmentMissing)."""
        self._thread.join()
        if self._sandbox is None:
            raise self._error or RuntimeError("the sandbox was not opened")
        return self._sandbox

    def __enter__(self) -> "EarlySandbox":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.join()
        if self._context is not None and self._sandbox is not None:
            self._context.__exit__(kind, error, trace)

    def _run(self) -> None:
        try:
            self._context = self._open()
            self._sandbox = self._context.__enter__()
        except BaseException as error:  # noqa: BLE001 (raised again where it is waited for)
            self._error = error


def open_early(settings: Settings, relay: "Relay") -> EarlySandbox:
    """The sandbox that the settings name; enter it to have it opened in the background."""

    def open_now() -> AbstractContextManager[Sandbox]:
        from jobcoach.judge.sandbox import open_sandbox  # 200 ms: docker

        judging = settings.judge
        return open_sandbox(
            judging.sandbox,
            docker_host=judging.docker_host,
            images=judging.images,
            announce=lambda what: relay(Preparing(what)),
        )

    return EarlySandbox(open_now)


class Relay:
    """Passes events on to whoever listens by then: the sandbox opens before there is a screen."""

    def __init__(self) -> None:
        self._listener: Callable[[Event], None] | None = None
        self._early: list[Event] = []

    def __call__(self, event: Event) -> None:
        """Pass on, or hold back, one event."""
        if self._listener is None:
            self._early.append(event)
        else:
            self._listener(event)

    def connect(self, listener: Callable[[Event], None]) -> None:
        """Listen from now on, and to what was held back."""
        self._listener = listener
        while self._early:
            listener(self._early.pop(0))

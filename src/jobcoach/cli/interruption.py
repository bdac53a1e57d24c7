"""Ctrl-C, SIGTERM and a closed terminal as a KeyboardInterrupt that nothing swallows."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN_SECONDS = 0.01
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)


@contextmanager
def interruptible() -> Iterator[None]:
    """SIGTERM and SIGHUP end the run as Ctrl-C does: a CI job that is cancelled gets its
    reports. What was ignored before, as under nohup, stays ignored.

    Python prints and drops what is raised in a finaliser or a weak reference's
    callback. The import system has one for each of its locks, and a SIGTERM within the
    first second was lost there in a test; so the exception waits until such a
    function is over.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _interrupt) for number in heard}
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(_number: int, frame: FrameType | None) -> None:
    if _would_be_dropped(frame):
        signal.setitimer(signal.ITIMER_REAL, _AGAIN_SECONDS)
        return
    raise KeyboardInterrupt


def _would_be_dropped(frame: FrameType | None) -> bool:
    while frame is not None:
        file, function = frame.f_code.co_filename, frame.f_code.co_name
        if function == "__del__" or (function == "cb" and file.startswith("<frozen importlib")):
            return True
        if file.endswith(("/weakref.py", "/_weakrefset.py")) and function in {"remove", "_remove"}:
            return True
        frame = frame.f_back
    return False

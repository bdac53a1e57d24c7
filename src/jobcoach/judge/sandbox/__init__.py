"""Where untrusted programs run. ``open_sandbox`` is the way in."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from jobcoach.errors import InputError
from jobcoach.judge.sandbox.box import Sandbox

KINDS = ("docker", "process")


@contextmanager
def open_sandbox(
    kind: str,
    *,
    docker_host: str | None = None,
    images: Mapping[str, str] | None = None,
    announce: Callable[[str], None] | None = None,
    ahead: int = 3,
) -> Iterator[Sandbox]:
    """A sandbox of hardened containers ("docker"), or plain processes for one's own
    code ("process", never chosen silently). ``images`` replaces images by language,
    ``announce`` hears of images being built, ``ahead`` boxes are kept ready.

    Raises EnvironmentMissing when no engine answers, InputError for another kind.
    """
    if kind == "docker":
        from jobcoach.judge.sandbox.docker_sandbox import DockerSandbox

        sandbox = DockerSandbox(docker_host, images or {}, announce or _silently, ahead=ahead)
        try:
            yield sandbox
        finally:
            sandbox.close()
    elif kind == "process":
        from jobcoach.judge.sandbox.process_sandbox import ProcessSandbox

        yield ProcessSandbox()
    else:
        raise InputError(f"unknown sandbox {kind!r}", why="known are " + ", ".join(KINDS))


def _silently(what: str) -> None:
    """Builds without a word."""

"""The Docker engine: connecting, what it is, and saying clearly why it does not answer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

import docker
import requests
import urllib3
from docker.errors import APIError, DockerException, StreamParseError

from jobcoach.errors import EnvironmentMissing

TIMEOUT_SECONDS = 60

# All that the docker package lets through when the engine dies or answers nonsense:
# while it streams (building, events) the errors of the layers below come as they are.
ENGINE_FAULTS = (
    DockerException,
    StreamParseError,
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    HTTPException,
    OSError,
)


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What the engine says of itself; ``cgroup_version`` is 1 or 2."""

    version: str
    api_version: str
    cgroup_version: int
    storage_driver: str
    operating_system: str
    rootless: bool


def connect(docker_host: str | None = None, *, timeout_seconds: int = TIMEOUT_SECONDS) -> docker.APIClient:
    """A client of the engine at ``docker_host`` (None: ``DOCKER_HOST``, else the
    usual socket). Raises EnvironmentMissing with the command that mends it."""
    try:
        if docker_host:
            return docker.APIClient(base_url=docker_host, version="auto", timeout=timeout_seconds)
        return docker.from_env(version="auto", timeout=timeout_seconds).api
    except ENGINE_FAULTS as error:
        raise _unreachable(error, docker_host or os.environ.get("DOCKER_HOST")) from error


def describe(docker_host: str | None = None) -> EngineInfo:
    """Asks the engine about itself. Raises EnvironmentMissing."""
    client = connect(docker_host, timeout_seconds=5)
    try:
        with engine_faults("ask the engine about itself"):
            about = client.info()
    finally:
        client.close()
    return EngineInfo(
        version=str(about.get("ServerVersion", "")),
        api_version=str(client.api_version),
        cgroup_version=int(about.get("CgroupVersion") or 1),
        storage_driver=str(about.get("Driver", "")),
        operating_system=str(about.get("OperatingSystem", "")),
        rootless=any("rootless" in option for option in about.get("SecurityOptions") or ()),
    )


@contextmanager
def engine_faults(doing: str) -> Iterator[None]:
    """Turns what the engine or the way to it can raise into EnvironmentMissing."""
    try:
        yield
    except APIError as error:
        raise EnvironmentMissing(
            f"the Docker engine refused to {doing}",
            why=str(error.explanation or error),
            mend="jobcoach doctor",
        ) from error
    except ENGINE_FAULTS as error:
        raise _unreachable(error) from error


def _unreachable(error: BaseException, named: str | None = None) -> EnvironmentMissing:
    """What keeps us from the engine; ``named`` is its address if somebody gave one."""
    if named and not named.startswith("unix://"):
        return EnvironmentMissing(
            f"no Docker engine answers at {named}",
            why=_innermost(error),
            mend="check DOCKER_HOST and the setting judge.docker_host, such as unix:///var/run/docker.sock",
        )
    for cause in _causes(error):
        if isinstance(cause, PermissionError):
            return EnvironmentMissing(
                "no permission to use the Docker engine",
                why="your user may not open its socket",
                mend="sudo usermod -aG docker $USER, then log in again",
            )
        if isinstance(cause, FileNotFoundError):
            return EnvironmentMissing(
                "no Docker engine found",
                why="its socket is not there",
                mend="make sure that Docker is installed and running: sudo systemctl start docker",
            )
        if isinstance(cause, ConnectionRefusedError):
            return EnvironmentMissing(
                "the Docker engine is not running",
                why="its socket is there, but nobody answers",
                mend="sudo systemctl start docker",
            )
    return EnvironmentMissing("the Docker engine does not answer", why=str(error), mend="jobcoach doctor")


def _innermost(error: BaseException) -> str:
    """The system's own words where there are some: those of the layers above repeat each other."""
    system = (cause.strerror for cause in _causes(error) if isinstance(cause, OSError) and cause.strerror)
    return next(system, str(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it (urllib3 hides the OSError among the arguments)."""
    seen: list[Any] = [error]
    while seen:
        one = seen.pop()
        yield one
        nested = [one.__cause__, one.__context__, *one.args, getattr(one, "reason", None)]
        seen.extend(each for each in nested if isinstance(each, BaseException) and each is not one)

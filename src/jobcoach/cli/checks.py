"""What ``jobcoach doctor`` looks at: one function a part, each yielding its lines."""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from jobcoach.cli.context import AppContext
from jobcoach.cli.error_words import in_words, tell_error
from jobcoach.errors import EnvironmentMissing, JobcoachError
from jobcoach.settings import Settings, read_api_key

State = Literal["ok", "note", "missing"]

_GIT_SECONDS = 10
_GIB = 1 << 30
_FREE_NEEDED_BYTES = 256 << 20  # the database, the cache and one submission's files
_FREE_WANTED_BYTES = 3 * _GIB  # building an image unpacks a toolchain
_INSTALL_DOCKER = "sudo apt-get install docker.io"


@dataclass(frozen=True, slots=True)
class Check:
    """One line: ``note`` is something not needed for judging, ``missing`` something that is."""

    part: str
    state: State
    detail: str
    mend: str = ""


def run_checks(app: AppContext) -> Iterator[Check]:
    """All checks, in the order in which one would mend what they find."""
    yield _python()
    yield _git(app)
    settings, settings_check = _settings(app)
    yield settings_check
    yield from _engine(app, settings)
    yield _store(app)
    yield _cache(app)
    yield _disk(app)
    yield _model(app, settings)


def _python() -> Check:
    return Check("python", "ok", f"{platform.python_version()} ({sys.executable})")


def _git(app: AppContext) -> Check:
    program = shutil.which("git")
    if program is None:
        return Check("git", "note", app.words("doctor.no_git"), "sudo apt-get install git")
    try:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=_GIT_SECONDS, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return Check("git", "note", str(error), "sudo apt-get install --reinstall git")
    return Check("git", "ok", said.strip().removeprefix("git version "))


def _settings(app: AppContext) -> tuple[Settings, Check]:
    """The settings; where they are not valid the defaults, so that the other checks can run."""
    file = app.locations.config_file
    try:
        settings = app.settings
    except JobcoachError as error:
        return Settings(), Check("settings", "missing", *tell_error(error, app.words))
    detail = str(file) if file.exists() else app.words("doctor.no_config", file=file)
    return settings, Check("settings", "ok", detail)


def _engine(app: AppContext, settings: Settings) -> Iterator[Check]:
    """The engine, and the images if it answers."""
    from jobcoach.judge.sandbox import engine  # 100 ms: docker

    host = settings.judge.docker_host
    try:
        about = engine.describe(host)
    except EnvironmentMissing as error:
        yield Check(
            "docker",
            "missing",
            tell_error(error, app.words)[0],
            in_words(engine_mend(error, host), app.words),
        )
        return
    rootless = ", rootless" if about.rootless else ""
    yield Check(
        "docker",
        "ok",
        f"{about.version} (API {about.api_version}, {about.storage_driver}{rootless},"
        f" {about.operating_system})",
    )
    yield Check("cgroup", "ok", f"v{about.cgroup_version}")
    yield from _images(app, settings)


def engine_mend(error: EnvironmentMissing, host: str | None) -> str:
    """The command for an engine that does not answer; its socket does not tell whether it is installed."""
    installed = shutil.which("docker") or shutil.which("dockerd")
    elsewhere = host or os.environ.get("DOCKER_HOST")
    return error.mend if installed or elsewhere else _INSTALL_DOCKER


def _images(app: AppContext, settings: Settings) -> Iterator[Check]:
    from jobcoach.judge.sandbox.images import image_status

    try:
        states = image_status(settings.judge.docker_host, settings.judge.images)
    except JobcoachError as error:
        yield Check("images", "missing", *tell_error(error, app.words))
        return
    for image in states:
        part = f"image {image.language}"
        if image.built:
            yield Check(part, "ok", image.tag)
        else:
            yield Check(part, "note", app.words("doctor.not_built"))


def _store(app: AppContext) -> Check:
    try:
        with app.open_store() as store:
            faults = store.check()
    except EnvironmentMissing as error:
        return Check("store", "missing", *tell_error(error, app.words))
    path = app.locations.database
    if faults:
        return Check("store", "missing", f"{path}: {faults[0]}", f"mv {path} {path}.old")
    return Check("store", "ok", str(path))


def _cache(app: AppContext) -> Check:
    folder = app.locations.cache
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check(
            "cache", "missing", f"{folder}: {error.strerror}", f"mkdir -p {folder}; chmod u+rwx {folder}"
        )
    return Check("cache", "ok", str(folder))


def _disk(app: AppContext) -> Check:
    folder = _existing(app.locations.database.parent)
    free = shutil.disk_usage(folder).free
    detail = app.words("doctor.free", gib=f"{free / _GIB:.1f}", folder=folder)
    if free < _FREE_NEEDED_BYTES:
        return Check("disk", "missing", detail, f"df -h {folder}")
    if free < _FREE_WANTED_BYTES:
        return Check("disk", "note", detail, "docker system df")
    return Check("disk", "ok", detail)


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.parents) if parent.exists())


def _model(app: AppContext, settings: Settings) -> Check:
    """What is configured; nobody is asked over the network."""
    from jobcoach.llm.model_name import read_model_name

    llm = settings.llm
    try:
        key = read_api_key(llm)
    except JobcoachError as error:
        return Check("model", "missing", *tell_error(error, app.words))
    if llm.model is None and llm.base_url is None and key is None:
        return Check("model", "note", app.words("doctor.no_model"), "jobcoach config set llm.model NAME")
    try:
        name = read_model_name(llm.model, llm.base_url)
    except JobcoachError as error:
        return Check("model", "note", *tell_error(error, app.words))
    if find_spec(name.provider.package.replace("-", "_")) is None:
        detail = app.words("doctor.no_package", package=name.provider.package)
        return Check("model", "note", f"{name.given}: {detail}", f"pip install {name.provider.package}")
    with_key = app.words("doctor.with_key") if key else app.words("doctor.without_key")
    return Check("model", "ok", f"{name.given} {name.host} ({with_key})")

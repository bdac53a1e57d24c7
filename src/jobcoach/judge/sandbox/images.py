"""Judging images: built from the Dockerfiles in ``judge/images``, named by their content.

Three steps, each cached by the engine: the runner, the language's toolchain,
and the toolchain with the runner as its last layer. A user's own image takes
the toolchain's place.
"""

import hashlib
import io
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import docker

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.languages import Language, all_languages
from jobcoach.judge.sandbox.engine import connect, engine_faults

LABEL = "jobcoach"
FORK_SERVER_IMAGES = frozenset({"python"})  # the fork server is linked to this image's interpreter

Announce = Callable[[str], None]
StillWanted = Callable[[], None]


@dataclass(frozen=True, slots=True)
class ImageStatus:
    """Whether the image of a language is there; ``digest`` is the engine's id or ""."""

    language: str
    tag: str
    digest: str

    @property
    def built(self) -> bool:
        """Whether judging can start without building."""
        return bool(self.digest)


def image_tag(language: Language, overrides: Mapping[str, str]) -> str:
    """The tag of a language's judging image; it changes with all that goes into it."""
    base = overrides.get(language.id)
    parts = [_runner_digest().encode(), _read("layer.Dockerfile"), _read("check_syntax.py")]
    parts.append(base.encode() if base else _read(f"{language.image}/Dockerfile"))
    return f"jobcoach-{language.id if base else language.image}:{_digest(*parts)}"


def image_digest(client: docker.APIClient, tag: str) -> str:
    """The engine's id (``sha256:…``) of the image with this tag, or "" if there is none."""
    with engine_faults("look for an image"):
        listed = client.images(name=tag)
    return str(listed[0]["Id"]) if listed else ""


def ensure_image(
    client: docker.APIClient,
    language: Language,
    overrides: Mapping[str, str],
    announce: Announce,
    still_wanted: StillWanted,
) -> str:
    """The id of the language's image, which is built if it is not there.

    ``announce`` is told what is being built, ``still_wanted`` is called at each of
    its lines and raises to end it. Raises EnvironmentMissing with the last words of
    the build when it fails.
    """
    tag = image_tag(language, overrides)
    if digest := image_digest(client, tag):
        return digest
    runner = f"jobcoach-runner:{_runner_digest()}"
    if not image_digest(client, runner):
        announce(runner)
        _build(client, "runner.Dockerfile", runner, _runner_files(), {}, still_wanted)
    base = overrides.get(language.id)
    if not base:
        base = f"jobcoach-{language.image}-toolchain:{_digest(_read(f'{language.image}/Dockerfile'))}"
        if not image_digest(client, base):
            announce(base)
            _build(client, f"{language.image}/Dockerfile", base, {}, {}, still_wanted)
    announce(tag)
    files = {"check_syntax.py": _read("check_syntax.py")}
    _build(client, "layer.Dockerfile", tag, files, {"RUNNER": runner, "BASE": base}, still_wanted)
    if digest := image_digest(client, tag):
        return digest
    raise EnvironmentMissing(
        f"the image {tag} cannot be built",
        why="the engine built it, and does not have it",
        mend="docker info, then try again",
    )


def image_status(docker_host: str | None, overrides: Mapping[str, str]) -> list[ImageStatus]:
    """The state of every language's image. Raises EnvironmentMissing without an engine."""
    client = connect(docker_host, timeout_seconds=5)
    try:
        rows = [(language, image_tag(language, overrides)) for language in all_languages().values()]
        return [ImageStatus(language.id, tag, image_digest(client, tag)) for language, tag in rows]
    finally:
        client.close()


def _build(
    client: docker.APIClient,
    dockerfile: str,
    tag: str,
    files: Mapping[str, bytes],
    arguments: Mapping[str, str],
    still_wanted: StillWanted,
) -> None:
    context = _tar({**files, "Dockerfile": _read(dockerfile)})
    with engine_faults(f"build {tag}"):
        steps = client.build(
            fileobj=context,
            custom_context=True,
            tag=tag,
            rm=True,
            forcerm=True,
            decode=True,
            buildargs=dict(arguments),
            labels={LABEL: "image"},
        )
        said: list[str] = []
        for step in steps:
            still_wanted()
            said.append(str(step.get("stream", "")).strip())
            if "error" in step:
                raise EnvironmentMissing(
                    f"the image {tag} cannot be built",
                    why=f"{step['error']} ({_last_words(said)})",
                    mend="check that the engine reaches its registry and Debian's packages, then try again",
                )


def _last_words(said: list[str]) -> str:
    return " / ".join([line for line in said if line][-3:])[:300]


def _tar(files: Mapping[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(content))
    packed.seek(0)
    return packed


@cache
def _runner_files() -> Mapping[str, bytes]:
    folder = resources.files("jobcoach.judge.sandbox").joinpath("runner")
    files = {f"runner/{entry.name}": entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}
    return dict(sorted(files.items()))


@cache
def _runner_digest() -> str:
    return _digest(*_runner_files().values(), _read("runner.Dockerfile"))


@cache
def _read(name: str) -> bytes:
    place: Traversable = resources.files("jobcoach.judge").joinpath("images").joinpath(name)
    return place.read_bytes()


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:12]

"""The sandbox of hardened Docker containers."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import docker

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.box import BoxLost, BoxSpec
from jobcoach.judge.sandbox.container import ContainerBox
from jobcoach.judge.sandbox.engine import connect
from jobcoach.judge.sandbox.hardening import create_container
from jobcoach.judge.sandbox.images import FORK_SERVER_IMAGES, Announce, ensure_image
from jobcoach.judge.sandbox.pool import Pool


class DockerSandbox:
    """Makes boxes from judging images (see ``box.Sandbox``); close it when done."""

    kind = "docker"

    def __init__(
        self, docker_host: str | None, images: Mapping[str, str], announce: Announce, *, ahead: int
    ) -> None:
        self._host = docker_host
        self._overrides = images
        self._announce = announce
        self.session = ownership.new_session()  # the label of all its containers
        self._digests: dict[str, str] = {}
        self._building = threading.Lock()
        self._client = connect(docker_host)
        self._clients = threading.local()
        self._changing = threading.Lock()
        self._open: set[ContainerBox] = set()
        self._closed = False
        self._pool = Pool(self._make, ahead)
        self._reaper = threading.Thread(target=self._reap, daemon=True)
        self._reaper.start()

    def image_digest(self, language_id: str) -> str:
        with self._building:
            if language_id not in self._digests:
                row = language(language_id)
                digest = ensure_image(self._own_client(), row, self._overrides, self._announce)
                self._digests[language_id] = digest
            return self._digests[language_id]

    def has_fork_server(self, language_id: str) -> bool:
        row = language(language_id)
        return row.fork_server and row.image in FORK_SERVER_IMAGES and language_id not in self._overrides

    def expect(self, specs: Iterable[BoxSpec]) -> None:
        self._pool.expect(specs)

    @contextmanager
    def open(self, spec: BoxSpec) -> Iterator[ContainerBox]:
        box = self._pool.take(spec)
        try:
            with self._changing:
                self._refuse_when_closed()
                self._open.add(box)
            yield box
        finally:
            with self._changing:
                self._open.discard(box)
            box.close()

    def close(self) -> None:
        """Ends every box of this process, those in use too (their users get BoxLost)."""
        with self._changing:
            self._closed = True
            used = tuple(self._open)
        for box in used:
            box.close()
        self._pool.close()
        self._reaper.join()
        ownership.remove_session(self._client, self.session)
        self._client.close()

    def _make(self, spec: BoxSpec) -> ContainerBox:
        self._refuse_when_closed()
        client = self._own_client()
        image = self.image_digest(spec.language.id)
        container = create_container(client, image, spec, ownership.labels(self.session))
        try:
            return ContainerBox(client, container)
        except BaseException as error:
            ownership.remove(client, container)
            if not isinstance(error, BoxLost):
                raise
            raise EnvironmentMissing(
                "a judging container does not start", why=str(error), mend="jobcoach doctor"
            ) from error

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise EnvironmentMissing("judging was stopped")

    def _own_client(self) -> docker.APIClient:
        """One client a thread: a connection pool shared by threads is not safe to rely on."""
        client = getattr(self._clients, "client", None)
        if client is None:
            client = self._clients.client = connect(self._host)
        return client

    def _reap(self) -> None:
        try:
            client = connect(self._host)
        except EnvironmentMissing:
            return  # gone since a moment ago: whoever opens a box will say so
        try:
            ownership.reap_orphans(client)
        finally:
            client.close()

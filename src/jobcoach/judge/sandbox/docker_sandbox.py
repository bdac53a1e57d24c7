"""The sandbox of hardened Docker containers."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.languages import language
from jobcoach.judge.sandbox import ownership
from jobcoach.judge.sandbox.box import BoxLost, BoxSpec
from jobcoach.judge.sandbox.clients import Clients
from jobcoach.judge.sandbox.container import ContainerBox
from jobcoach.judge.sandbox.hardening import create_container
from jobcoach.judge.sandbox.images import FORK_SERVER_IMAGES, Announce, ensure_image
from jobcoach.judge.sandbox.pool import Pool


class DockerSandbox:
    """Makes boxes from judging images (see ``box.Sandbox``); close it when done."""

    kind = "docker"

    def __init__(
        self, docker_host: str | None, images: Mapping[str, str], announce: Announce, *, ahead: int
    ) -> None:
        self._clients = Clients(docker_host)
        self._overrides = images
        self._announce = announce
        self.session = ownership.new_session()  # the label of all its containers
        self._digests: dict[str, str] = {}
        self._building = threading.Lock()
        with self._clients.lend():
            pass  # an engine that does not answer is told here and now
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
                with self._clients.lend() as client:
                    digest = ensure_image(
                        client, row, self._overrides, self._announce, self._refuse_when_closed
                    )
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
            box.abort()
        self._pool.close()
        self._reaper.join()
        with suppress(EnvironmentMissing), self._clients.lend() as client:
            ownership.remove_session(client, self.session)
        self._clients.close()

    def _make(self, spec: BoxSpec) -> ContainerBox:
        self._refuse_when_closed()
        image = self.image_digest(spec.language.id)
        with self._clients.lend() as client:
            container = create_container(client, image, spec, ownership.labels(self.session))
        try:
            return ContainerBox(self._clients, container)
        except BaseException as error:
            with suppress(EnvironmentMissing), self._clients.lend() as client:
                ownership.remove(client, container)
            if not isinstance(error, BoxLost):
                raise
            raise EnvironmentMissing(
                "a judging container does not start", why=str(error), mend="jobcoach doctor"
            ) from error

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise EnvironmentMissing("judging was stopped")

    def _reap(self) -> None:
        # Gone since a moment ago? Whoever opens a box will say so.
        with suppress(EnvironmentMissing), self._clients.lend() as client:
            ownership.reap_orphans(client)

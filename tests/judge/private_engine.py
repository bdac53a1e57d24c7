"""A Docker engine of the test's own, which may be killed without harm to anybody else's."""

import io
import os
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobcoach.errors import EnvironmentMissing
from jobcoach.judge.sandbox.engine import connect

START_SECONDS = 60.0
NOT_NEEDED = ("usr/share/", "usr/bin/", "usr/sbin/", "usr/lib/apt/", "usr/lib/gcc/", "var/", "boot/")
CONTAINERD = """
version = 2
root = "{folder}/containerd"
state = "{folder}/containerd-state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
address = "{folder}/containerd.sock"
"""


class PrivateEngine:
    """``dockerd`` on a socket below ``folder``, without any network."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"unix://{folder}/engine.sock"
        self._containerd: subprocess.Popen[bytes] | None = None
        self._dockerd: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits until it answers; skips the test where that cannot be."""
        if self._containerd is None:
            # Not left to dockerd, so that the one can die without the other.
            (self._folder / "containerd.toml").write_text(CONTAINERD.format(folder=self._folder))
            self._containerd = self._popen("containerd", f"--config={self._folder}/containerd.toml")
        (self._folder / "engine.pid").unlink(missing_ok=True)  # of the one that was killed
        self._dockerd = self._popen(
            # A network of its own: with --bridge=none an engine removes the machine's docker0.
            *(
                "unshare",
                "--net",
                "dockerd",
                f"--host={self.address}",
                f"--containerd={self._folder}/containerd.sock",
            ),
            *(f"--data-root={self._folder}/data", f"--exec-root={self._folder}/exec"),
            *(f"--pidfile={self._folder}/engine.pid", "--log-level=warn"),
            *("--bridge=none", "--iptables=false", "--ip-masq=false"),
        )
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                connect(self.address, timeout_seconds=5).close()
                return
            except EnvironmentMissing:
                if self._dockerd.poll() is not None or time.monotonic() > deadline:
                    pytest.skip(f"no second engine here: {(self._folder / 'log').read_text()[-300:]}")
                time.sleep(0.1)

    def _popen(self, *command: str) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log)

    def take_image(self, tag: str) -> None:
        """Takes an image over from the usual engine, without what running Python does not need."""
        usual = connect()
        made = usual.create_container(tag, command=["1", "2"])
        source = usual.export(made["Id"])
        take = ["docker", "--host", self.address, "import", "-", tag]
        with (
            subprocess.Popen(take, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as load,
            tarfile.open(fileobj=_Readable(source), mode="r|") as whole,
            tarfile.open(fileobj=load.stdin, mode="w|") as needed,
        ):
            for entry in whole:
                if not entry.name.startswith(NOT_NEEDED) or "python3" in entry.name:
                    needed.addfile(entry, whole.extractfile(entry) if entry.isreg() else None)
        usual.remove_container(made["Id"])
        usual.close()
        assert load.returncode == 0

    def kill(self) -> None:
        """The engine itself dies at once; what it started is left behind."""
        assert self._dockerd is not None
        self._dockerd.kill()
        self._dockerd.wait()

    def stop(self) -> None:
        """Ends it as the system would, with all that belongs to it."""
        if self._dockerd is not None and self._dockerd.poll() is not None:
            self.start()  # who was killed must first find what it left behind
        for process in (self._dockerd, self._containerd):
            if process is not None:
                process.terminate()
                process.wait(timeout=START_SECONDS)
        for mount in sorted(_mounts_below(self._folder), reverse=True):
            subprocess.run(["umount", "--lazy", mount], check=False, capture_output=True)
        shutil.rmtree(self._folder)


class _Readable(io.RawIOBase):
    """A stream of pieces as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (piece := next(self._pieces, b"")):
            self._rest += piece
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def require_private_engine() -> None:
    """Skips the test where no second engine can be run."""
    if os.geteuid() != 0:
        pytest.skip("only root can run a second engine")
    missing = [name for name in ("dockerd", "containerd", "unshare") if not shutil.which(name)]
    if missing:
        pytest.skip(f"a second engine needs {', '.join(missing)}")


def _mounts_below(folder: Path) -> list[str]:
    mounts = [line.split()[1] for line in Path("/proc/self/mounts").read_text().splitlines()]
    return [mount for mount in mounts if mount.startswith(f"{folder}/")]

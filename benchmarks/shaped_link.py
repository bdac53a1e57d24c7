"""A slow line on loopback: a TCP proxy with a round trip of 30 ms and 100 Mbit/s each way.

For machines whose kernel has no netem. All connections share the line. A connection's first
bytes wait one round trip more: the handshake, which loopback does not have. There is no
slow start, which is to the advantage of whoever transfers more.

Run as `python shaped_link.py PORT`: it prints the port of its near end.
"""

import queue
import socket
import sys
import threading
import time
from dataclasses import dataclass, field

ROUND_TRIP_SECONDS = 0.030
BYTES_PER_SECOND = 100e6 / 8
_PIECE = 1 << 14
_MOST_PIECES = 128  # 2 MiB under way: five times what the line itself holds


@dataclass
class _Line:
    """One direction: when its last byte will have left."""

    free_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def arrival(self, size: int) -> float:
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + size / BYTES_PER_SECOND
            return self.free_at + ROUND_TRIP_SECONDS / 2


def main(target: int) -> None:
    """Serves until it is killed."""
    there, back = _Line(), _Line()
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            near, _ = listening.accept()
            far = socket.create_connection(("127.0.0.1", target))
            for end in (near, far):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _pump(near, far, there, ROUND_TRIP_SECONDS)
            _pump(far, near, back, 0)


def _pump(source: socket.socket, sink: socket.socket, line: _Line, first_wait: float) -> None:
    pieces: queue.Queue[tuple[float, bytes]] = queue.Queue(_MOST_PIECES)

    def read() -> None:
        late = first_wait
        while True:
            try:
                piece = source.recv(_PIECE)
            except OSError:
                piece = b""
            pieces.put((line.arrival(len(piece)) + late, piece))
            late = 0
            if not piece:
                return

    def write() -> None:
        while True:
            due, piece = pieces.get()
            time.sleep(max(0.0, due - time.monotonic()))
            try:
                if not piece:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(piece)
            except OSError:
                source.close()
                return

    for work in (read, write):
        threading.Thread(target=work, daemon=True).start()


if __name__ == "__main__":
    main(int(sys.argv[1]))

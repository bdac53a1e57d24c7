"""A limit to what one reply may take, in bytes. Importing it costs what httpx costs.

The client gathers a line, an event or a document until it is whole: a server that
never ends one would fill the memory.
"""

from collections.abc import Iterator

import httpx

from jobcoach.llm.deadline import EndlessReply

MAX_REPLY_BYTES = 32 << 20  # 100,000 tokens that come one by one take 25 MiB
_UNPACKED_LARGER = 64  # what we ask for is not packed; a packed reply may grow a thousandfold


class BoundedReply(httpx.SyncByteStream):
    """The bytes of a reply. Reading raises EndlessReply where there are too many."""

    def __init__(self, stream: httpx.SyncByteStream, bytes_max: int) -> None:
        self._stream = stream
        self._bytes_left = bytes_max

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            self._bytes_left -= len(part)
            if self._bytes_left < 0:
                raise EndlessReply("the reply has no end")
            yield part

    def close(self) -> None:
        self._stream.close()


def bound(response: httpx.Response) -> None:
    """An event hook of httpx that bounds each reply."""
    packed = response.headers.get("content-encoding", "identity").lower() != "identity"
    bytes_max = MAX_REPLY_BYTES // _UNPACKED_LARGER if packed else MAX_REPLY_BYTES
    stream = response.stream
    if isinstance(stream, httpx.SyncByteStream):
        response.stream = BoundedReply(stream, bytes_max)

"""Fields that git ends with NUL, one at a time, whatever the pieces they arrive in."""

from collections.abc import Iterator
from typing import IO

_PIECE = 1 << 16


def nul_fields(stream: IO[bytes], most_field_bytes: int) -> Iterator[bytes]:
    """The fields without their NUL. Ends early at a field longer than ``most_field_bytes``."""
    rest = b""
    while piece := stream.read1(_PIECE):  # type: ignore[attr-defined] # a BufferedReader, which IO does not say
        *whole, rest = (rest + piece).split(b"\0")
        for field in whole:
            if len(field) > most_field_bytes:
                return
            yield field
        if len(rest) > most_field_bytes:
            return
    if rest:
        yield rest

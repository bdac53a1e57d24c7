"""How replies lie in the cache: text in a row. Nothing is ever pickled, unpickled, or kept in a file."""

from typing import Any

from diskcache.core import MODE_RAW, UNKNOWN, Disk


class TextDisk(Disk):  # type: ignore[misc]  # diskcache has no types
    """A disk of diskcache for text keys and text values. Raises TypeError for anything else."""

    def put(self, key: object) -> tuple[str, bool]:
        return _text(key), True

    def get(self, key: object, raw: object) -> str:
        if not raw:
            raise TypeError("a key of the cache is not text")
        return _text(key)

    def store(self, value: object, read: object, key: object = UNKNOWN) -> tuple[int, int, None, str]:  # noqa: ARG002 (diskcache's signature)
        return 0, MODE_RAW, None, _text(value)

    def fetch(self, mode: int, filename: object, value: object, read: object) -> str | None:  # noqa: ARG002 (as above)
        """The text, None for a row that we cannot have written."""
        return value if mode == MODE_RAW and filename is None and isinstance(value, str) else None

    def remove(self, file_path: Any) -> None:  # noqa: ANN401 (as above)
        """Delete nothing: a row that names a file is not ours."""


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("the cache of replies keeps text only")
    return value

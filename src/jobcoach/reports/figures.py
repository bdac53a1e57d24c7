"""Times, sizes and points as people read them."""

_MIB = 1 << 20
_KIB = 1 << 10
_SECONDS_AS_MILLISECONDS = 10.0
_SECONDS_AS_MINUTES = 90.0


def duration(seconds: float) -> str:
    """``12 ms`` below ten seconds, else ``12.3 s``."""
    if seconds < _SECONDS_AS_MILLISECONDS:
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.1f} s"


def rough_duration(seconds: float) -> str:
    """``12 s``, ``3 min``: for an estimate."""
    return f"{max(seconds, 1):.0f} s" if seconds < _SECONDS_AS_MINUTES else f"{seconds / 60:.0f} min"


def size(size_bytes: int) -> str:
    """``8.6 MiB``, and ``640 KiB`` below one MiB."""
    if size_bytes < _MIB:
        return f"{size_bytes / _KIB:.0f} KiB"
    return f"{size_bytes / _MIB:.1f} MiB"


def points(value: float) -> str:
    """Up to two decimals, none if they are zero."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

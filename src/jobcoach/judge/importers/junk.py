"""Files that systems and editors leave in archives, and that belong to no problem."""

from pathlib import PurePath

_NAMES = {"__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__"}
_HIDDEN_BUT_MEANT = {".timelimit"}  # DOMjudge's time limit


def is_junk(path: PurePath) -> bool:
    """Whether any part of a relative path is hidden or left by a system."""
    return any(part in _NAMES or (part[:1] == "." and part not in _HIDDEN_BUT_MEANT) for part in path.parts)

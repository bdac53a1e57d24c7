"""Files that problem.xml names, which must lie within the package."""

import os
from pathlib import Path


def inside(root: Path, relative: str) -> Path | None:
    """The file ``relative`` below ``root``; None if it is not there, or elsewhere."""
    if "\0" in relative:
        return None
    path = root / relative.replace("\\", "/")
    real = os.path.realpath(path)
    if not real.startswith(os.path.realpath(root) + os.sep) or not Path(real).is_file():
        return None
    return path

"""What kinds of files a model is shown, and how much of the budget each may take."""

import re
from collections.abc import Collection, Mapping
from typing import Literal

from jobcoach.portfolio.facts.readme import is_readme
from jobcoach.portfolio.inventory.file_info import FileInfo
from jobcoach.portfolio.rules.in_code import is_aside

ShareName = Literal["readme", "findings", "config", "entry", "source", "test"]

SHARES: Mapping[ShareName, float] = {
    "readme": 0.12, "findings": 0.2, "config": 0.12, "entry": 0.1, "source": 0.36, "test": 0.1,
}  # fmt: skip
"""In the order in which they are filled; what one leaves is the next one's."""

_ENTRY = re.compile(
    r"(?:^|/)(?:main|app|server|index|manage|wsgi|asgi|__main__|\w*Application|MainActivity|App)"
    r"\.(?:py|js|jsx|ts|tsx|java|kt|go|rs|c|cpp|cc|dart|swift|vue)$"
)
_TELLING_CONFIG = re.compile(
    r"(?i)(?:^|/)(?:[\w.-]*dockerfile[\w.-]*|(?:docker-)?compose[\w.-]*\.ya?ml|package\.json|pyproject\.toml"
    r"|requirements[\w.-]*\.txt|pom\.xml|(?:settings|build)\.gradle(?:\.kts)?|go\.mod|application[\w.-]*"
    r"\.(?:ya?ml|properties)|nginx[\w.-]*\.conf|makefile|cmakelists\.txt|prometheus[\w.-]*\.ya?ml)$"
    r"|(?:^|/)\.github/workflows/[^/]+\.ya?ml$|\.tf$|(?:^|/)(?:k8s|kubernetes|helm|deploy)/.*\.ya?ml$"
)


def share_of(info: FileInfo, cited: Collection[str]) -> ShareName | None:
    """The share that a file is paid from, None for one that is not sent. ``cited``: paths of findings."""
    if info.file_class == "doc":
        return "readme" if is_readme(info.path) else None
    if info.file_class == "config":
        return "config" if _TELLING_CONFIG.search(info.path) else None
    if info.file_class == "test":
        return "test"
    if info.file_class not in ("source", "notebook"):
        return None
    if info.path in cited:
        return "findings"
    if _TELLING_CONFIG.search(info.path):
        return "config"
    return "entry" if _ENTRY.search(info.path) and not is_aside(info.path) else "source"

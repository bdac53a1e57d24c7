"""What a relative link of a README leads to in the repository."""

import posixpath
import re
from urllib.parse import unquote

from jobcoach.text import nfc

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\{|<|\$", re.IGNORECASE)
# What GitHub puts beside the files: "../../issues", "../../wiki/Home".
_PAGES = re.compile(
    r"(?:\.\./){2,}(?:issues|wiki|releases|pulls?|actions|discussions|graphs|network|stargazers|tree|blob|raw|commits?|"
    r"compare|projects|packages|security|milestones?|labels|archive|tags|branches|settings|fork|watchers)\b"
)


def repository_path(readme_path: str, target: str) -> str | None:
    """The path that a link names, without anchor and query; "" is the root.

    None if it leads elsewhere: a URL, an anchor of the page, a page of the host.
    """
    target = target.strip()
    if not target or _ELSEWHERE.match(target) or _PAGES.match(target):
        return None
    named = unquote(re.split(r"[?#]", target, maxsplit=1)[0]).replace("\\", "/")
    if not named or "\0" in named:
        return None
    folder = "" if named.startswith("/") else posixpath.dirname(readme_path)
    path = posixpath.normpath(posixpath.join(folder, named.lstrip("/")))
    if path == ".":
        return ""
    return None if path.startswith("..") else nfc(path)

"""What the user may name as a repository: a folder, a URL, ``host:path`` of ssh, ``owner/name`` of GitHub.

Credentials in a URL are taken out of it at once: what is shown, stored and
given to git as an argument never holds them.
"""

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

from jobcoach.errors import InputError
from jobcoach.text import one_line

Protocol = Literal["https", "http", "ssh"]

_OWNER_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}")
_SCP = re.compile(
    r"(?:(?P<user>[A-Za-z0-9._][A-Za-z0-9._-]*)@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*):(?P<path>[^:].*)"
)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)(?:://|::)")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_GITHUB_PAGE = re.compile(r"(?P<repository>/[^/]+/[^/]+)(?:/tree/(?P<ref>[^/]+))?/*")
_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}
_LONGEST = 4096
# A bare name this long before the @ is a token (GitHub's have 40 characters and more), not a login.
_TOKEN_LENGTH = 30


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A folder of this machine."""

    path: Path

    @property
    def shown(self) -> str:
        return one_line(str(self.path))


@dataclass(frozen=True, slots=True)
class RemotePlace:
    """A repository on a server.

    ``url`` holds no credentials; ``authorization`` is the header that carries
    them, ``user`` the login that a credential helper is asked about. ``ref`` is
    what a page's address names, such as ``…/tree/develop``.
    """

    url: str
    host: str
    protocol: Protocol
    user: str = ""
    authorization: str = field(default="", repr=False)
    ref: str | None = None

    @property
    def shown(self) -> str:
        return self.url


Place = LocalPlace | RemotePlace


def parse_location(text: str) -> Place:
    """Raises InputError for what is no location, or one of a protocol that is not allowed."""
    if not text.strip() or len(text) > _LONGEST:
        raise InputError(
            "The location of the repository is empty" if not text.strip() else "The location is too long"
        )
    if text.startswith("-"):
        raise InputError(f"{one_line(text)}: not a repository", why="a location does not begin with a hyphen")
    scheme = _SCHEME.match(text)
    if scheme is None and (path := _existing(text)):
        return LocalPlace(path)
    if _UNFIT.search(text):
        raise InputError(f"{one_line(text)}: not a repository", why="it holds control characters")
    if scheme is not None:
        return _of_url(text, scheme["scheme"].lower())
    return _without_scheme(text)


def check_ref(ref: str) -> str:
    """The name of a branch, tag or commit, if it can be one. Raises InputError."""
    if ref.startswith("-") or ref == "@" or not _is_ref_name(ref):
        raise InputError(f"{one_line(ref[:200])}: not a name of a branch, tag or commit")
    return ref


def _is_ref_name(ref: str) -> bool:
    """git-check-ref-format(1)."""
    if not ref or len(ref) > 1000 or re.search(r"[\x00-\x20\x7f~^:?*\[\\\ud800-\udfff]|\.\.|@\{|//", ref):
        return False
    return not any(
        part.startswith(".") or part.endswith((".lock", ".")) or not part for part in ref.split("/")
    )


def _existing(text: str) -> Path | None:
    try:
        path = Path(text).expanduser().absolute()
        return path if path.exists() else None
    except (OSError, RuntimeError, ValueError):  # too long, no such user, holds NUL
        return None


def _without_scheme(text: str) -> Place:
    if re.match(r"(?:www\.)?github\.com/", text, re.IGNORECASE):
        return _of_url(f"https://{text}", "https")
    if _OWNER_NAME.fullmatch(text) and not text.startswith((".", "/")):
        return RemotePlace(f"https://github.com/{text}", "github.com", "https")
    if (scp := _SCP.fullmatch(text)) and "/" not in text.partition(":")[0]:
        if scp["path"].startswith("-"):
            raise InputError(f"{one_line(text)}: not a repository", why="a path does not begin with a hyphen")
        return RemotePlace(text, scp["host"], "ssh")
    raise InputError(f"{one_line(text)}: no repository", why="there is no such file or folder")


def _of_url(text: str, scheme: str) -> Place:
    shown = _without_credentials(text)
    if "::" in text.partition("/")[0]:
        raise InputError(f"{shown}: the protocol {scheme} is not allowed", mend="use https, ssh or a folder")
    try:
        parts = urlsplit(text)
        host, _ = (parts.hostname or ""), parts.port
    except ValueError as error:
        raise InputError(f"{shown}: not a URL") from error
    if scheme == "file":
        return _of_file_url(parts, shown)
    if scheme not in ("https", "ssh") and not (scheme == "http" and host in _OWN_MACHINE):
        raise InputError(f"{shown}: the protocol {scheme} is not allowed", mend="use https, ssh or a folder")
    if not _HOST.fullmatch(host) or not parts.path.strip("/") or parts.path.startswith("/-"):
        raise InputError(f"{shown}: not a URL of a repository")
    if scheme == "ssh":
        return RemotePlace(_rebuilt(parts, host, with_user=True), host, "ssh")
    return _of_web_url(parts, host, "https" if scheme == "https" else "http")


def _of_file_url(parts: SplitResult, shown: str) -> LocalPlace:
    if parts.netloc not in ("", "localhost"):
        raise InputError(f"{shown}: not a URL of a repository", why="file:// names a folder of this machine")
    path = Path(unquote(parts.path))
    if "\0" in str(path) or not path.is_absolute() or not path.exists():
        raise InputError(f"{shown}: no repository", why="there is no such file or folder")
    return LocalPlace(path)


def _of_web_url(parts: SplitResult, host: str, protocol: Literal["https", "http"]) -> RemotePlace:
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    is_token = bool(password) or len(user) >= _TOKEN_LENGTH
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    ref = None
    if host in ("github.com", "www.github.com") and (page := _GITHUB_PAGE.fullmatch(parts.path)):
        parts = parts._replace(path=page["repository"])
        ref = unquote(page["ref"]) if page["ref"] else None
    return RemotePlace(
        _rebuilt(parts, host, with_user=False),
        host,
        protocol,
        "" if is_token else user,
        f"Authorization: Basic {pair}" if is_token else "",
        ref,
    )


def _rebuilt(parts: SplitResult, host: str, *, with_user: bool) -> str:
    """Without password, query and fragment: any of them may hold a token."""
    name = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    user = f"{parts.username}@" if with_user and parts.username else ""
    if user.startswith("-"):
        raise InputError(f"{name}: not a URL of a repository")
    return f"{parts.scheme.lower()}://{user}{name}{port}{parts.path.rstrip('/')}"


def _without_credentials(text: str) -> str:
    return re.sub(r"//[^/]*@", "//", one_line(re.split(r"[?#]", text)[0]))

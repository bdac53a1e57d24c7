"""The environment that git runs in: nothing of the repository, and of the user's settings what a fetch needs.

Settings are given by ``GIT_CONFIG_COUNT``: unlike arguments, other users of the
machine cannot see them, and unlike a file they cannot be left behind.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from jobcoach.portfolio.source.location import RemotePlace

Settings = tuple[tuple[str, str], ...]

_KEPT = ("PATH", "TMPDIR", "SYSTEMROOT")
_KEPT_FOR_FETCH = (
    "HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME",
    "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "SSH_AUTH_SOCK", "SSH_AGENT_PID", "GIT_SSH",
    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
)  # fmt: skip
# The user's own settings that reaching a server may need. Others could run commands or rewrite what is asked.
_USERS_OWN = ("credential.", "http.", "core.sshcommand", "ssh.")

_HARDENED: Settings = (
    ("core.hooksPath", "/dev/null"),
    ("core.fsmonitor", "false"),
    ("core.attributesFile", "/dev/null"),
    ("core.excludesFile", "/dev/null"),
    ("core.pager", "cat"),
    ("core.commitGraph", "false"),
    ("core.multiPackIndex", "false"),
    ("core.bigFileThreshold", "1m"),
    ("core.quotePath", "false"),
    ("log.mailmap", "false"),
    ("log.showSignature", "false"),
    ("diff.renames", "false"),
    ("submodule.recurse", "false"),
    ("fetch.recurseSubmodules", "false"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("fetch.unpackLimit", "1"),
    ("fetch.writeCommitGraph", "false"),
    ("advice.detachedHead", "false"),
    ("protocol.allow", "never"),
    ("protocol.version", "2"),
)  # fmt: skip


def reading_environment(git_dir: Path, alternates: Iterable[Path] = ()) -> dict[str, str]:
    """For git that reads objects: no setting of the user, no protocol, no repository but ``git_dir``."""
    environment = _base(_KEPT) | _counted(_HARDENED) | {"GIT_DIR": str(git_dir), "HOME": str(git_dir)}
    if quoted := os.pathsep.join(_quoted(folder) for folder in alternates):
        environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = quoted
    return environment


def fetching_environment(
    git_dir: Path, place: RemotePlace, users_own: Settings, *, attended: bool
) -> dict[str, str]:
    """For git that talks to the one server of ``place``, by its protocol alone.

    ``users_own`` are the user's settings (``users_settings``); nobody is asked
    for anything unless ``attended``.
    """
    own = tuple((key, value) for key, value in users_own if key.lower().startswith(_USERS_OWN))
    environment = _base(_KEPT + _KEPT_FOR_FETCH) | {
        "GIT_DIR": str(git_dir),
        "GIT_TERMINAL_PROMPT": "1" if attended else "0",
    }
    if not attended:
        environment["SSH_ASKPASS_REQUIRE"] = "never"
    if "GIT_SSH" not in environment:
        environment["GIT_SSH_COMMAND"] = _ssh(own, attended=attended)
    return environment | _counted(own + _HARDENED + _for_place(place))


def users_environment(git_dir: Path) -> dict[str, str]:
    """For reading the user's own settings, and those of the system, but of no repository."""
    kept = _base(_KEPT + _KEPT_FOR_FETCH) | {"GIT_DIR": str(git_dir)}
    for name in ("GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL"):
        kept.pop(name)
        if name in os.environ:
            kept[name] = os.environ[name]
    return kept


def _for_place(place: RemotePlace) -> Settings:
    settings: list[tuple[str, str]] = [
        (f"protocol.{place.protocol}.allow", "always"),
        ("http.lowSpeedLimit", "1000"),
        ("http.lowSpeedTime", "30"),
    ]
    if place.user:
        settings.append(("credential.username", place.user))
    if place.authorization:
        # A redirected request would carry the header to whoever it was redirected to.
        settings += [
            (f"http.{place.url}.extraHeader", place.authorization),
            ("http.followRedirects", "false"),
        ]
    return tuple(settings)


def _ssh(own: Settings, *, attended: bool) -> str:
    named = [value for key, value in own if key.lower() == "core.sshcommand"]
    command = os.environ.get("GIT_SSH_COMMAND") or (named[-1] if named else "ssh")
    return command if attended else f"{command} -oBatchMode=yes -oConnectTimeout=20"


def _base(kept: tuple[str, ...]) -> dict[str, str]:
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    return environment | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
        "LANGUAGE": "C",
    }


def _counted(settings: Iterable[tuple[str, str]]) -> dict[str, str]:
    pairs = tuple(settings)
    counted = {"GIT_CONFIG_COUNT": str(len(pairs))}
    for index, (key, value) in enumerate(pairs):
        counted |= {f"GIT_CONFIG_KEY_{index}": key, f"GIT_CONFIG_VALUE_{index}": value}
    return counted


def _quoted(folder: Path) -> str:
    """As git unquotes it, so that a folder's name may hold a colon."""
    return '"' + str(folder).replace("\\", "\\\\").replace('"', '\\"') + '"'

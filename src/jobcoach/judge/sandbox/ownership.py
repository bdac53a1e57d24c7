"""Whose container is whose: labels, and clearing away what a killed process left.

A container ends by itself when the connection of the process that made it
breaks. What can stay behind is one that was created and not yet started, or
one whose removal the engine did not finish; both carry the owner's label.
"""

import os
import platform
import time
import uuid
from pathlib import Path
from typing import Any

import docker

from jobcoach.judge.sandbox.engine import ENGINE_FAULTS

OWNER = "jobcoach.owner"
SESSION = "jobcoach.session"
STARTED_WITHIN_SECONDS = 600.0  # a container is started as soon as it is created


def new_session() -> str:
    """A name for one run of the program."""
    return uuid.uuid4().hex


def labels(session: str) -> dict[str, str]:
    """The labels of a container made by this process."""
    return {"jobcoach": "box", OWNER: _owner(os.getpid()), SESSION: session}


def reap_orphans(client: docker.APIClient) -> int:
    """Removes containers whose owner on this machine is gone; how many there were."""
    removed = 0
    for container in _boxes(client, {"label": "jobcoach=box"}):
        owner = str((container.get("Labels") or {}).get(OWNER, ""))
        age_seconds = time.time() - float(container.get("Created") or 0)
        if is_orphan(owner, str(container.get("State", "")), age_seconds):
            removed += remove(client, str(container["Id"]))
    return removed


def remove_session(client: docker.APIClient, session: str) -> None:
    """Removes whatever is left of one run of the program."""
    for container in _boxes(client, {"label": f"{SESSION}={session}"}):
        remove(client, str(container["Id"]))


def _boxes(client: docker.APIClient, filters: dict[str, str]) -> list[dict[str, Any]]:
    try:
        return list(client.containers(all=True, filters=filters))
    except ENGINE_FAULTS:
        return []


def remove(client: docker.APIClient, container: str) -> bool:
    """Removes one container, running or not; False if the engine did not."""
    try:
        client.remove_container(container, force=True)
    except ENGINE_FAULTS:
        return False  # somebody else, or the engine itself, was quicker
    return True


def is_orphan(owner: str, state: str, age_seconds: float) -> bool:
    """Whether nobody will use or remove a container any more, by its ``owner`` label."""
    machine, _, process = owner.rpartition("/")
    if machine != _machine():
        # Of an earlier boot or another host: while it runs, it may be alive.
        return state in {"exited", "dead"} or (state == "created" and age_seconds > STARTED_WITHIN_SECONDS)
    pid, _, started = process.partition("@")
    return not pid.isdigit() or _has_ended(int(pid), started)


def _owner(pid: int) -> str:
    return f"{_machine()}/{pid}@{_start_time(pid)}"


def _machine() -> str:
    """This boot and this process namespace: only within it can a pid be looked up."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot}:{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return platform.node()


def _has_ended(pid: int, started: str) -> bool:
    if now := _start_time(pid):
        return now != started
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        pass
    return False  # another user's, in a /proc that hides those (hidepid)


def _start_time(pid: int) -> str:
    """Clock ticks after boot when the process started; "" when there is none."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[19]

"""What a server has: ``git ls-remote``, two round trips by protocol 2."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from jobcoach.portfolio.source.refs import find_ref, short_name

_LINE = re.compile(rb"(?P<id>[0-9a-f]{40}(?:[0-9a-f]{24})?)\t(?P<name>HEAD|refs/[^\n]+)")
_HEAD = re.compile(rb"ref: (?P<name>refs/heads/[^\n]+)\tHEAD")
_OBJECT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# Where the work may be, if branches are too many to look at each.
_USUAL_BRANCHES = ("main", "master", "develop", "dev")


@dataclass(frozen=True, slots=True)
class RemoteRefs:
    """``ids`` by full name, tags peeled to what they point at; ``head_name`` is the default branch."""

    ids: Mapping[str, str]
    head_name: str | None
    head_id: str | None

    @property
    def object_format(self) -> str:
        """By the length of the ids."""
        ids = [self.head_id or "", *self.ids.values()]
        return "sha256" if any(len(each) == 64 for each in ids) else "sha1"

    def find(self, ref: str) -> tuple[str, str | None] | None:
        """Commit, and name of the branch or tag; a full commit id is believed."""
        if name := find_ref(ref, self.ids):
            return self.ids[name], short_name(name)
        return (ref, None) if _OBJECT_ID.fullmatch(ref) else None

    def branches(self) -> dict[str, str]:
        """Commit by branch."""
        return {
            name.removeprefix("refs/heads/"): commit
            for name, commit in sorted(self.ids.items())
            if name.startswith("refs/heads/")
        }

    def chosen_branches(self, most: int) -> dict[str, str]:
        """At most so many of them, the usual names first."""
        found = self.branches()
        order = sorted(found, key=lambda name: (name not in _USUAL_BRANCHES, name))
        return {name: found[name] for name in sorted(order[:most])}


def parse_remote_refs(listed: bytes) -> RemoteRefs:
    """The output of ``ls-remote --symref``; lines that are none are left out."""
    ids: dict[str, str] = {}
    head_name = head_id = None
    for line in listed.split(b"\n"):
        if symbolic := _HEAD.fullmatch(line):
            head_name = os.fsdecode(symbolic["name"])
        elif found := _LINE.fullmatch(line):
            name = os.fsdecode(found["name"])
            if name == "HEAD":
                head_id = found["id"].decode()
            elif name.startswith(("refs/heads/", "refs/tags/")):
                ids[name.removesuffix("^{}")] = found["id"].decode()
    return RemoteRefs(ids, head_name, head_id)

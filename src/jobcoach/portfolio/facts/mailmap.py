"""``.mailmap``: which names and addresses belong to one person.

Format of gitmailmap(5). The file is the repository's, so it may be anything: each
line is read once, from left to right.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_LINES_READ = 50_000
_LINE_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Mailmap:
    """Commit's (address, name) -> proper (name, address); a name of "" stands for any."""

    proper: dict[tuple[str, str], tuple[str, str]]

    def person(self, name: str, email: str) -> tuple[str, str]:
        """The proper name and address of who committed under these."""
        found = self.proper.get((email.lower(), name.lower())) or self.proper.get((email.lower(), ""))
        if found is None:
            return name, email
        return found[0] or name, found[1] or email


def read_mailmap(lines: Iterable[str]) -> Mailmap:
    """Read a mailmap's lines; those that are none are left out. At most 50,000 lines are looked at."""
    proper: dict[tuple[str, str], tuple[str, str]] = {}
    for number, line in enumerate(lines):
        if number >= _LINES_READ:
            break
        people = _people(line[:_LINE_KEPT].partition("#")[0])
        if len(people) == 1:
            proper[(people[0][1].lower(), "")] = (people[0][0], "")
        elif people:
            (name, email), (commit_name, commit_email) = people[:2]
            proper[(commit_email.lower(), commit_name.lower())] = (name, email)
    return Mailmap(proper)


def _people(line: str) -> list[tuple[str, str]]:
    """The names and addresses of a line: ``Name <address>``, once or twice."""
    found: list[tuple[str, str]] = []
    rest = line
    while len(found) < 2:
        before, opened, after = rest.partition("<")
        email, closed, rest = after.partition(">")
        if not opened or not closed:
            break
        found.append((before.strip(), email.strip()))
    return found

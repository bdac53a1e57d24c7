"""What git says when a server cannot be read, as errors with a reason and a mend: ``failures.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jobcoach.errors import EnvironmentMissing, InputError, JobcoachError
from jobcoach.portfolio.source.git import GitFailed, GitTimedOut
from jobcoach.portfolio.source.location import RemotePlace
from jobcoach.text import cut, one_line


@dataclass(frozen=True, slots=True)
class _Row:
    says: re.Pattern[str]
    kind: type[JobcoachError]
    what: str
    why: str
    mend: str
    asks: bool


def told(failure: GitFailed, place: RemotePlace) -> JobcoachError:
    """The error that a user is shown for a failed fetch."""
    if isinstance(failure, GitTimedOut):
        return EnvironmentMissing(
            f"{place.shown}: fetching took too long", mend="try again, or review a clone of it"
        )
    if row := _find(failure):
        what, why, mend = (
            text.format(url=place.shown, host=place.host) for text in (row.what, row.why, row.mend)
        )
        return row.kind(what, why=why, mend=mend)
    lines = [line for line in failure.stderr.splitlines() if line.strip() and not line.startswith("remote:")]
    why = cut(one_line(lines[-1]), 200) if lines else f"git ended with {failure.code}"
    return EnvironmentMissing(f"{place.shown}: git could not fetch it", why=why)


def is_known(failure: GitFailed) -> bool:
    """Whether it lies with the server or the network, so that fetching all anew would not help."""
    return isinstance(failure, GitTimedOut) or _find(failure) is not None


def is_about_credentials(failure: GitFailed) -> bool:
    """Whether somebody who is there could help."""
    row = _find(failure)
    return row is not None and row.asks


def _find(failure: GitFailed) -> _Row | None:
    return next((row for row in _rows() if row.says.search(failure.stderr)), None)


@cache
def _rows() -> tuple[_Row, ...]:
    table = tomllib.loads(files(__package__).joinpath("failures.toml").read_text("utf-8"))
    kinds = {2: InputError, 3: EnvironmentMissing}
    return tuple(
        _Row(
            re.compile(row["says"], re.IGNORECASE),
            kinds[row["exit"]],
            row["what"],
            row.get("why", ""),
            row.get("mend", ""),
            row.get("asks", False),
        )
        for row in table["failure"]
    )

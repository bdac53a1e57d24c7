"""Names that hold a secret: of files, which are then passed over, and of branches, which are masked."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from jobcoach.portfolio.secrets.find import find_secrets


def places_of_secrets(names: Sequence[str]) -> frozenset[int]:
    """The places of the names that hold a secret; all are looked through as one text."""
    lines = [name.replace("\n", " ") for name in names]
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return frozenset(bisect_right(starts, secret.start) - 1 for secret in find_secrets("\n".join(lines)))

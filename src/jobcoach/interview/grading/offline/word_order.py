"""Do words stand next to each other as they do in another text?"""

from collections.abc import Sequence
from itertools import pairwise

from jobcoach.interview.grading.offline.tokens import Token


def order_of(words: Sequence[Token], source: Sequence[Token]) -> float:
    """The share of neighbours that are neighbours in the source as well, 0 to 1."""
    return _common_neighbours([word.form for word in words], [word.form for word in source])


def order_of_stems(words: Sequence[Token], source: Sequence[Token]) -> float:
    """``order_of``, whatever the words' endings are."""
    return _common_neighbours([word.stem for word in words], [word.stem for word in source])


def _common_neighbours(words: Sequence[str], source: Sequence[str]) -> float:
    neighbours = set(pairwise(source))
    pairs = list(pairwise(words))
    return sum(pair in neighbours for pair in pairs) / len(pairs) if pairs else 0.0

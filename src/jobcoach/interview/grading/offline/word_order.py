"""Do words stand next to each other as they do in another text?"""

from collections.abc import Sequence
from itertools import pairwise

from jobcoach.interview.grading.offline.tokens import Token


def order_of(words: Sequence[Token], source: Sequence[Token]) -> float:
    """The share of neighbours that are neighbours in the source as well, 0 to 1."""
    neighbours = {(one.form, two.form) for one, two in pairwise(source)}
    pairs = [(one.form, two.form) for one, two in pairwise(words)]
    return sum(pair in neighbours for pair in pairs) / len(pairs) if pairs else 0.0

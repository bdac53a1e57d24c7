"""Names for interviews that can be said aloud and typed without looking twice."""

import random

_CONSONANTS = "bdghjkmnprstz"  # no l beside r, no v beside b, no f beside p, no c beside k
_VOWELS = "aeiou"
_SYLLABLES = 4


def speakable_id(chance: random.Random) -> str:
    """Eight letters such as "domipazu": one of 17.8 million."""
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(_SYLLABLES))

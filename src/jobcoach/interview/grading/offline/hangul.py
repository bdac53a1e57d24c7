"""Korean words without their particles and endings.

No dictionary and no morphological analyser: the longest ending of a closed
table is taken off as long as a stem of a syllable or more remains. Two forms of
one word need only end in the same stem, not in the right one.
"""

from functools import lru_cache

from jobcoach.interview.grading.offline.lexicon import ENDINGS, LIGHT_VERBS, PARTICLES

_LONGEST_ENDING = 6
_FIRST, _LAST = "가", "힣"
_FINALS = 28
# A stem's last syllable may carry what belongs to the ending: 한다, 합니다, 된, 쓸, 씀.
_FUSED_FINALS = {4, 8, 16, 17, 20}
_VOWELS = 21
# ㅕ of 사라져 is ㅣ of 사라지다; likewise ㅘ and ㅗ, ㅝ and ㅜ, ㅙ and ㅚ.
_CONTRACTED_VOWELS = {6: 20, 9: 8, 14: 13, 10: 11}


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of one run of Hangul: 스레드에서는 -> 스레드, 공유합니다 -> 공유, 저장하는 -> 저장."""
    for table in (PARTICLES, ENDINGS, PARTICLES):
        word = _without_ending(word, table)
    return _without_light_verb(word)


def is_particle(run: str) -> bool:
    """Is it a bare particle or copula, as the 는 of "TCP는"?"""
    return run in PARTICLES or run in ENDINGS or _without_ending("가" + run, ENDINGS) == "가"


@lru_cache(maxsize=1 << 15)
def uninflected(stemmed: str) -> str:
    """The stem without what inflection fuses into its last syllable: 사라집, 사라진, 사라져 -> 사라지."""
    last = stemmed[-1]
    if len(stemmed) < 2 or not is_hangul(last):
        return stemmed
    if final_of(last) in _FUSED_FINALS:
        last = without_final(last)
    vowel = (ord(last) - ord(_FIRST)) // _FINALS % _VOWELS
    if final_of(last) == 0 and vowel in _CONTRACTED_VOWELS:
        last = chr(ord(last) + (_CONTRACTED_VOWELS[vowel] - vowel) * _FINALS)
    return stemmed[:-1] + last


def is_hangul(char: str) -> bool:
    """Is it a Hangul syllable?"""
    return _FIRST <= char <= _LAST


def without_final(syllable: str) -> str:
    """The syllable without its final consonant: 한 -> 하."""
    code = ord(syllable) - ord(_FIRST)
    return chr(ord(_FIRST) + code - code % _FINALS)


def final_of(syllable: str) -> int:
    """The number of the syllable's final consonant, 0 for none."""
    return (ord(syllable) - ord(_FIRST)) % _FINALS


def _without_ending(word: str, table: frozenset[str]) -> str:
    for length in range(min(_LONGEST_ENDING, len(word) - 1), 0, -1):
        if word[-length:] in table:
            return word[:-length]
    return word


def _without_light_verb(word: str) -> str:
    while len(word) > 2:
        last = word[-1]
        bare = without_final(last) if final_of(last) in _FUSED_FINALS else last
        if bare not in LIGHT_VERBS:
            break
        word = word[:-1]
    return word

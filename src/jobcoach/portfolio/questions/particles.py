"""Korean particles after code: `save`를, `commit`을.

Which one follows hangs on how the name is read aloud. Of Hangul that is known; of Latin
names it is told by how words of code end, and of a few it will be wrong.
"""

import re
from typing import Literal

Ending = Literal["vowel", "consonant", "l"]
"""``l`` is a final that takes 로 where others take 으로."""

_AFTER_CODE = re.compile(
    r"(?P<code>`[^`]+`(?:\([^()]*\))?)(?P<particle>으로|[을를은는이가과와로])(?=[\s,.?!]|$)"
)
_PAIRS = (("을", "를"), ("은", "는"), ("이", "가"), ("과", "와"), ("으로", "로"))
_DIGITS: dict[str, Ending] = {
    "0": "consonant", "1": "l", "3": "consonant", "6": "consonant", "7": "l", "8": "l",
}  # fmt: skip
_ENDINGS: tuple[tuple[str, Ending], ...] = (
    (r"(?:^|[^a-z])[lr]$", "l"),
    (r"(?:^|[^a-z])[mn]$", "consonant"),
    (r"(?:^|[^a-z])[a-z]$", "vowel"),
    (r"check$", "vowel"),
    (r"(?:l|le)$", "l"),
    (r"(?:[mn]|ng|[aeiou][mn]e)$", "consonant"),
    (r"[^aeiou][aeiou](?:ck|[bptkc])$", "consonant"),
    (r"(?:out|ook|eap|roup|app|template)$", "consonant"),
)


def with_particles(text: str) -> str:
    """The text with the particles right after code as that code is read."""
    return _AFTER_CODE.sub(_chosen, text)


def _chosen(match: re.Match[str]) -> str:
    after_consonant, after_vowel = next(pair for pair in _PAIRS if match["particle"] in pair)
    ending = ending_of(match["code"])
    takes_vowel_form = ending == "vowel" or (ending == "l" and after_vowel == "로")
    return match["code"] + (after_vowel if takes_vowel_form else after_consonant)


def ending_of(word: str) -> Ending:
    """How a word ends when it is read aloud in Korean."""
    # What stands in parentheses behind the name is not read with it.
    word = re.sub(r"[\W_]+$", "", re.sub(r"(?<=`)\([^()]*\)$", "", word))
    last = word[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return "vowel" if final == 0 else "l" if final == 8 else "consonant"
    if last in _DIGITS:
        return _DIGITS[last]
    # Of a camel-case name the last word is what is heard.
    heard = re.sub(r"^.*[a-z](?=[A-Z])", "", word)
    found = (ending for pattern, ending in _ENDINGS if re.search(pattern, heard, re.IGNORECASE))
    return next(found, "vowel")

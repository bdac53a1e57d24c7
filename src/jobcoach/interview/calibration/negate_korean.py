"""Korean sentences turned into their opposite by rule.

The predicate at the end of each clause is denied, and a denied one (~지 않는다, 아니다, 없다) is affirmed.
"""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+")
_BASE = 0xAC00
_VOWELS, _FINALS = 21, 28
_NO_FINAL, _FINAL_N, _FINAL_B, _FINAL_SS = 0, 4, 17, 20
# What a contracted vowel was before 어 or 아 joined it, as numbers of the vowels ㅏ=0 … ㅣ=20.
_OPENED = {6: 20, 14: 13, 9: 8, 10: 11, 1: 1, 0: 0, 4: 4, 5: 5}
_WITHOUT_EU = {"써": "쓰", "커": "크", "꺼": "끄", "떠": "뜨", "빠": "쁘", "파": "프"}
_TABLE = tomllib.loads(Path(__file__).with_name("negation_korean.toml").read_text(encoding="utf-8"))
_ENDINGS: dict[str, str] = _TABLE["endings"]
_VERBS_IN_I: list[str] = _TABLE["verbs_in_i"].split()
_ADJECTIVES: tuple[str, ...] = tuple(_TABLE["adjectives"].split())
_OF_VERBS_IN_I: dict[str, str] = _TABLE["endings_of_verbs_in_i"]
_MID_ENDS = ("고", "며", "지만", "므로", "하는데", "이라서", "있어", "없어", "아니라")
_LEFT_OVER = re.compile(r"([가-힣]+)지 않(습니다|는다|다|아요)$")


def negate_korean(text: str) -> str:
    """Each sentence with the predicates of its clauses turned; one that ends in a noun is denied with it."""
    return " ".join(
        _sentence(sentence.strip()) for sentence in _SENTENCE.split(text.strip()) if sentence.strip()
    )


def _sentence(sentence: str) -> str:
    bare = sentence.rstrip(" .!?。")
    mark = sentence[len(bare) :].strip() or "."
    words = bare.split(" ")
    turned = [_turned_clause(word, following) for word, following in pairwise(words)]
    if len(words) > 1 and words[-1].startswith(("않", "못", "아니", "아닙")):  # an ending of two words
        turned, words = turned[:-1], [*words[:-2], " ".join(words[-2:])]
    last = _turned(words[-1], end=True) or _with_particle(words[-1], "이 아닙니다")
    return " ".join([*turned, last]) + mark


def _turned_clause(word: str, following: str) -> str:
    """A word within a sentence, turned where it ends a clause.

    "하고 있다" goes on, and 않고 is denied already.
    """
    bare = word.rstrip(",;")
    if following.startswith(("있", "없", "나")) or bare.startswith(("않", "못")):
        return word
    if not bare.endswith(_MID_ENDS) or bare in ("그리고", "하지만", "그러므로", "하고", "또한"):
        return word
    turned = _turned(bare, end=False)
    return turned + word[len(bare) :] if turned is not None else word


def _turned(text: str, *, end: bool) -> str | None:
    for verb in _VERBS_IN_I:
        for ending, opposite in _OF_VERBS_IN_I.items():
            if text.endswith(verb + ending) or (ending == "ㅂ니다" and text.endswith(f"{verb[:-1]}입니다")):
                return text[: text.rindex(verb[:-1])] + verb + opposite
    for ending, opposite in _ENDINGS.items():
        if text.endswith(ending):
            return _with_particle(text[: -len(ending)], opposite)
    if affirmed := _affirmed(text):
        return affirmed
    return _denied_end(text) if end else _denied_clause(text)


def _with_particle(before: str, opposite: str) -> str:
    """``이 아니다`` follows a final consonant, ``가 아니다`` a vowel."""
    if opposite.startswith(("이 아", "가 아")) and before and _is_hangul(before[-1]):
        opposite = ("이" if _final(before[-1]) else "가") + opposite[1:]
    return before + opposite


def _affirmed(text: str) -> str | None:
    """``가지지 않는다`` -> ``가진다``: of verbs that the table does not know."""
    found = _LEFT_OVER.search(text)
    if not found:
        return None
    stem, ending = text[: found.start(2) - 3], found[2]
    if ending == "습니다":
        return stem + "습니다" if _final(stem[-1]) else _closed(stem, _FINAL_B) + "니다"
    if ending == "는다":
        return stem + "는다" if _final(stem[-1]) else _closed(stem, _FINAL_N) + "다"
    return stem + ("다" if ending == "다" else "어요")


def _denied_end(text: str) -> str | None:
    """The last predicate of a sentence by its ending; None for one that is no predicate."""
    rules = (("습니다", "지 않습니다"), ("는다", "지 않는다"), ("았다", "지 않았다"), ("었다", "지 않았다"))
    for ending, opposite in rules:
        if text.endswith(ending) and len(text) > len(ending):
            return _denied_stem(text[: -len(ending)], opposite)
    if text.endswith("입니다") and len(text) > 3:
        return _with_particle(text[:-3], "이 아닙니다")
    for ending, final, opposite in (("니다", _FINAL_B, "지 않습니다"), ("다", _FINAL_N, "지 않는다")):
        stem = text[: -len(ending)]
        if text.endswith(ending) and stem and _is_hangul(stem[-1]) and _final(stem[-1]) == final:
            return _closed(stem, _NO_FINAL) + opposite
    if text.endswith("요") and len(text) > 1 and _is_hangul(text[-2]):
        return _denied_polite(text[:-1])
    if not text.endswith("다") or len(text) < 2:
        return None
    return (
        text[:-1] + "지 않다" if text[:-1].endswith(_ADJECTIVES) else _with_particle(text[:-1], "이 아니다")
    )


def _denied_polite(stem: str) -> str | None:
    """``싸요``, ``먹어요``, ``걸려요`` without their 요."""
    last = stem[-1]
    if last in _WITHOUT_EU:
        return stem[:-1] + _WITHOUT_EU[last] + "지 않아요"
    if last in "어아" and len(stem) > 1:
        return stem[:-1] + "지 않아요"
    if not _is_hangul(last) or _final(last):
        return None
    vowel = (ord(last) - _BASE) // _FINALS % _VOWELS
    if vowel not in _OPENED:
        return None
    code = ord(last) + (_OPENED[vowel] - vowel) * _FINALS
    return stem[:-1] + chr(code) + "지 않아요"


def _denied_stem(stem: str, opposite: str) -> str:
    """A past tense keeps its ㅆ: ``받았`` -> ``받지 않았``."""
    if stem[-1] in "았었였" and len(stem) > 1:
        return stem[:-1] + opposite.replace("않", "않았")
    if _is_hangul(stem[-1]) and _final(stem[-1]) == _FINAL_SS and stem[-1] not in "있겠":
        return _closed(stem, _NO_FINAL) + opposite.replace("않", "않았")
    return stem + opposite


def _denied_clause(text: str) -> str | None:
    if text.endswith(("았지만", "었지만")):
        return text[:-3] + "지 않았지만"
    for ending, opposite in (
        ("지만", "지 않지만"),
        ("으므로", "지 않으므로"),
        ("므로", "지 않으므로"),
        ("으며", "지 않으며"),
        ("며", "지 않으며"),
        ("고", "지 않고"),
    ):
        if text.endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)] + opposite
    return None


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def _final(char: str) -> int:
    return (ord(char) - _BASE) % _FINALS if _is_hangul(char) else _NO_FINAL


def _closed(text: str, final: int) -> str:
    """The text with another final consonant on its last syllable."""
    return text[:-1] + chr(ord(text[-1]) - _final(text[-1]) + final) if _is_hangul(text[-1]) else text

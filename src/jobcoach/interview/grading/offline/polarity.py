"""Which words of a sentence are denied.

A negator denies the content word that it stands next to: the following one in
English ("not shared"), the one before in Korean (공유하지 않는다). Conditions
("without a lock", 없으면) state no denial of their own.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from jobcoach.interview.grading.offline.hangul import is_hangul, is_particle
from jobcoach.interview.grading.offline.lexicon import NEGATORS, table
from jobcoach.interview.grading.offline.tokens import Token

_KOREAN = table("korean")
_DENYING = re.compile(_KOREAN["denying"])
_NOT_DENYING = re.compile(_KOREAN["not_denying"])
_BEFORE_VERB = frozenset(_KOREAN["denying_before"].split())
_MUST_NOT = tuple(_KOREAN["before_must_not"].split())
_UNLESS = tuple(_KOREAN["unless"].split())
# "need" of "there is no need to lock", "do" of "do not": what is denied stands before them.
_PASSED_OVER = frozenset(_KOREAN["passed_over"].split())
_NOT_REALLY = frozenset(table("english")["after_not_no_denial"].split())
# "no longer", "it is not true that": what is denied comes after.
IDLE = frozenset(table("english")["idle_between"].split()) | frozenset(_KOREAN["idle_between"].split())
QUALIFIERS = frozenset(table("english")["qualifiers"].split()) | frozenset(_KOREAN["qualifiers"].split())
HALF_DENIALS = frozenset(table("english")["half_denials"].split()) | frozenset(
    _KOREAN["half_denials"].split()
)
_ONLY = tuple(_KOREAN["only"].split())
_REACH = 6


def denied_stems(words: Sequence[Token]) -> frozenset[str]:
    """The stems of the words that are denied; a double denial of one word is none."""
    denied: set[int] = set()
    for index, word in enumerate(words):
        if length := _phrase_at(words, index):
            target = _content(words, range(index + length, len(words)))
        elif _forbids(words, index):
            if words[index - 1].form.endswith(_UNLESS):
                continue
            target = _content(words, range(index - 1, -1, -1))
        elif _denies_next(words, index):
            ahead, back = range(index + 1, len(words)), range(index - 1, -1, -1)
            first, second = (back, ahead) if _carries_denial(words, index) else (ahead, back)
            target = _content(words, first)
            if target is None:
                target = _content(words, second)
        elif _denies(word.form) and not _is_only(words, index):
            target = index if _is_own(word) else _content(words, range(index - 1, -1, -1))
        else:
            continue
        if target is not None:
            denied ^= {target}
    return frozenset(words[index].stem for index in denied)


def _forbids(words: Sequence[Token], index: int) -> bool:
    """ "쓰면 안 된다": the verb after 안 says nothing, so it denies what is before."""
    if not index or words[index].form not in _BEFORE_VERB or not words[index - 1].form.endswith(_MUST_NOT):
        return False
    return index + 1 == len(words) or not words[index + 1].is_content


def _denies_next(words: Sequence[Token], index: int) -> bool:
    form = words[index].form
    if form in _BEFORE_VERB:
        return not _is_only(words, index)
    return form in NEGATORS and not _is_idle(words, index)


def unmet_stems(words: Sequence[Token]) -> frozenset[str]:
    """The stems that a condition wants denied: 표시 of "표시하지 않으면 다시 돈다"."""
    at = (index for index, word in enumerate(words) if word.form.endswith(_UNLESS))
    targets = (_content(words, range(index - 1, -1, -1)) for index in at)
    return denied_stems(words) | {words[target].stem for target in targets if target is not None}


def _carries_denial(words: Sequence[Token], index: int) -> bool:
    """ "아무 일도 못 하는 서버": the verb after 못 says nothing, so it is the work that is denied."""
    if words[index].form not in _BEFORE_VERB or index + 1 == len(words):
        return False
    return not words[index + 1].is_content or words[index + 1].stem in _PASSED_OVER


def _is_only(words: Sequence[Token], index: int) -> bool:
    """ "8바이트밖에 안 된다", "하나밖에 없다": no more than that, but that."""
    return index > 0 and words[index - 1].form.endswith(_ONLY)


def _phrase_at(words: Sequence[Token], index: int) -> int:
    """How many words the denying phrase has that begins here: "anything but", "fails to"; 0 for none."""
    for phrase in _phrases().get(words[index].form, ()):
        end = index + len(phrase)
        if end <= len(words) and all(
            words[index + offset].form == form for offset, form in enumerate(phrase)
        ):
            return len(phrase)
    return 0


def phrase_stems(words: Sequence[Token]) -> frozenset[str]:
    """The stems of the phrases that deny: "fails" of "fails to" says nothing else."""
    return frozenset(
        word.stem for index in range(len(words)) for word in words[index : index + _phrase_at(words, index)]
    )


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table("english")["denying_phrases"]:
        forms = tuple(phrase.split())
        found.setdefault(forms[0], []).append(forms)
    return found


def is_negator(word: Token) -> bool:
    """Does the word deny another?"""
    return word.form in NEGATORS or word.form in _BEFORE_VERB or _denies(word.form)


@lru_cache(maxsize=1 << 14)
def _denies(form: str) -> bool:
    return bool(_DENYING.search(form)) and not _NOT_DENYING.search(form)


def _is_own(word: Token) -> bool:
    """불필요하다 and 상관없다 deny a part of themselves: nothing stands before them to be denied."""
    return word.is_content and not _DENYING.match(word.form)


def _is_idle(words: Sequence[Token], index: int) -> bool:
    """ "not only", "whether or not"."""
    following = words[index + 1].form if index + 1 < len(words) else ""
    before = words[index - 1].form if index else ""
    return following in _NOT_REALLY or (before == "or" and words[index].form == "not")


def _content(words: Sequence[Token], order: range) -> int | None:
    for index in order[:_REACH]:
        word = words[index]
        if word.is_content and word.stem not in IDLE and not is_negator(word) and not _is_passed_over(word):
            return index
    return None


def _is_passed_over(word: Token) -> bool:
    """Is it a particle that stands alone ("equals()로"), or a Korean word that only carries the denial?"""
    return is_hangul(word.form[0]) and (word.stem in _PASSED_OVER or is_particle(word.form))

"""Which words of a sentence are denied.

A negator denies the content word that it stands next to: the following one in
English ("not shared"), the one before in Korean (공유하지 않는다). Conditions
("without a lock", 없으면) state no denial of their own.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from jobcoach.interview.grading.offline.lexicon import NEGATORS, table
from jobcoach.interview.grading.offline.tokens import Token

_KOREAN = table("korean")
_DENYING = re.compile(_KOREAN["denying"])
_NOT_DENYING = re.compile(_KOREAN["not_denying"])
_BEFORE_VERB = frozenset(_KOREAN["denying_before"].split())
_NOT_REALLY = frozenset(table("english")["after_not_no_denial"].split())
# "no longer", "it is not true that": what is denied comes after.
IDLE = frozenset(table("english")["idle_between"].split()) | frozenset(_KOREAN["idle_between"].split())
_REACH = 6


def denied_stems(words: Sequence[Token]) -> frozenset[str]:
    """The stems of the words that are denied; a double denial is none."""
    denied: set[str] = set()
    for index, word in enumerate(words):
        if word.form in _BEFORE_VERB or (word.form in NEGATORS and not _is_idle(words, index)):
            target = _content(words, range(index + 1, len(words))) or _content(
                words, range(index - 1, -1, -1)
            )
        elif _denies(word.form):
            target = _own(word) or _content(words, range(index - 1, -1, -1))
        else:
            continue
        if target:
            denied ^= {target}
    return frozenset(denied)


def is_negator(word: Token) -> bool:
    """Does the word deny another?"""
    return word.form in NEGATORS or word.form in _BEFORE_VERB or _denies(word.form)


@lru_cache(maxsize=1 << 14)
def _denies(form: str) -> bool:
    return bool(_DENYING.search(form)) and not _NOT_DENYING.search(form)


def _own(word: Token) -> str | None:
    """불필요하다 and 상관없다 deny a part of themselves: nothing stands before them to be denied."""
    return None if word.is_content is False or _DENYING.match(word.form) else word.stem


def _is_idle(words: Sequence[Token], index: int) -> bool:
    """ "not only", "whether or not"."""
    following = words[index + 1].form if index + 1 < len(words) else ""
    before = words[index - 1].form if index else ""
    return following in _NOT_REALLY or (before == "or" and words[index].form == "not")


def _content(words: Sequence[Token], order: range) -> str | None:
    for index in order[:_REACH]:
        if words[index].is_content and words[index].stem not in IDLE and not is_negator(words[index]):
            return words[index].stem
    return None

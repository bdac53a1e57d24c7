"""A sentence's clauses: what each says, whether it is asserted, and of what it speaks.

"힙은 공유하지만 스택은 공유하지 않는다" denies one thing and not the other, and "공유하면"
asserts nothing. Korean clauses end where a predicate takes a connective ending, English ones
begin at a conjunction or a comma; the endings and words are data (``data/clauses.toml``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jobcoach.interview.grading.offline.hangul import is_hangul
from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.noun_phrases import opens_with_topic, suffixed, topic_of
from jobcoach.interview.grading.offline.polarity import denied_stems, is_negator, unmet_stems
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.tokens import Token

_KOREAN, _ENGLISH = table("clauses")["korean"], table("clauses")["english"]
_ASSERTING, _OPEN = re.compile(_KOREAN["asserting"]), re.compile(_KOREAN["open"])
_NO_ENDING = re.compile(_KOREAN["no_ending"])
_LINKERS, _GAPPED = re.compile(_KOREAN["linkers"]), re.compile(_KOREAN["gapped"])
_DESCRIBING = re.compile(_KOREAN["describing"])
_NAME = 3
_BOUND_TO_NEXT = re.compile(_KOREAN["bound_to_next"])
_DENIED_CONDITION = re.compile(_KOREAN["denied_condition"])
_ENGLISH_ASSERTING = frozenset(_ENGLISH["asserting"].split())
_ENGLISH_OPEN = frozenset(_ENGLISH["open"].split())


@dataclass(frozen=True, eq=False)
class Clause:
    """Neighbouring words of a sentence with one predicate.

    The first ``supposed`` of them only say under what condition. ``asserted``: the rest is stated.
    ``is_undecided``: its denials may cancel out ("without a lock it is not safe").
    """

    words: tuple[Token, ...]
    supposed: int
    asserted: bool
    topic: tuple[str, ...]
    opens_with_topic: bool
    is_undecided: bool

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.words)

    @cached_property
    def stated(self) -> tuple[Token, ...]:
        return self.words[self.supposed :]

    @cached_property
    def denied(self) -> frozenset[str]:
        return denied_stems(self.stated)

    @cached_property
    def denied_conditions(self) -> frozenset[str]:
        """What the supposed words deny: 표시 of "표시하지 않으면 다시 돈다"."""
        return unmet_stems(self.words[: self.supposed])

    @cached_property
    def stated_stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.stated)

    @cached_property
    def stems(self) -> frozenset[str]:
        return self.reading.all_stems

    @cached_property
    def is_korean(self) -> bool:
        return any(is_hangul(word.form[0]) for word in self.words)

    @cached_property
    def invertible(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems, supposed and stated, that an opposite may stand for.

        A denial in what is stated is counted as one already.
        """
        supposed = frozenset(word.stem for word in self.words[: self.supposed])
        return supposed, frozenset(word.stem for word in self.stated if not is_negator(word))

    @cached_property
    def only_describes(self) -> bool:
        """Is a denial here only part of a description: "보이지 않는 결과를 돌려준다"?"""
        at = [index for index, word in enumerate(self.stated) if is_negator(word)]
        return bool(at) and all(self._is_description(index) for index in at)

    def _is_description(self, index: int) -> bool:
        after = sum(word.is_content for word in self.stated[index + 1 :])
        return after > 1 and bool(_DESCRIBING.fullmatch(self.stated[index].form))


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in their order; together they have all of its words."""
    found: list[Clause] = []
    start = at = 0
    for end, stated in _ends(sentence):
        if found and stated and start == at and _denies_only(sentence, sentence.tokens[start:end]):
            # "직접 만들고 관리하지 않는다" denies both.
            start = start - len(found.pop().words)
            at = start
        if stated or end == len(sentence.tokens):
            found.append(_clause(sentence, start, at if stated else end, end))
            start = end
        at = end
    return found


def _denies_only(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Is it no more than a verb and its denial?"""
    says = sum(word.is_content and not is_negator(word) for word in words)
    return says <= 1 and not topic_of(sentence, words) and bool(denied_stems(words))


def _clause(sentence: Sentence, start: int, stated_from: int, end: int) -> Clause:
    words = sentence.tokens[start:end]
    supposed = stated_from - start
    denied = any(_DENIED_CONDITION.fullmatch(word.form) for word in words[: supposed or -1])
    return Clause(
        words,
        supposed,
        asserted=supposed < len(words),
        topic=tuple(word.stem for word in topic_of(sentence, words)),
        opens_with_topic=opens_with_topic(sentence, words),
        is_undecided=denied and bool(denied_stems(words[supposed:])),
    )


def ends_predicate(suffixed_form: str) -> bool:
    """Does a Korean word end a clause, stated or not?"""
    return _ending(suffixed_form) is not None


def _ends(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """Where the pieces of a sentence end, and whether each is stated or only supposed."""
    words = sentence.tokens
    start, is_stated = 0, True
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        form = suffixed(sentence, word)
        if following is None:
            yield len(words), is_stated and _ending(form) is not False
            return
        if following.start == word.start:
            continue
        ending = None if _is_bound(words, start, index, form) else _ending(form)
        if ending is None and (
            _is_gapped(sentence, word, form) or _begins_anew(sentence, word, words[index + 1 :])
        ):
            ending = True
        begins = _begins(sentence, word, following) if ending is None else None
        if ending is not None or begins is not None:
            yield index + 1, is_stated and ending is not False
            start, is_stated = index + 1, begins is not False


def _is_bound(words: Sequence[Token], start: int, index: int, form: str) -> bool:
    if index == start and _LINKERS.fullmatch(form):
        return True
    return bool(_BOUND_TO_NEXT.fullmatch(words[index + 1].form))


def _is_gapped(sentence: Sentence, word: Token, form: str) -> bool:
    after = word.end - sentence.start + len(form) - len(word.form)
    return sentence.text[after : after + 1] == "," and bool(_GAPPED.fullmatch(form)) and is_hangul(form[-1])


def _begins_anew(sentence: Sentence, word: Token, following: Sequence[Token]) -> bool:
    """ "스택은 LIFO, 큐는 FIFO이다": does a new topic stand after a comma?"""
    gap = sentence.text[word.end - sentence.start : following[0].start - sentence.start]
    return "," in gap and opens_with_topic(sentence, following[:_NAME])


def _begins(sentence: Sentence, word: Token, following: Token) -> bool | None:
    """Does an English clause begin with the following word: stated, only supposed (False), or not (None)?"""
    if following.form in _ENGLISH_OPEN:
        return False
    if following.form in _ENGLISH_ASSERTING:
        return True
    gap = sentence.text[word.end - sentence.start : following.start - sentence.start]
    return True if ";" in gap else None


@lru_cache(maxsize=1 << 14)
def _ending(form: str) -> bool | None:
    """True for the ending of a stated clause, False of a supposed one, None for no ending."""
    if len(form) < 2 or not is_hangul(form[-1]) or _NO_ENDING.fullmatch(form):
        return None
    if _OPEN.fullmatch(form):
        return False
    return True if _ASSERTING.fullmatch(form) else None

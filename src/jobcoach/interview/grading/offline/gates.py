"""What earns nothing, whatever its words are: no answer, the question again, shuffled words."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

from jobcoach.interview.grading.offline.lexicon import NUMERALS, table, words
from jobcoach.interview.grading.offline.reading import Reading
from jobcoach.interview.grading.offline.tokens import Token
from jobcoach.interview.grading.offline.word_order import order_of

Gate = Literal["empty", "dont_know", "question_copied", "word_salad", "injection"]

# A longer sentence says something besides.
_LONGEST_EXCUSE = 160
_COPIED_RECALL, _COPIED_ORDER = 0.5, 0.4
_SALAD_SHORTEST = 8
_SALAD_PRECISION, _SALAD_RECALL = 0.85, 0.7
_SALAD_ORDER = 0.34
# With "the and" or a last word "of" among them, even more neighbours prove nothing.
_SALAD_ORDER_IMPOSSIBLE = 0.75


def gives_up(sentence: str) -> bool:
    """Does the sentence say "I don't know" and no more?"""
    return len(sentence) <= _LONGEST_EXCUSE and bool(_giving_up().search(sentence.casefold()))


def copies_question(sentence: Reading, question: Reading) -> bool:
    """Is the sentence most of the question, in its order, with nothing new?"""
    if any(_is_new(word, question) for word in sentence.words):
        return False
    asked = sum(question.weights.values())
    covered = sum(weight for stem, weight in question.weights.items() if stem in sentence.weights)
    return (
        asked > 0
        and covered >= _COPIED_RECALL * asked
        and order_of(sentence.words, question.words) >= _COPIED_ORDER
    )


def _is_new(word: Token, question: Reading) -> bool:
    if word.form in NUMERALS or word.form.isdigit():
        return word.stem not in question.all_stems
    return word.is_content and question.has(word.stem) < 1


def is_salad(answer: Sequence[Token], reference: Sequence[Token]) -> bool:
    """Are these the words of the reference, but not in any order that makes sense?

    People who use the reference's words use them in runs; few of the
    neighbours in a shuffled text are neighbours in the source.
    """
    said = Counter(word.form for word in answer)
    known = Counter(word.form for word in reference)
    common = sum((said & known).values())
    if common < _SALAD_PRECISION * len(answer):
        return False
    order, impossible = order_of(answer, reference), _impossible_pairs(answer)
    if common < _SALAD_RECALL * len(reference):
        return order < _SALAD_ORDER and impossible >= 2
    if impossible:
        return order < _SALAD_ORDER_IMPOSSIBLE
    return order < _SALAD_ORDER and len(answer) >= _SALAD_SHORTEST


def _impossible_pairs(words: Sequence[Token]) -> int:
    forms = [*(word.form for word in words), ""]
    return sum(_is_impossible(one, two) for one, two in itertools.pairwise(forms))


def _is_impossible(one: str, two: str) -> bool:
    """Can these two not stand side by side, or the first not end a sentence?"""
    before_noun, between = _function_words()
    if two == "":
        return one in before_noun or one in between
    return one == two or (one in before_noun and (two in before_noun or two in between))


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    return words("gates", "before_noun"), words("gates", "between")


@cache
def _giving_up() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table("gates")["giving_up"]))

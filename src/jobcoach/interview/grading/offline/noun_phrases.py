"""Of what words speak: the noun that carries 은/는 or 이/가, in English what stands before the verb."""

import re
from collections.abc import Sequence

from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.interview.grading.offline.sentences import Sentence
from jobcoach.interview.grading.offline.tokens import Token

_KOREAN = table("clauses")["korean"]
_TOPIC = re.compile(f".+(?:{_KOREAN['topic']})")
_SUBJECT = re.compile(f".{{2,}}(?:{_KOREAN['subject']})")
_JOINED = re.compile(f".+(?:{_KOREAN['joined']})")
_NO_TOPIC = re.compile(_KOREAN["no_topic"])
_PLACE = re.compile(_KOREAN["place"])
_CASE = re.compile(_KOREAN["case"])
_ROLE = re.compile(_KOREAN["role"])
_VERBS = frozenset(table("clauses")["english"]["predicates"].split())
_HANGUL = re.compile("[가-힣]+")
_LONGEST = 3


def suffixed(sentence: Sentence, word: Token) -> str:
    """The word with the Hangul that is written on to it: "tcp는", "o(1)이고"."""
    match = _HANGUL.match(sentence.text, word.end - sentence.start)
    return word.form + match.group() if match else word.form


def topic_of(sentence: Sentence, words: Sequence[Token]) -> tuple[Token, ...]:
    """The noun, with those that stand before it, of which these words of the sentence speak; () if none."""
    return stated_topic(sentence, words) or _marked(sentence, words, _SUBJECT) or _before_verb(words)


def stated_topic(sentence: Sentence, words: Sequence[Token]) -> tuple[Token, ...]:
    """The name that carries 은/는; () if there is none."""
    return _marked(sentence, words, _TOPIC)


def _marked(sentence: Sentence, words: Sequence[Token], mark: re.Pattern[str]) -> tuple[Token, ...]:
    for index, word in enumerate(words):
        form = suffixed(sentence, word)
        if word.is_content and mark.fullmatch(form) and not _NO_TOPIC.fullmatch(form):
            return name_before(sentence, words[: index + 1])
    return ()


def _before_verb(words: Sequence[Token]) -> tuple[Token, ...]:
    verb = next((index for index, word in enumerate(words) if word.form in _VERBS), 0)
    return tuple(word for word in words[:verb] if word.is_content)[-_LONGEST:]


def opens_with_topic(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Is the name that carries 은/는 the first thing said? Further on it may be part of a description."""
    topic = stated_topic(sentence, words)
    if not topic or _PLACE.fullmatch(suffixed(sentence, topic[-1])):
        return False
    return topic[0] is next((word for word in words if word.is_content), None)


def name_before(sentence: Sentence, words: Sequence[Token]) -> tuple[Token, ...]:
    """The name that ends with the last of the words: bare nouns stand side by side."""
    first = len(words) - 1
    while first > 0 and len(words) - first < _LONGEST and is_bare(sentence, words[first - 1]):
        first -= 1
    return tuple(word for word in words[max(0, first) :] if word.is_content)


def name_after(sentence: Sentence, words: Sequence[Token]) -> tuple[Token, ...]:
    """The name that begins with the first of the words."""
    end = 1
    while end < min(len(words), _LONGEST) and is_bare(sentence, words[end - 1]):
        end += 1
    return tuple(word for word in words[:end] if word.is_content)


def joins(sentence: Sentence, word: Token) -> bool:
    """Does the word join its noun to the next one: "TCP와"?"""
    return bool(_JOINED.fullmatch(suffixed(sentence, word)))


def marks_role(suffixed_form: str) -> bool:
    """Does the word carry a particle that gives its noun a role in a statement?"""
    return bool(_ROLE.fullmatch(suffixed_form))


def is_bare(sentence: Sentence, word: Token) -> bool:
    """Is it a word that says something, without a particle or an ending?"""
    form = suffixed(sentence, word)
    return word.is_content and not _CASE.fullmatch(form)

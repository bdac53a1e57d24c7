"""A paraphrase by rule, for questions that bring none: short sentences, function words dropped, synonyms."""

import random
import re
from functools import cache

from jobcoach.interview.grading.offline.lexicon import table
from jobcoach.words import Language

_SENTENCE = re.compile(r"(?<=[.!?。])\s+|\n+")
_CLAUSE = {
    "en": re.compile(
        r"[;:,]\s+(?:(?:and|but|so|which|while)\s+)?|\s+(?:and|but|so|because|which|while|whereas|then)\s+",
        re.IGNORECASE,
    ),
    "ko": re.compile(r"[;:,]\s+|(?<=[가-힣]고)\s+|(?<=[가-힣]며)\s+|(?<=지만)\s+|(?<=므로)\s+"),
}
_DROPPED = re.compile(
    r"(?:an?|the|very|really|also|just|simply|thus|therefore|hence|usually|typically|generally|basically|"
    r"또한|즉|매우|아주|일반적으로|보통|그리고|따라서|그래서|이렇게|바로)",
    re.IGNORECASE,
)
_WORDS_MIN = {"en": 3, "ko": 2}


def paraphrase(text: str, lang: Language, generator: random.Random) -> str:
    """The same in other words: nothing is added, no content word is lost."""
    pieces: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        pieces += _clauses(sentence.strip(" .!?。"), lang)
    spoken = (_said(piece, generator) for piece in pieces)
    return " ".join(f"{piece[:1].upper()}{piece[1:]}." for piece in spoken if piece)


def _clauses(sentence: str, lang: Language) -> list[str]:
    """Cut where a clause ends, but leave no crumbs."""
    clauses: list[str] = []
    for piece in _CLAUSE[lang].split(sentence):
        if clauses and min(len(piece.split()), len(clauses[-1].split())) < _WORDS_MIN[lang]:
            clauses[-1] += f", {piece}"
        elif piece.strip():
            clauses.append(piece)
    return clauses


def _said(clause: str, generator: random.Random) -> str:
    words = [word for word in clause.split() if not _DROPPED.fullmatch(word)]
    return " ".join(_other(word, generator) for word in words)


def _other(word: str, generator: random.Random) -> str:
    """A synonym of the same script for a word that has one, as the grader's own table has it."""
    bare = word.strip(",.;:()").casefold()
    others = [name for name in _synonyms().get(bare, ()) if name.isascii() == bare.isascii()]
    return word.casefold().replace(bare, generator.choice(others)) if others else word


@cache
def _synonyms() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for groups in table("synonyms").values():
        for group in groups:
            for name in group:
                # A stem (빠르) is no word that could stand in a sentence.
                if name.isascii() and name.isalpha():
                    found.setdefault(name.casefold(), []).extend(
                        other for other in group if other != name and other.isascii() and other.isalpha()
                    )
    return found

"""English sentences turned into their opposite by rule: a ``not`` after each auxiliary, or one taken away."""

import re
import tomllib
from functools import cache
from pathlib import Path

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_CONTRACTED = {
    "can't": "can",
    "cannot": "can",
    "won't": "will",
    "don't": "do",
    "doesn't": "does",
    "didn't": "did",
}
_NT = re.compile(r"n['\u2019]t$", re.IGNORECASE)
_CONDITIONS = frozenset(["if", "when", "whenever", "unless", "until", "once", "while"])
_PARTICIPLE = ("ed", "en", "been", "made", "to")
_NO_VERB_AFTER = frozenset(
    ["to", "the", "a", "an", "not", "of", "in", "on", "at", "by", "for", "with", "its", "their"]
)
_NO_VERB_BEFORE = frozenset(["of", "and", "or", "are", "is", "can", "that", ""])
_SUBJECTS_OF_MANY = frozenset(["they", "we", "you", "i", "these", "those"])


def negate_english(text: str) -> str:
    """Each sentence denied; one in which no verb is found is denied as a whole."""
    return " ".join(_sentence(sentence) for sentence in _SENTENCE.split(text.strip()) if sentence.strip())


def _sentence(sentence: str) -> str:
    words = sentence.split()
    denied = _denied_words(words, conditions_too=False)
    if denied == words:  # "When the array is empty." is a condition and nothing else
        denied = _denied_words(words, conditions_too=True)
    if denied != words:
        return " ".join(denied)
    first, _, rest = sentence.partition(" ")
    if first.casefold() == "to":
        return f"Not to {rest}"
    lowered = first if first.isupper() and len(first) > 1 else first.lower()
    if first.casefold() in _tables()[1].values():
        return f"Do not {lowered} {rest}".rstrip()
    return f"It is not {lowered} {rest}".rstrip()


def _denied_words(words: list[str], *, conditions_too: bool) -> list[str]:
    """A condition is left as it is: what is denied on both sides of "if" may well be true."""
    denied: list[str] = []
    conditional = False
    index = 0
    while index < len(words):
        conditional = conditional or words[index].casefold() in _CONDITIONS
        piece, used = ([words[index]], 1) if conditional and not conditions_too else _denied(words, index)
        conditional = conditional and not words[index + used - 1].endswith((",", ";"))
        denied += piece
        index += used
    return denied


def _denied(words: list[str], index: int) -> tuple[list[str], int]:
    """What stands in the place of the word there, and how many words it takes the place of."""
    word, bare = words[index], _bare(words, index)
    following, before = _bare(words, index + 1), _bare(words, index - 1)
    auxiliaries, verbs = _tables()
    if bare in _CONTRACTED or (_NT.search(bare) and _NT.sub("", bare) in auxiliaries):
        return [_CONTRACTED.get(bare) or _NT.sub("", word), *words[index + 1 : index + 2]], 2
    if bare in auxiliaries and following in ("not", "no", "never"):
        return [word, *words[index + 2 : index + 3]], min(3, len(words) - index)
    if before in auxiliaries or before in _NO_VERB_AFTER or word[-1] in ",.;:)":
        return [word], 1
    if bare in ("has", "have") and not following.endswith(_PARTICIPLE):
        return [*("does not have" if bare == "has" else "do not have").split()], 1
    if bare in auxiliaries:
        return [word, "not"], 1
    if index and bare in verbs and following not in _NO_VERB_BEFORE and not before.endswith("ing"):
        return ["does", "not", verbs[bare]], 1
    if before in _SUBJECTS_OF_MANY and bare in verbs.values():
        return ["do", "not", word], 1
    return [word], 1


def _bare(words: list[str], index: int) -> str:
    return words[index].strip(",.;:()").casefold() if 0 <= index < len(words) else ""


@cache
def _tables() -> tuple[frozenset[str], dict[str, str]]:
    """The auxiliaries, and each verb's form in the third person with its infinitive."""
    table = tomllib.loads(Path(__file__).with_name("negation_words.toml").read_text(encoding="utf-8"))
    return frozenset(table["auxiliaries"].split()), {_third(verb): verb for verb in table["verbs"].split()}


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "ch", "sh", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"

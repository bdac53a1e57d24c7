"""Errors in the user's language.

They are raised in English, far below the command line. ``words/en/errors.toml``
lists those words with named places for what varies; a piece of an error that fits
one of them is told in the other language's words, any other piece as it is.
"""

import re
from functools import cache

from jobcoach.errors import JobcoachError
from jobcoach.words import Language, Words

_PLACE = re.compile(r"\{(\w+)\}")
_LEADS_TO_REASON = re.compile(r"[^{].*\{reason\}$")


def tell_error(error: JobcoachError, words: Words) -> tuple[str, str]:
    """What happened with the reason, and what mends it, in the language of ``words``."""
    what, why, mend = (in_words(text, words) for text in (error.what, error.why, error.mend))
    return (f"{what}: {why}" if why else what), mend


def in_words(text: str, words: Words) -> str:
    """One piece of an error in the language of ``words``."""
    if words.language == "en":
        return text
    for pattern, translated in _patterns(words.language):
        if found := pattern.fullmatch(text):
            pieces = found.groupdict()
            return translated.format(**{name: _piece(name, got, words) for name, got in pieces.items()})
    return text


def _piece(name: str, text: str, words: Words) -> str:
    """What stands in a place: a reason is an error's text in its turn, and a field tells its line."""
    return (
        in_words(text, words) if name in ("reason", "where") else _plain_texts(words.language).get(text, text)
    )


@cache
def _plain_texts(language: Language) -> dict[str, str]:
    """The texts in which nothing varies: one may stand in the place of another, as a reason does."""
    translated, english = Words(language).texts("errors"), Words("en").texts("errors")
    return {text: translated[key] for key, text in english.items() if not _PLACE.search(text)}


@cache
def _patterns(language: Language) -> list[tuple[re.Pattern[str], str]]:
    """Each English text as a pattern, with its translation; those with more words of their own first.

    Before them stand those that begin with words of their own and go on with a reason, as
    ``line {line}: {reason}`` does: what follows may look like any other text.
    """
    translated = Words(language).texts("errors")
    english = Words("en").texts("errors")
    leads = [_pattern(text) for text in english.values() if _LEADS_TO_REASON.match(text)]

    def rank(key: str) -> tuple[bool, int]:
        is_led = any(lead.fullmatch(english[key]) for lead in leads)
        return not is_led, -len(_PLACE.sub("", english[key]))

    return [(_pattern(english[key]), translated[key]) for key in sorted(english, key=rank)]


def _pattern(text: str) -> re.Pattern[str]:
    pieces = _PLACE.split(text)  # text, name, text, …
    return re.compile(
        "".join(f"(?P<{piece}>.+?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)),
        re.DOTALL,
    )

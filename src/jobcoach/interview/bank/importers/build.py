"""What an importer found, as questions of the bank."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jobcoach.interview.bank.importers.answer_text import prose, text_with_code
from jobcoach.interview.bank.importers.shapes import Found
from jobcoach.interview.bank.importers.wording import asked, without_number
from jobcoach.interview.bank.question import BankPoint, Level, LocalText, Question
from jobcoach.text import nfc
from jobcoach.words import Language

_TEXT_MAX = 8000
_SLUG_MAX = 60
_POINTS_MAX = 6
_STATEMENT_MAX = 300
_STATEMENT_WORDS_MIN = 3
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n+")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_ASKS = re.compile(r"(?:[?\uff1f]|까요|나요|가요|세요|십시오|습니까)[\s.!)~]*$")
_BULLET = re.compile(r"^[\s\-*•]+")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a file does not say: level, topic where none is named, language where it is unclear."""

    level: Level
    lang: Language
    topic_of: Callable[[Found], str]


def build_question(found: Found, defaults: Defaults) -> Question | None:
    """The question; None if nothing is left of it without its markup.

    Its answer becomes the reference, with a key point for each of its first
    sentences; who imported it is to mend them. Without an answer it is asked only.
    """
    more = _clean(text_with_code(found.more))
    title = _clean(found.title)
    if not any(char.isalpha() for char in title):
        return None
    answer = _clean(prose(found.answer))
    if _asks_again(answer):
        answer = ""
    lang = _language(title + more + answer, defaults.lang)
    section = without_number(_clean(found.sections[0])) if found.sections else ""
    line = asked(title, section, korean=lang == "ko")
    text = _shortened(f"{line}\n\n{more}" if more else line)
    topic = defaults.topic_of(found)
    points = key_points(answer, lang) if answer else ()
    return Question(
        id=f"{topic}.{slug(text)}",
        topic=topic,
        level=defaults.level,
        question=_local(text, lang),
        reference=_local(_shortened(answer), lang) if points else None,
        key_points=points,
    )


def slug(text: str) -> str:
    """A name for a question that is the same each time it is imported.

    The Latin words of its first line; a digest of the whole follows where
    they do not say all of it, as in Korean.
    """
    whole = " ".join(nfc(text).casefold().split())
    words = _NOT_IN_SLUG.sub(
        "-", " ".join(nfc(text.split("\n", 1)[0]).casefold().replace("'", "").split())
    ).strip("-")
    if words and len(words) <= _SLUG_MAX and "\n" not in text and whole.isascii():
        return words
    digest = hashlib.sha256(whole.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    short = words[: _SLUG_MAX - 12].rsplit("-", 1)[0] if len(words) > _SLUG_MAX - 12 else words
    return f"{short.strip('-')}-{digest}" if short.strip("-") else f"q-{digest}"


def key_points(answer: str, lang: Language) -> tuple[BankPoint, ...]:
    """A skeleton: a point for each of the first sentences that say something."""
    sentences = (_BULLET.sub("", sentence).strip() for sentence in _SENTENCE_END.split(answer))
    telling = [each[:_STATEMENT_MAX].strip() for each in sentences if _tells(each)] or [
        answer[:_STATEMENT_MAX].strip()
    ]
    statements = list(dict.fromkeys(telling))[:_POINTS_MAX]
    return tuple(
        BankPoint(id=f"point-{number}", statement=_local(statement, lang))
        for number, statement in enumerate(statements, 1)
    )


def _tells(sentence: str) -> bool:
    return len(sentence.split()) >= _STATEMENT_WORDS_MIN and not sentence.endswith((":", "?"))


def _asks_again(answer: str) -> bool:
    """Whether an answer is but a list of further questions."""
    lines: Sequence[str] = [line for line in answer.split("\n") if line.strip()]
    return bool(lines) and 2 * sum(bool(_ASKS.search(line)) for line in lines) > len(lines)


def _language(text: str, otherwise: Language) -> Language:
    """Korean if every tenth letter is Hangul: Korean answers are full of English terms."""
    letters = sum(char.isalpha() for char in text)
    if not letters:
        return otherwise
    return "ko" if len(_HANGUL.findall(text)) * 10 >= letters else "en"


def _local(text: str, lang: Language) -> LocalText:
    return LocalText(ko=text) if lang == "ko" else LocalText(en=text)


def _shortened(text: str) -> str:
    if len(text) <= _TEXT_MAX:
        return text
    head = text[: _TEXT_MAX - 1]
    end = max(head.rfind(mark) for mark in (".\n", ". ", "\n", " "))
    return head[: end + 1].rstrip() if end > 0 else head


def _clean(text: str) -> str:
    return nfc(_UNSTORABLE.sub("", text)).strip()

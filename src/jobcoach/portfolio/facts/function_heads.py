"""What a brace opens, told from what stands before it (``functions.toml``)."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("functions.toml")
HEAD_CHARACTERS_MOST = 900

# Words that stand before a parenthesis and name nothing.
_NO_NAMES = frozenset({
    "if", "for", "while", "switch", "catch", "synchronized", "do", "else", "return", "when", "try", "new",
    "throw", "case", "await", "yield", "typeof", "sizeof", "super", "this", "function",
})  # fmt: skip
# Two blocks of three are of such a statement, and told at a glance; parentheses in two levels are enough.
_CONTROL = re.compile(
    r"\s*+(?:else\s++)?(?:if|for|foreach|while|switch|catch|synchronized)\s*+"
    r"\([^()]*+(?:\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)[^()]*+)*+\)\s*+"
)
# An anonymous function may have a name before that word.
_STATEMENTS = tuple(sorted(_NO_NAMES - {"function"}))
_STATEMENT = re.compile(rf"(?<![\w$])(?:{'|'.join(_STATEMENTS)})\Z")
_LONGEST_STATEMENT = max(map(len, _STATEMENTS))
_BEFORE_A_CALL = frozenset({"new", "return", "else", "throw", "case", "await", "yield", "=", "in"})
_WORDS_BEFORE_CHARACTERS = 40
# A brace behind these opens a value or a type, not a block: what came before it goes on behind it.
_VALUE_MARKS = tuple("(,=:[&|?<>")
_RETURN = re.compile(r"\breturn\Z")
_CALLBACK = re.compile(r"(?:=>|\bfunction\s*\([^()]*\))\s*\Z")
_CALLBACK_CHARACTERS = 200
_TYPE = re.compile(r"\b(?:interface|struct)\Z")
_MOST_BLANKS_BEFORE = 32
_PARENTHESIS = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Family:
    """A row of ``functions.toml``. ``tokens`` are braces, and what adds a path."""

    heads: tuple[re.Pattern[str], ...]
    tail: re.Pattern[str]
    arrow_heads: tuple[re.Pattern[str], ...]
    arrow_tail: re.Pattern[str]
    tokens: re.Pattern[str]


@cache
def families() -> dict[str, Family]:
    """By language."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    found: dict[str, Family] = {}
    for row in table["family"]:
        family = Family(
            heads=tuple(map(re.compile, row["heads"])),
            tail=re.compile(row["tail"]),
            arrow_heads=tuple(map(re.compile, row.get("arrow_heads", ()))),
            arrow_tail=re.compile(row.get("arrow_tail", r"(?!)")),
            tokens=_tokens(row["words"], row["marks"]),
        )
        found |= dict.fromkeys(row["languages"], family)
    return found


def _tokens(words: Sequence[str], marks: Sequence[str]) -> re.Pattern[str]:
    """Braces, whole words and marks. All begin with one set of characters, for which re looks fast."""
    firsts = "".join(sorted({token[0] for token in (*words, *marks)}))
    rest_of_words = "|".join(rf"(?<={word[0]}){word[1:]}\b" for word in words)
    rest_of_marks = "|".join(map(_rest_of_mark, marks))
    return re.compile(
        rf"[{{}}{re.escape(firsts)}](?:(?<=[{{}}])|(?<![\w$].)(?:{rest_of_words})|{rest_of_marks})"
    )


def _rest_of_mark(mark: str) -> str:
    return r"(?<=\s\?)(?=\s)" if mark == "?" else f"(?<={re.escape(mark[0])}){re.escape(mark[1:])}"


@dataclass(slots=True)
class Block:
    """An open brace; ``head`` is where its statement began. ``is_function`` without ``name``: a callback."""

    name: str
    start: int
    head: int
    is_value: bool
    is_function: bool = False
    complexity: int = 1


def opened(code: str, boundary: int, brace: int, family: Family) -> Block:
    """What the brace at ``brace`` opens, of the statement that began at ``boundary``."""
    start = max(boundary, brace - HEAD_CHARACTERS_MOST)
    head = code[start:brace]
    if _CONTROL.fullmatch(head) is not None:
        return Block("", brace, boundary, is_value=False)
    bare = head.rstrip()
    is_near = len(head) - len(bare) <= _MOST_BLANKS_BEFORE
    if is_near and bare.endswith(("interface", "struct")) and _TYPE.search(bare[-20:]):
        return Block("", brace, boundary, is_value=True)
    if (named := _named(head, bare, family)) is not None:
        return Block(named.group(1), start + named.start(1), boundary, is_value=False, is_function=True)
    if family.arrow_heads and bare.endswith(("=>", ")")) and _CALLBACK.search(head[-_CALLBACK_CHARACTERS:]):
        return Block("", brace, boundary, is_value=True, is_function=True)
    is_value = bare.endswith(_VALUE_MARKS) or (bare.endswith("return") and _RETURN.search(bare[-20:]))
    return Block("", brace, boundary, is_value=is_near and bool(is_value))


def _named(head: str, bare: str, family: Family) -> re.Match[str] | None:
    """Where ``head`` declares a function, with its name as the first group; None if it declares none."""
    if "(" not in bare:
        return None
    arrow = bare.endswith("=>")
    openings = _openings(head, family.arrow_tail if arrow else family.tail)
    if not openings or (len(openings) == 1 and _is_statement(head[: openings[0]].rstrip())):
        return None
    for pattern in family.arrow_heads if arrow else family.heads:
        for match in pattern.finditer(head):
            if (
                match.end() - 1 in openings
                and match.group(1) not in _NO_NAMES
                and not _is_call(head, match.start(1))
            ):
                return match
    return None


def _openings(head: str, tail: re.Pattern[str]) -> list[int]:
    """Where parentheses are opened that, once closed, leave nothing but a tail."""
    closings = set()
    closing = head.find(")")
    while closing >= 0:
        if tail.fullmatch(head, closing + 1) is not None:
            closings.add(closing)
        closing = head.find(")", closing + 1)
    if not closings:
        return []
    openings, found = [], []
    for match in _PARENTHESIS.finditer(head):
        if match.group() == "(":
            openings.append(match.start())
        elif openings:
            opening = openings.pop()
            if match.start() in closings:
                found.append(opening)
    return found


def _is_statement(before: str) -> bool:
    """Whether this ends with a word that takes parentheses and is no name."""
    return before.endswith(_STATEMENTS) and _STATEMENT.search(before[-_LONGEST_STATEMENT - 1 :]) is not None


def _is_call(head: str, start: int) -> bool:
    words = head[max(0, start - _WORDS_BEFORE_CHARACTERS) : start].split()
    return bool(words) and words[-1] in _BEFORE_A_CALL

"""Finding the skills that a job posting asks for: by their names, and by what a model read."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from jobcoach.interview.bank.skills import Skill
from jobcoach.interview.planning.posting import (
    Kind,
    ModelReader,
    ModelSkill,
    Posting,
    PostingLine,
    PostingSkill,
)
from jobcoach.interview.planning.skill_names import NameIndex, blanked
from jobcoach.text import cut, nfc

MAX_CHARACTERS = 100_000
_TABLE = Path(__file__).with_name("find_skills.toml")
_HEADING_CHARACTERS = 40
_EVIDENCE_MAX = 5
_LINE_COLUMNS = 200

_KINDS: tuple[Kind, ...] = ("required", "mentioned", "preferred")
_HEADINGS_FIRST: tuple[Kind, ...] = ("preferred", "required", "mentioned")  # "preferred qualifications"
_BULLETS = ("-", "*", "•", "·", "–", "○", "●", "▪")
_REST_OF_HEADING = 2  # letters: "• 우대사항"


@dataclass(frozen=True, slots=True)
class _Line:
    line: PostingLine
    kind: Kind
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    skill: Skill
    kind: Kind
    line: PostingLine


def read_posting(text: str, skills: Sequence[Skill], by_model: ModelReader | None = None) -> Posting:
    """Find skills by their names and, with ``by_model``, by reading.

    What the model names counts only where its quote is in the posting. Of a
    posting of over ``MAX_CHARACTERS`` characters the rest is left out.
    """
    kept = nfc(text[:MAX_CHARACTERS])
    lines = list(_lines(kept, skills))
    named = [_Mention(skill, line.kind, line.line) for line in lines for skill in line.skills]
    read = list(_read(lines, skills, by_model(kept))) if by_model else []
    found = [*named, *read]
    ids = dict.fromkeys(mention.skill.id for mention in found)
    merged = (_merged([mention for mention in found if mention.skill.id == skill_id]) for skill_id in ids)
    return Posting(
        tuple(sorted(merged, key=lambda skill: (-skill.weight, skill.lines[0].number, skill.id))),
        max(0, len(text) - MAX_CHARACTERS),
    )


def _lines(text: str, skills: Sequence[Skill]) -> Iterator[_Line]:
    """Each line that is not empty, with the kind of the part that it stands in."""
    table = _table()
    index = NameIndex.of(skills, particles=table["after"]["korean"], everyday=table["everyday"]["words"])
    kind: Kind = "mentioned"
    for number, line in enumerate(text.splitlines(), 1):
        shown = " ".join(line.split())
        if not shown:
            continue
        found = tuple(index.found_in(blanked(shown)))
        if not found:
            kind = _heading(shown.lower()) or kind
        is_wish = any(word in shown.lower() for word in table["inline"]["preferred"])
        yield _Line(PostingLine(number, shown), "preferred" if is_wish else kind, found)


def _heading(line: str) -> Kind | None:
    """The kind of the lines below, if this one is a heading and not an item that says as much."""
    if len(line) > _HEADING_CHARACTERS:
        return None
    headings: dict[Kind, list[str]] = _table()["headings"]
    kind = next((kind for kind in _HEADINGS_FIRST if any(word in line for word in headings[kind])), None)
    if kind is None or not line.startswith(_BULLETS):
        return kind
    rest = line
    for word in chain.from_iterable(headings.values()):
        rest = rest.replace(word, "")
    return kind if sum(map(str.isalnum, rest)) <= _REST_OF_HEADING else None


def _read(lines: Sequence[_Line], skills: Sequence[Skill], read: Iterable[ModelSkill]) -> Iterator[_Mention]:
    by_name = {_key(name): skill for skill in skills for name in (*skill.names, skill.id)}
    for each in read:
        name, quote = " ".join(nfc(each.name).split()), " ".join(nfc(each.quote).split()).lower()
        line = next((line.line for line in lines if quote and quote in line.line.text.lower()), None)
        if line is None or not _key(name):
            continue
        skill = by_name.get(_key(name)) or Skill(_key(name), (name,), ())
        yield _Mention(skill, "required" if each.required else "preferred", line)


def _merged(mentions: Sequence[_Mention]) -> PostingSkill:
    weights: dict[str, float] = _table()["weights"]
    strongest_first = sorted(mentions, key=lambda each: (_KINDS.index(each.kind), each.line.number))
    by_line = {mention.line: mention.kind for mention in reversed(strongest_first)}
    lines = tuple(dict.fromkeys(mention.line for mention in strongest_first))
    skill = mentions[0].skill
    return PostingSkill(
        id=skill.id,
        name=skill.names[0],
        topics=skill.topics,
        kind=strongest_first[0].kind,
        weight=sum(weights[by_line[line]] for line in lines[:_EVIDENCE_MAX]),
        count=len(mentions),
        lines=tuple(
            PostingLine(line.number, cut(line.text, _LINE_COLUMNS)) for line in lines[:_EVIDENCE_MAX]
        ),
    )


def _key(name: str) -> str:
    return "".join(char for char in nfc(name).casefold() if char.isalnum() or char in "+#")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))

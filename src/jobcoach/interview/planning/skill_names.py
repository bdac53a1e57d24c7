"""Names of technologies in running text, Korean or English, as whole words.

A Korean name may carry particles ("스프링부트를"), a Latin one any Hangul
("Redis를"). The longest name at a place wins, so "Java" is not in "JavaScript".
Names of one or two letters ("Go", "C", "R") and everyday words in small
letters ("react") count only where they stand in a list.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jobcoach.interview.bank.skills import Skill

# The bounds keep a line of a hundred thousand characters without a space from taking their square.
_NO_PROSE = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}")
_HANGUL = re.compile("[가-힣]")
_WORD_START = re.compile(r"(?<![0-9A-Za-z_])(?=[^\s])")
_FILE_NAME = re.compile(r"[0-9A-Za-z_]\.$")
_LEADS_TO_NAME = re.compile(r"\b(?:and|in|like|or|using|with) $", re.IGNORECASE)
_SHORT = 2
_NEAR = 20  # characters on either side that are looked at: a line may be huge
_LIST_MARKS = set(",/·|;:()[]•-*–&、ㆍ")


def blanked(line: str) -> str:
    """The line with addresses of pages and people blanked out: "jobs@spring.io" asks for no Spring."""
    return _NO_PROSE.sub(lambda match: " " * len(match.group()), line)


@dataclass(frozen=True)
class NameIndex:
    """Skills by the names they go by, in small letters; ``lengths`` of names, longest first."""

    names: dict[str, tuple[str, Skill]]
    lengths: tuple[int, ...]
    particles: frozenset[str]
    everyday: frozenset[str]

    @classmethod
    def of(cls, skills: Sequence[Skill], *, particles: Iterable[str], everyday: Iterable[str]) -> "NameIndex":
        """An index of all names; the first skill with a name has it."""
        names: dict[str, tuple[str, Skill]] = {}
        for skill in skills:
            for name in skill.names:
                names.setdefault(_small(" ".join(name.split())), (name, skill))
        lengths = tuple(sorted({len(name) for name in names}, reverse=True))
        return cls(names, lengths, frozenset(particles), frozenset(everyday))

    def found_in(self, line: str) -> Iterator[Skill]:
        """The skills that a line names, in order, each as often as it does."""
        small, taken = _small(line), 0
        for match in _WORD_START.finditer(line):
            start = match.start()
            if start < taken:
                continue
            length = self._length_at(line, small, start)
            if length:
                yield self.names[small[start : start + length]][1]
                taken = start + length

    def _length_at(self, line: str, small: str, start: int) -> int:
        for length in self.lengths:
            known = self.names.get(small[start : start + length])
            if known and self._stands_alone(line, start, start + length, known[0]):
                return length
        return 0

    def _stands_alone(self, line: str, start: int, end: int, name: str) -> bool:
        before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
        if _HANGUL.match(name[0]) and _HANGUL.match(before[-1:]):
            return False
        if _FILE_NAME.search(before):
            return False
        if not (self._korean_ends(after) if _HANGUL.match(name[-1]) else _latin_ends(after)):
            return False
        written = line[start:end]
        if len(name) <= _SHORT and name.isascii():
            is_name = written == name and after[:1] not in ("'", "’", "&", "-")
            return is_name and (_in_list(before, after) or bool(_LEADS_TO_NAME.search(before)))
        return written not in self.everyday or _in_list(before, after)

    def _korean_ends(self, after: str) -> bool:
        run = re.match("[가-힣]*", after)
        return run is not None and (not run.group() or run.group() in self.particles)


def _latin_ends(after: str) -> bool:
    return not re.match(r"[0-9A-Za-z_+#]|\.[A-Za-z]", after)


def _in_list(before: str, after: str) -> bool:
    """Whether a mark of lists, the line's edge or Hangul is beside it, not just other words."""
    before, after = before.rstrip(), after.lstrip()
    is_beside = any(char in _LIST_MARKS or _HANGUL.match(char) for char in (before[-1:], after[:1]) if char)
    return is_beside or not (before or after)


def _small(text: str) -> str:
    """In small letters, each character in its place ("İ" would become two)."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)

"""A Dockerfile's instructions by stage. Nothing is built: it is read as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText

_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)")
_FROM = re.compile(r"(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?", re.IGNORECASE)
_HEREDOC = re.compile(r"<<-?[\"']?(\w+)[\"']?")
_LINES_READ = 2000


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction, its continued lines joined. ``keyword`` is in upper case; lines count from 1."""

    keyword: str
    arguments: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stage:
    """What one ``FROM`` begins. ``image`` as written, ``name`` that of ``AS``."""

    image: str
    name: str
    instructions: tuple[Instruction, ...]

    @property
    def start(self) -> int:
        return self.instructions[0].start


def is_dockerfile(info: FileInfo) -> bool:
    """Whether a file describes an image of the project."""
    return info.language == "Dockerfile" and info.file_class not in ("vendored", "generated", "doc")


def stages(source: SourceText) -> tuple[Stage, ...]:
    """The stages in order. What stands before the first ``FROM`` is in none."""
    found: list[list[Instruction]] = []
    for instruction in _instructions(source.lines[:_LINES_READ]):
        if instruction.keyword == "FROM":
            found.append([instruction])
        elif found:
            found[-1].append(instruction)
    return tuple(_stage(instructions) for instructions in found)


def _stage(instructions: list[Instruction]) -> Stage:
    match = _FROM.match(instructions[0].arguments)
    image, name = (match[1], match[2] or "") if match else (instructions[0].arguments, "")
    return Stage(image, name.lower(), tuple(instructions))


def _instructions(lines: tuple[str, ...]) -> Iterator[Instruction]:
    index = 0
    while index < len(lines):
        start = index
        parts: list[str] = []
        while index < len(lines):
            line = lines[index].rstrip()
            index += 1
            if line.lstrip().startswith("#") or (parts and not line):
                start = start if parts else index
                continue
            parts.append(line.removesuffix("\\"))
            if not line.endswith("\\"):
                break
        match = _INSTRUCTION.match(" ".join(parts))
        if match is None:
            continue
        heredoc = _HEREDOC.search(match[2])
        while heredoc and index < len(lines) and lines[index - 1].strip() != heredoc[1]:
            parts.append(lines[index])
            index += 1
        text = match[2] if heredoc is None else " ".join([match[2], *parts[1:]])
        yield Instruction(match[1].upper(), text, start + 1, index)

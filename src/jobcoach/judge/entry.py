"""Which of a submission's files is where the program starts, and how it must be named."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from jobcoach.judge.languages import Language
from jobcoach.judge.submission import SourceFile, Submission

# Comments and literals, so that a class named in one of them is not taken for real.
_JAVA_NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S
)
_JAVA_PUBLIC = re.compile(
    r"\bpublic\s+(?:(?:final|abstract|strictfp|sealed)\s+)*(?:class|record|enum|interface)\s+(\w+)"
)
_JAVA_TYPE = re.compile(r"\b(?:class|record|enum|interface)\s+(\w+)")
_JAVA_MAIN = re.compile(r"\b(?:public\s+static|static\s+public)\s+(?:final\s+)?void\s+main\s*\(")
_JAVA_PACKAGE = re.compile(r"^\s*package\s+([\w.]+)\s*;", re.M)
_FIRST_STEMS = ("__main__", "main", "Main", "solution", "Solution")


@dataclass(frozen=True, slots=True)
class Entry:
    """The files as they must lie in the box, the ``main`` file, and the entry
    class ("" where the language has none)."""

    files: tuple[SourceFile, ...]
    main: str
    main_class: str = ""

    def sources(self, language: Language) -> tuple[str, ...]:
        """The names of the files that the compiler is given."""
        return tuple(file.name for file in self.files if file.name.endswith(language.extensions))


def find_entry(submission: Submission, language: Language) -> Entry:
    """Where the program starts. Never raises: what is wrong the compiler will say."""
    if language.entry == "java":
        entry = _java_entry(submission)
        return replace(entry, main_class=submission.entry_point) if submission.entry_point else entry
    if submission.entry_point:
        return Entry(submission.files, submission.entry_point)
    sources = [file.name for file in submission.files if file.name.endswith(language.extensions)]
    names = sources or [file.name for file in submission.files]
    return Entry(submission.files, _preferred(names))


def _preferred(names: list[str]) -> str:
    for stem in _FIRST_STEMS:
        for name in names:
            if PurePosixPath(name).stem == stem:
                return name
    return names[0]


def _java_entry(submission: Submission) -> Entry:
    files, candidates = [], []
    for file in submission.files:
        if not file.name.endswith(".java"):
            files.append(file)
            continue
        code = _JAVA_NOISE.sub(" ", file.content.decode("utf-8", "replace"))
        named = _named_as_public_class(file, code)
        files.append(named)
        if start := _JAVA_MAIN.search(code):
            candidates.append((named.name, _class_with_main(code, start.start(), named)))
    main, main_class = min(candidates, key=_main_first, default=(files[0].name, "Main"))
    return Entry(tuple(sorted(files, key=lambda file: file.name)), main, main_class)


def _main_first(candidate: tuple[str, str]) -> tuple[bool, str]:
    return candidate[1].rpartition(".")[2] != "Main", candidate[0]


def _named_as_public_class(file: SourceFile, code: str) -> SourceFile:
    """javac wants a public class in a file of its name; candidates upload ``solution.java``."""
    public = _JAVA_PUBLIC.search(code)
    if public is None:
        return file
    return SourceFile(str(PurePosixPath(file.name).with_name(f"{public[1]}.java")), file.content)


def _class_with_main(code: str, position: int, file: SourceFile) -> str:
    """The type that encloses ``main``: the last one opened before it that is still open."""
    name = PurePosixPath(file.name).stem
    types = {match.end(): match[1] for match in _JAVA_TYPE.finditer(code, 0, position)}
    open_types: list[tuple[int, str]] = []
    depth, waiting = 0, None
    for place, letter in enumerate(code[:position]):
        waiting = types.get(place, waiting)
        if letter == "{":
            if waiting is not None:
                open_types.append((depth, waiting))
                waiting = None
            depth += 1
        elif letter == "}":
            depth -= 1
            if open_types and open_types[-1][0] == depth:
                open_types.pop()
    if open_types:
        name = "$".join(each for _, each in open_types)
    package = _JAVA_PACKAGE.search(code)
    return f"{package[1]}.{name}" if package else name

"""Which of a submission's files is where the program starts, and how it must be named."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from jobcoach.judge.languages import Language
from jobcoach.judge.submissions.submission import SourceFile, Submission

# Comments and literals, so that a class named in one of them is not taken for real.
# One that is not closed ends with the file: looked for again and again, its end
# would take quadratic time.
_JAVA_NOISE = re.compile(
    r"""//[^\n\r]*|/\*.*?(?:\*/|\Z)|\"{3}(?:\\.|[^\\])*?(?:\"{3}|\Z)"""
    r"""|"(?:\\.|[^"\\\n\r])*+"?|'(?:\\.|[^'\\\n\r])*+'?""",
    re.S,
)
_JAVA_TOKEN = re.compile(
    r"(?P<bound>[{};])|\b(?P<kind>class|record|enum|interface)\s+(?P<type>[\w$]+)"
    r"|\bvoid\s+main\s*\(\s*(?:final\s+)?(?:java\.lang\.)?String\b"
)
_JAVA_PACKAGE = re.compile(r"\bpackage\s+([\w.$]+)\s*;")
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
    submission = _with_extension(submission, language)
    if language.entry == "java":
        entry = _java_entry(submission)
        return replace(entry, main_class=submission.entry_point) if submission.entry_point else entry
    if submission.entry_point:
        return Entry(submission.files, submission.entry_point)
    sources = [file.name for file in submission.files if file.name.endswith(language.extensions)]
    names = sources or [file.name for file in submission.files]
    return Entry(submission.files, _preferred(names))


def _with_extension(submission: Submission, language: Language) -> Submission:
    """Whoever names the language may hand in ``solution.txt``; compilers go by the extension."""
    first, *others = submission.files
    if others or not language.extensions or first.name.endswith(language.extensions):
        return submission
    return replace(submission, files=(SourceFile(first.name + language.extensions[0], first.content),))


def _preferred(names: list[str]) -> str:
    for stem in _FIRST_STEMS:
        for name in names:
            if PurePosixPath(name).stem == stem:
                return name
    return names[0]


def _java_entry(submission: Submission) -> Entry:
    """javac wants a public class in a file of its name; candidates upload ``solution.java``."""
    names = {file.name for file in submission.files}
    files: list[SourceFile] = []
    starts: list[tuple[bool, bool, str, str]] = []
    for file in submission.files:
        if file.name.endswith(".java"):
            code = _JAVA_NOISE.sub(" ", file.content.decode("utf-8", "replace"))
            public, with_main = _java_types(code)
            named = str(PurePosixPath(file.name).with_name(f"{public}.java")) if public else file.name
            if named not in names:  # else javac says that there are two
                names.add(named)
                file = SourceFile(named, file.content)  # noqa: PLW2901 - the same file by its right name
            starts += [_start(name, code, file) for name in with_main]
        files.append(file)
    _, _, main, main_class = min(starts, default=(False, False, files[0].name, "Main"))
    return Entry(tuple(sorted(files, key=lambda file: file.name)), main, main_class)


def _start(name: str, code: str, file: SourceFile) -> tuple[bool, bool, str, str]:
    """Sorts first for ``Main``, then for classes that stand in no other."""
    package = _JAVA_PACKAGE.search(code)
    return name != "Main", "$" in name, file.name, f"{package[1]}.{name}" if package else name


def _java_types(code: str) -> tuple[str, list[str]]:
    """The outer public type ("" if there is none) and, by binary name, all types with ``main``."""
    public, with_main = "", []
    inside: list[tuple[int, str, str]] = []  # depth of the brace, kind, name
    opening: tuple[str, str] | None = None
    depth = began = 0  # a declaration begins behind the last brace or semicolon
    for token in _JAVA_TOKEN.finditer(code):
        modifiers = code[began : token.start()].split()
        began = token.end()
        if token["type"]:
            opening = (token["kind"], token["type"])
            if depth == 0 and "public" in modifiers:
                public = public or token["type"]
        elif token["bound"] == "{":
            if opening:
                inside.append((depth, *opening))
                opening = None
            depth += 1
        elif token["bound"] == "}":
            depth -= 1
            if inside and inside[-1][0] == depth:
                inside.pop()
        elif not token["bound"] and _is_start(modifiers, [kind for _, kind, _ in inside]):
            with_main.append("$".join(name for _, _, name in inside))
    return public, with_main


def _is_start(modifiers: list[str], kinds: list[str]) -> bool:
    """Whether ``main`` with these modifiers, inside types of these kinds, can be started."""
    public = "public" in modifiers or kinds[-1:] == ["interface"]
    return public and "static" in modifiers and bool(kinds)

"""Which submissions the given paths hold, and in which language each is written.

The rule, which ``judge --help`` tells as well:

- A file is a submission; its extension tells the language.
- In a folder, every file with a known extension is a submission of its own and
  sub-folders are searched in the same way.
- But a folder that holds a file named ``main`` (``main.py``, ``Main.java``) among
  several sources, all of one language, is one submission of several files.
- Of a problem package only ``submissions/`` is searched; the folders of expected
  verdicts in it are never one submission.
- Hidden files, build outputs and links inside a folder are passed over.

What cannot be used is told in its place, so that one bad file does not keep
the others from being judged. Nothing is read here but names (and ``-``).
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.languages import Language, all_languages, language_of_file, unknown_language

STANDARD_INPUT = "-"
# Either makes a folder a problem package (the second is DOMjudge's).
PACKAGE_FILES = frozenset({"problem.yaml", "domjudge-problem.ini"})

_HEADERS = (".h", ".hh", ".hpp", ".hxx", ".inc", ".tpp")
_HEADER_LANGUAGES = frozenset({"c", "cpp"})
_BUILD_OUTPUTS = frozenset(
    {"__pycache__", "node_modules", "venv", "target", "build", "dist", "out", "bin", "obj", "CMakeFiles"}
)
_ADD_LANGUAGE = "add --language, such as --language python"
# Deeper than any sane tree, and far from the interpreter's own recursion limit.
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A submission not yet read. ``path`` is as the user gave it, or below that;
    ``files`` are below ``base``, sorted. ``content`` is set for standard input,
    ``named`` if the user named the file itself, so that a link is followed."""

    path: str
    language: str
    base: Path
    files: tuple[Path, ...]
    named: bool = False
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A path that cannot be judged, and why."""

    path: str
    error: InputError


def find_submissions(
    paths: Sequence[str], *, language_name: str | None = None, standard_input: Callable[[], bytes]
) -> list[Found | Unusable]:
    """All submissions below ``paths``: in the order given, sorted inside a folder, each once.

    ``language_name`` decides the language of files and of standard input; in
    folders it picks the files of that language. Raises InputError if it is no language.
    """
    chosen = chosen_language(language_name) if language_name is not None else None
    seen: set[str] = set()
    found: list[Found | Unusable] = []
    for item in chain.from_iterable(_at(path, chosen, standard_input) for path in paths):
        key = item.path if item.path == STANDARD_INPUT else str(Path(item.path).absolute())
        if key not in seen:
            seen.add(key)
            found.append(item)
    return found


def chosen_language(name: str) -> Language:
    """The language with this id or extension (``py``, ``c++``). Raises InputError."""
    chosen = all_languages().get(name) or language_of_file(f".{name.removeprefix('.')}")
    if chosen is None:
        raise unknown_language(name)
    return chosen


def is_package(folder: Path) -> bool:
    """Whether the folder is a problem package, by the names of its files."""
    return any((folder / name).is_file() for name in PACKAGE_FILES)


def _at(
    path: str, chosen: Language | None, standard_input: Callable[[], bytes]
) -> Iterator[Found | Unusable]:
    if path == STANDARD_INPUT:
        yield _standard_input(chosen, standard_input)
        return
    if not path:  # Path("") is the working directory: an unset variable would judge all of it
        yield Unusable(path, InputError("cannot read ''", why="there is no such file or folder"))
        return
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except (OSError, ValueError) as error:
        yield Unusable(path, InputError(f"cannot read {path}", why=_reason(error)))
        return
    if stat.S_ISDIR(mode):
        yield from _folder_given(place, path, chosen)
    elif stat.S_ISREG(mode):
        yield _file_given(place, path, chosen)
    else:
        yield Unusable(path, InputError(f"cannot judge {path}", why="it is neither a file nor a folder"))


def _standard_input(chosen: Language | None, read: Callable[[], bytes]) -> Found | Unusable:
    if chosen is None:
        return Unusable(
            STANDARD_INPUT,
            InputError("the language of standard input is unknown", mend=_ADD_LANGUAGE),
        )
    stem = "Main" if chosen.id in {"java", "kotlin"} else "main"
    name = Path(f"{stem}{chosen.extensions[0]}")
    return Found(STANDARD_INPUT, chosen.id, Path(), (name,), content=read())


def _file_given(place: Path, path: str, chosen: Language | None) -> Found | Unusable:
    found = chosen or language_of_file(place.name)
    if found is None:
        return Unusable(
            path,
            InputError(
                f"the language of {path} is unknown",
                why=f"known extensions are {_known_extensions()}",
                mend=_ADD_LANGUAGE,
            ),
        )
    return Found(path, found.id, place.parent, (Path(place.name),), named=True)


def _folder_given(place: Path, path: str, chosen: Language | None) -> Iterator[Found | Unusable]:
    nothing = True
    for item in _folder(place, path, chosen, 0):
        nothing = False
        yield item
    if nothing:
        known = " ".join(chosen.extensions) if chosen else _known_extensions()
        yield Unusable(path, InputError(f"nothing to judge in {path}", why=f"no file ends in {known}"))


def _folder(place: Path, path: str, chosen: Language | None, depth: int) -> Iterator[Found | Unusable]:
    try:
        entries = _entries(place)
    except OSError as error:
        yield Unusable(path, InputError(f"cannot read {path}", why=_reason(error)))
        return
    if any(entry.name in PACKAGE_FILES for entry in entries):
        entries = [entry for entry in entries if entry.name == "submissions"]
    whole = _one_submission(place, path, entries, chosen)
    if whole is not None:
        yield whole
        return
    for entry in entries:
        below = _join(path, entry.name)
        if entry.is_dir(follow_symlinks=False):
            if depth < _DEEPEST:
                yield from _folder(place / entry.name, below, chosen, depth + 1)
        else:
            found = _source_language(entry.name, chosen)
            if found is not None:
                yield Found(below, found.id, place, (Path(entry.name),))


def _one_submission(
    place: Path, path: str, entries: Sequence[os.DirEntry[str]], chosen: Language | None
) -> Found | None:
    """The folder as one submission, if it has a main file and one language."""
    mains = [e for e in entries if Path(e.name).stem.lower() == "main" and e.is_file(follow_symlinks=False)]
    main = next((found for e in mains if (found := _source_language(e.name, chosen))), None)
    if main is None or _holds_expected_verdict(place):
        return None
    files = sorted(file.relative_to(place) for file in _files_below(place, 0))
    if any((found := _source_language(f.name, chosen)) and found.id != main.id for f in files):
        return None
    headers = _HEADERS if main.id in _HEADER_LANGUAGES else ()
    sources = tuple(f for f in files if f.name.endswith(main.extensions + headers))
    return Found(path, main.id, place, sources) if len(sources) > 1 else None


def _holds_expected_verdict(place: Path) -> bool:
    above = place.absolute().parent
    return above.name == "submissions" and is_package(above.parent)


def _files_below(place: Path, depth: int) -> Iterator[Path]:
    try:
        entries = _entries(place)
    except OSError:
        return  # a source that is needed and cannot be read shows as a compile error
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield place / entry.name
        elif depth < _DEEPEST:
            yield from _files_below(place / entry.name, depth + 1)


def _entries(place: Path) -> list[os.DirEntry[str]]:
    """Plain files and folders worth a look, sorted by name."""
    with os.scandir(place) as entries:
        return sorted((entry for entry in entries if _is_source_place(entry)), key=lambda entry: entry.name)


def _is_source_place(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return entry.name not in _BUILD_OUTPUTS
    return entry.is_file(follow_symlinks=False)


def _source_language(name: str, chosen: Language | None) -> Language | None:
    if chosen is None:
        return language_of_file(name)
    return chosen if name.endswith(chosen.extensions) else None


def _join(path: str, name: str) -> str:
    return f"{path.rstrip('/')}/{name}" if path != "/" else f"/{name}"


def _known_extensions() -> str:
    return " ".join(row.extensions[0] for row in all_languages().values())


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)

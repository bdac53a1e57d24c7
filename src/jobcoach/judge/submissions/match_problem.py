"""Which problem a submission is for, when the user did not say.

In this order: a comment ``jobcoach: problem=ID`` in the first lines, the problem
package whose ``submissions/`` holds the file, the file's stem, and the name of
a folder around it, the nearest first.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.judge.submissions.discover import STANDARD_INPUT, Found, is_package

_FIRST_LINES = 20
# Any comment style: "# ", "// ", "/* ", " * ", "-- ", "; ", "% ", "<!-- ", a docstring's quotes.
_HINT = re.compile(r"""^[\s#/*;%!<"'-]*jobcoach:\s*problem\s*=\s*["']?(?P<id>\w[\w.-]*)""")
# Further up, a folder's name speaks of the machine rather than of the problem.
_FOLDERS_LOOKED_AT = 3


def problem_hint(heads: Sequence[bytes]) -> str | None:
    """The ID in the first ``jobcoach: problem=ID`` comment, whatever the encoding."""
    for head in heads:
        text = head.decode("utf-8-sig", "replace")
        for line in text.splitlines()[:_FIRST_LINES]:
            if match := _HINT.match(line):
                return unicodedata.normalize("NFC", match["id"])
    return None


def match_problem(found: Found, heads: Sequence[bytes], known: Collection[str]) -> str:
    """The ID or package folder of the problem that ``found`` is for.

    ``known`` are the IDs that may be named, with ``two_sum`` and ``TwoSum``
    taken for ``two-sum``. Raises InputError if nothing names a problem, or a
    comment names one that is not known: it never names a folder, because a
    submission must not choose the package that it is judged by.
    """
    hint = problem_hint(heads)
    package = _package_around(found) if hint is None else None
    if package is not None:
        return str(package)
    names = [hint] if hint is not None else list(_names(found))
    by_letters = _by_letters(known)
    for name in names:
        if name in known:
            return name
        if (match := by_letters.get(_letters(name))) is not None:
            return match
    raise _unknown_hint(found, hint, known) if hint is not None else _unmatched(found, names, known)


def _package_around(found: Found) -> Path | None:
    if found.path == STANDARD_INPUT:
        return None
    for folder in (base := found.base.absolute(), *base.parents):
        if folder.name == "submissions" and is_package(folder.parent):
            return folder.parent
    return None


def _names(found: Found) -> Iterator[str]:
    if found.path == STANDARD_INPUT:
        return
    if len(found.files) == 1:
        yield unicodedata.normalize("NFC", found.files[0].stem)
    base = found.base.absolute()
    for folder in (base, *base.parents)[:_FOLDERS_LOOKED_AT]:
        if folder.name:
            yield unicodedata.normalize("NFC", folder.name)


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _by_letters(known: Collection[str]) -> dict[str, str]:
    """IDs by their letters and digits alone; what is ambiguous matches nothing."""
    found: dict[str, str | None] = {}
    for name in sorted(known):
        letters = _letters(name)
        found[letters] = None if letters in found else name
    return {letters: name for letters, name in found.items() if letters and name is not None}


def _unknown_hint(found: Found, hint: str, known: Collection[str]) -> InputError:
    close = get_close_matches(hint, known)
    return InputError(
        f"unknown problem {hint!r}, named by a comment in {found.path}",
        why=f"close names are {', '.join(close)}" if close else "",
        mend="'jobcoach problems list' shows the IDs",
    )


def _unmatched(found: Found, names: Sequence[str], known: Collection[str]) -> InputError:
    close = [match for name in names for match in get_close_matches(name, known, n=2, cutoff=0.7)]
    if found.path == STANDARD_INPUT:
        why = "standard input has no name that could tell"
    elif close:
        why = f"close names are {', '.join(dict.fromkeys(close))}"
    else:
        why = "neither a comment, the file's name nor a folder's name tells"
    return InputError(
        f"no problem is known for {found.path}",
        why=why,
        mend="add --problem ID; 'jobcoach problems list' shows the IDs",
    )

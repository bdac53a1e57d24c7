"""Ids of problems: the names of their folders."""

import re

from jobcoach.errors import InputError
from jobcoach.text import nfc, one_line

_NOT_IN_ID = re.compile(r"[^\w]+")


def problem_id_from(text: str) -> str:
    """A folder name out of any text: lower case, words joined by dashes.

    Raises:
        InputError: nothing in the text can be part of a name.
    """
    identifier = _NOT_IN_ID.sub("-", nfc(text).lower()).strip("-_")[:100]
    if not identifier:
        raise InputError(f"{one_line(text)!r} gives no id for the problem", mend="name it with --id NAME")
    return identifier

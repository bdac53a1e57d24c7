"""Text that a candidate typed, pasted or brings in a file: NFC, without what a terminal would obey."""

import re
import sys
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.text import nfc

_BYTES_MAX = 16 << 20  # answers and postings take some hundred KiB; this only bounds an endless pipe
_BINARY = re.compile("[\x00-\x08\x0e-\x1a]")

# C0 without tab and newline, DEL, C1: a binary paste. Surrogates: bytes that were no UTF-8.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]+")


def clean_input(text: str) -> str:
    """The text with line ends as ``\\n``; a run of bytes that were no text becomes one ``\\ufffd``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return nfc(_CONTROLS.sub("", _SURROGATES.sub("\ufffd", text)))


def source_name(source: str) -> str:
    """What a file that may be ``-`` is called in an error."""
    return "standard input" if source == "-" else source


def read_text(source: str) -> str:
    """The text of a file, ``-`` for standard input, in UTF-8, marked UTF-16 or CP949. Raises InputError."""
    name = source_name(source)
    content = _content(source, name)
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for codec in ("utf-16",) if marked else ("utf-8-sig", "cp949"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text
    raise InputError(f"cannot read {name}", why="it is no text", mend="save it as UTF-8")


def _content(source: str, name: str) -> bytes:
    try:
        if source == "-":
            content = sys.stdin.buffer.read(_BYTES_MAX + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(_BYTES_MAX + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else None
        raise InputError(f"cannot read {name}", why=reason or str(error)) from error
    if len(content) > _BYTES_MAX:
        raise InputError(f"cannot read {name}", why=f"it is larger than {_BYTES_MAX >> 20} MiB")
    return content

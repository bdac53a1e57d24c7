"""Bytes to text, for what is found in repositories: Unicode, or Korean Windows' code page."""

import codecs

_SNIFFED_BYTES = 8000
"""As git does: a NUL in the first 8,000 bytes means binary."""


def decode(data: bytes) -> tuple[str, str] | None:
    r"""The text, its line ends made ``\n``, and the encoding: "utf-8", "utf-8-sig", "utf-16" or "cp949".

    None if it is none of these: binary. UTF-16 is taken for such only with a
    byte order mark.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data, "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16")
    if b"\0" in data[:_SNIFFED_BYTES]:
        return None
    return _decoded(data, "utf-8") or _korean(data)


def _decoded(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _korean(data: bytes) -> tuple[str, str] | None:
    """As cp949, if what is beyond ASCII is mostly Hangul: random bytes pass for cp949 quite often."""
    found = _decoded(data, "cp949")
    if found is None:
        return None
    beyond = [char for char in found[0] if char > "\x7f"]
    hangul = sum("가" <= char <= "힣" for char in beyond)
    control = sum(char < " " and char not in "\n\t\f\x1b" for char in found[0])
    return found if hangul * 2 >= len(beyond) and control * 100 <= len(found[0]) else None

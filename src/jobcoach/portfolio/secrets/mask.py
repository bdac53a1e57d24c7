"""Texts without their secrets."""

import re
from collections.abc import Iterable

from jobcoach.portfolio.secrets.find import Secret, find_secrets

_SHOWN = re.compile(r"[^\r\n]")


def mask_secrets(text: str) -> str:
    """The text with every secret as ``*``: of the same length, with the same lines.

    Mask a whole file before taking a line from it: the middle of a private key
    is known as one only by what stands around it.
    """
    return mask(text, find_secrets(text))


def mask(text: str, secrets: Iterable[Secret]) -> str:
    """The text with these secrets as ``*``; they stand in order and apart, as they were found."""
    parts = []
    done = 0
    for secret in secrets:
        parts += [text[done : secret.start], _SHOWN.sub("*", text[secret.start : secret.end])]
        done = secret.end
    return "".join([*parts, text[done:]])

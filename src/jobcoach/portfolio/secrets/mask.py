"""Texts without their secrets."""

import re

from jobcoach.portfolio.secrets.find import find_secrets

_SHOWN = re.compile(r"[^\r\n]")


def mask_secrets(text: str) -> str:
    """The text with every secret as ``*``: of the same length, with the same lines.

    Mask a whole file before taking a line from it: the middle of a private key
    is known as one only by what stands around it.
    """
    parts = []
    done = 0
    for secret in find_secrets(text):
        parts += [text[done : secret.start], _SHOWN.sub("*", text[secret.start : secret.end])]
        done = secret.end
    return "".join([*parts, text[done:]])

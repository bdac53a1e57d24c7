"""What the default validator takes for a number.

The Kattis format's decimal grammar, and C's hexadecimal floats, which the
reference validator (``sscanf("%lf")``) reads too. Infinities and NaN are no
numbers: they are compared as text.
"""

import math
import re

_DECIMAL = re.compile(rb"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")
_HEXADECIMAL = re.compile(rb"[+-]?0[xX](?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?\Z")


def parse_float(token: bytes) -> float | None:
    """The finite value of ``token``, or None if it is not such a number."""
    if _DECIMAL.match(token):
        value = float(token)
    elif _HEXADECIMAL.match(token):
        try:
            value = float.fromhex(token.decode("ascii"))
        except OverflowError:
            return None
    else:
        return None
    return value if math.isfinite(value) else None

"""What a JSON web token says of itself (RFC 7519). No signature is looked at."""

import json
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Any

# Supabase gives browsers a key of this role; rows are guarded elsewhere.
_PUBLIC_ROLES = frozenset({"anon"})
_OF_DOCUMENTS = frozenset({"1234567890", "John Doe"})
_DAYS_LASTING_MIN = 180
_DAY_SECONDS = 86_400


def opens_something(token: str) -> bool:
    """Whether a token that was published is still a key: it lasts, is no example, and is not for everybody.

    One whose life cannot be read is taken to last.
    """
    claims = _claims(token)
    if claims.get("role") in _PUBLIC_ROLES or {claims.get("sub"), claims.get("name")} & _OF_DOCUMENTS:
        return False
    ends = claims.get("exp")
    begins = claims.get("iat", claims.get("nbf"))
    if not isinstance(ends, int | float):
        return True
    return isinstance(begins, int | float) and ends - begins >= _DAYS_LASTING_MIN * _DAY_SECONDS


def _claims(token: str) -> Mapping[str, Any]:
    parts = token.split(".")
    if len(parts) < 2:
        return {}
    try:
        found = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (NotBase64, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str | int | float)}

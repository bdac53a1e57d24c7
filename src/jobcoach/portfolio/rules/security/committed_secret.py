"""S01: a key, token or password in the repository."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.in_config import is_config
from jobcoach.portfolio.rules.json_web_token import opens_something
from jobcoach.portfolio.rules.rule import Confidence, FileRule, Hit
from jobcoach.portfolio.rules.security import env_file
from jobcoach.portfolio.secrets.find import Secret, find_secrets, looks_random
from jobcoach.portfolio.secrets.mask import mask

_CLASSES = frozenset({"source", "config", "doc", "notebook", "test"})
_LINE_CHARS_MAX = 5000
_QUOTE_CHARS_MAX = 200
# Other rules say more of these: a private key (S03), an .env file (S02), a signing key (S12).
_TOLD_ELSEWHERE = frozenset({"private-key", "signing-key-in-a-call"})
_SIGNING = re.compile(r"(?i)\bsecret_?key\b|jwt")
# These identify and do not authenticate, or are public where a browser uses them.
_HALF_PUBLIC = frozenset({"aws-access-key-id", "google-api-key", "kakao-key"})
_PUBLIC_BY_DESIGN = re.compile(
    r"(?i)firebase|com\.google\.android|client[-_]?id|google-services|javascript_?key|data-key|publishable|anon_?key"
)
_FOR_APPS = re.compile(
    r"(?i)(?:^|/)(?:google-?services?[^/]*\.(?:json|plist)|GoogleService[^/]*|AndroidManifest\.xml|Info\.plist)$"
)
# Replies that documents of an API show.
_SHOWN = re.compile(r"(?i)(?:^|/)dtos?/|dto\.\w+$|swagger|postman|openapi")
_REGEX = re.compile(r"\(\?|\[[aA0]-|\\[dwsDWS]")
_OF_TESTS = re.compile(r"(?i)[-_.]test\.\w+$")
_NAMED_BY_FORM = frozenset({"json-web-token", "password-in-url", "password-in-jdbc-url", "basic-or-bearer"})
_NAME = re.compile(r"([A-Za-z][\w.-]+)[\"'\]]*\s*(?::\s?\w+\s?)?(?::=|=>|[:=])\s*[\"'`]?$")
_NAME_CHARS_MAX = 100
_BEFORE_CHARS = 100
_FORM_MADE_UP = ("sk_test_",)
# A password that was hashed opens nothing by itself: MD5, SHA-1, SHA-256 and SHA-512 in hexadecimal digits.
_HASH = re.compile(r"(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})")
_PASSWORD = re.compile(r"(?i)passw|pwd")
_MAKES_NO_ACCUSATION = re.compile(
    r"(?i)public|sitekey|integrity|checksum|sha\d|fingerprint|etag|csrf|example|key_?id|hash|salt|format|pattern|regex"
)


def applies(info: FileInfo) -> bool:
    """Whatever people write; ``.env`` files have a rule of their own, but not their examples."""
    return info.file_class in _CLASSES and not env_file.applies(info)


def check(source: SourceText) -> Iterator[Hit]:
    """One hit a line, all secrets masked in its quote."""
    view = code_view(source)
    told: set[int] = set()
    secrets = find_secrets(view.text)
    masked = mask(view.text, secrets).split("\n") if secrets else []
    for secret in secrets:
        line = view.line_at(secret.start)
        confidence = _confidence(source, source.lines[line - 1], secret, view.text)
        if confidence is not None and line not in told:
            told.add(line)
            quote = masked[line - 1].strip()[:_QUOTE_CHARS_MAX]
            kind = _shown_kind(secret, source.lines[line - 1][: secret.start - view.line_offset(line)])
            yield Hit(line, line, {"kind": kind}, confidence, quote)


def _shown_kind(secret: Secret, before: str) -> str:
    """What a reader knows the secret by: its own name in the code, or whose key it is."""
    if secret.kind in _NAMED_BY_FORM or (name := _NAME.search(before[-_NAME_CHARS_MAX:])) is None:
        return secret.kind.replace("-", " ")
    return name[1]


def _confidence(source: SourceText, line: str, secret: Secret, text: str) -> Confidence | None:
    value = text[secret.start : secret.end]
    before = text[max(0, secret.start - _BEFORE_CHARS) : secret.start]
    if len(line) > _LINE_CHARS_MAX or _opens_nothing(secret, value, line, before, source.path):
        return None
    confidence = secret.confidence
    if secret.kind == "assigned-in-a-line" and is_config(source.path) and looks_random(value):
        confidence = "medium"
    if confidence == "low":
        return None
    if _is_example(source.path):
        return "low"
    if source.info.file_class in ("test", "doc") or is_aside(source.path) or _OF_TESTS.search(source.path):
        return None if _is_assigned(secret) or confidence == "medium" else "low"
    if secret.kind in _HALF_PUBLIC:
        public = _PUBLIC_BY_DESIGN.search(text) or _FOR_APPS.search(source.path)
        return "low" if public else "medium"
    return confidence


def _opens_nothing(secret: Secret, value: str, line: str, before: str, path: str) -> bool:
    """Whether it is no key after all, or one that another rule tells of."""
    if secret.kind in _TOLD_ELSEWHERE or value.startswith(_FORM_MADE_UP):
        return True
    if secret.kind == "json-web-token":
        return "example" in before.lower() or not opens_something(value)
    if _REGEX.search(value) or (_SHOWN.search(path) and secret.confidence != "high"):
        return True
    if not _is_assigned(secret):
        return False
    if _is_example(path):
        return True
    if _SIGNING.search(line) or _MAKES_NO_ACCUSATION.search(line):
        return True
    return not is_config(path) and bool(_PASSWORD.search(line) and _HASH.fullmatch(value))


def _is_example(path: str) -> bool:
    return PurePosixPath(path).name.startswith(".env")


def _is_assigned(secret: Secret) -> bool:
    return secret.kind.startswith("assigned")


RULE = FileRule("S01", "security", "high", "high", applies, check)

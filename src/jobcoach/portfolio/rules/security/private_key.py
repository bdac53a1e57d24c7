"""S03: a private key as text."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import code_view
from jobcoach.portfolio.rules.in_code import is_aside
from jobcoach.portfolio.rules.rule import FileRule, Hit
from jobcoach.portfolio.secrets.find import find_secrets

_CLASSES = frozenset({"source", "config", "doc", "data", "test"})
_BASE64_CHARS_MIN = 100


def applies(info: FileInfo) -> bool:
    """Whatever people write or copy."""
    return info.file_class in _CLASSES


def check(source: SourceText) -> Iterator[Hit]:
    """Each key; in tests and examples it may be made for them."""
    if "PRIVATE KEY" not in source.text:
        return
    view = code_view(source)
    for secret in find_secrets(view.text):
        body = sum(map(str.isalnum, view.text[secret.start : secret.end]))
        if secret.kind == "private-key" and body >= _BASE64_CHARS_MIN:
            line = view.line_at(secret.start - 1)
            aside = source.info.file_class in ("test", "doc") or is_aside(source.path)
            yield Hit(
                line, line, confidence="low" if aside else "high", quote="-----BEGIN … PRIVATE KEY-----"
            )


RULE = FileRule("S03", "security", "high", "high", applies, check)

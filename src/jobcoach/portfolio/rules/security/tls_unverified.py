"""S13: certificates are not checked."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.in_code import JVM, is_product, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS = per_language(
    (
        ("Python",),
        r"\b(?:(?:requests|httpx|session|client)\.\w+|\w+\.(?:get|post|put|patch|delete|request))\([^()]{0,400}(?:\([^()]{0,200}\)[^()]{0,200}){0,3}\b(?P<verify>verify)\s*=\s*False\b"
        r"|\bssl\.(?P<context>_create_unverified_context)\b|\bssl\.(?P<none>CERT_NONE)\b",
    ),
    (
        ("JavaScript", "TypeScript"),
        r"\b(?P<reject>rejectUnauthorized)\s*:\s*false\b|\b(?P<env>NODE_TLS_REJECT_UNAUTHORIZED)\b[^\n]{0,10}=\s*[\"']?0",
    ),
    (("Go",), r"\b(?P<skip>InsecureSkipVerify)\s*:\s*true\b"),
    (
        JVM,
        r"\b(?P<noop>NoopHostnameVerifier|TrustAllStrategy|ALLOW_ALL_HOSTNAME_VERIFIER|InsecureTrustManagerFactory)\b(?!;)"
        r"|\bvoid (?P<trust>checkServerTrusted)\([^()]{0,200}\)(?:\s*throws \w+)?\s*\{\s*\}",
    ),
)  # fmt: skip
_NEAR = (
    "verify",
    "Verify",
    "ssl.",
    "rejectUnauthorized",
    "NODE_TLS",
    "TrustAll",
    "checkServerTrusted",
    "HOSTNAME_VERIFIER",
    "InsecureTrust",
)


def applies(info: FileInfo) -> bool:
    """Languages whose clients are in the table."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Each place where the check is switched off."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        name = next(name for name, value in match.groupdict().items() if value)
        line = view.line_at(match.start(name))
        yield Hit(line, line, {"setting": match[name]})


RULE = FileRule("S13", "security", "medium", "high", applies, check)

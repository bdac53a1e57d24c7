"""S08: access rules that let everybody in."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.code_view import CodeView
from jobcoach.portfolio.rules.in_code import JVM, compiled, is_product, matches, per_language
from jobcoach.portfolio.rules.rule import FileRule, Hit

_PATTERNS = per_language(
    (
        JVM,
        r"\banyRequest\(\)\s*\.?\s*(?P<open>permitAll)\b|\bauthorize\(anyRequest,\s*(?P<dsl>permitAll)\b"
        r"|\bcsrf\(\)\s*\.\s*(?P<csrf>disable)\(|\bcsrf\((?:\w+\s*->\s*\w+\s*\.\s*disable\(\)|\w+::disable)",
    ),
    (("Python",), r"^[ \t]*@(?P<exempt>csrf_exempt)\b"),
)
_SESSIONS = r"\bformLogin\b|\brememberMe\b"
_STATELESS = r"\bSTATELESS\b|\boauth2ResourceServer\b|[jJ]wt"
_NEAR = ("permitAll", "csrf")


def applies(info: FileInfo) -> bool:
    """Spring Security and Django."""
    return info.language in _PATTERNS and is_product(info)


def check(source: SourceText) -> Iterator[Hit]:
    """Everything permitted, or protection against CSRF off where a session's cookie signs people in."""
    for view, match in matches(source, _PATTERNS, _NEAR):
        groups = match.groupdict()
        line = view.line_at(match.start())
        if groups.get("open") or groups.get("dsl"):
            yield Hit(line, view.line_at(match.end()), {"setting": "anyRequest().permitAll()"})
        elif groups.get("exempt"):
            yield Hit(line, line, {"setting": "@csrf_exempt"}, confidence="medium")
        elif _needs_csrf(view):
            yield Hit(line, view.line_at(match.end()), {"setting": "csrf().disable()"}, confidence="medium")


def _needs_csrf(view: CodeView) -> bool:
    return bool(compiled(_SESSIONS).search(view.code)) and not compiled(_STATELESS).search(view.code)


RULE = FileRule("S08", "security", "medium", "medium", applies, check)

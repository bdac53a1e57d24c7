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
_OFF = r"(?:\(\)\s*\.|\(\w+\s*->\s*\w+\s*\.|\(\w+::|\{\s*(?:it\.)?)\s*disable"
_SESSIONS = rf"\bformLogin\b(?!\s*{_OFF})|\brememberMe\b"
_STATELESS = r"\bSTATELESS\b|\boauth2ResourceServer\b|[jJ]wt"
# Who says which paths are closed leaves the rest open on purpose.
_RULES = ("authorizeRequests", "authorizeHttpRequests", "authorizeExchange")
_CLOSED = r"\b(?:authenticated|has(?:Any)?(?:Role|Authority)|denyAll|access)\b"
_CHAIN_CHARS = 4000
# What other servers call has no form and no session.
_CALLED_BY_SERVERS = (
    r"\s{0,40}(?:@[^\n]{0,200}\s{1,40}){0,3}(?:async )?(?:def|class) \w{0,60}(?i:webhook|callback|notif|ipn)"
)
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
            if _closes_paths(view, match.start()):
                continue
            yield Hit(line, view.line_at(match.end()), {"setting": "anyRequest().permitAll()"})
        elif groups.get("exempt"):
            if compiled(_CALLED_BY_SERVERS).match(view.code, match.end()):
                continue
            yield Hit(line, line, {"setting": "@csrf_exempt"})
        elif _needs_csrf(view):
            yield Hit(line, view.line_at(match.end()), {"setting": "csrf().disable()"})


def _needs_csrf(view: CodeView) -> bool:
    return bool(compiled(_SESSIONS).search(view.code)) and not compiled(_STATELESS).search(view.code)


def _closes_paths(view: CodeView, offset: int) -> bool:
    """Whether the rules before this one ask for a login or a role somewhere."""
    before = view.code[max(0, offset - _CHAIN_CHARS) : offset]
    start = max(before.rfind(word) for word in _RULES)
    return start >= 0 and compiled(_CLOSED).search(before, start) is not None


# Read by hand in 5 sets of repositories: of 9 places 4 were open, 5 were guarded elsewhere or might be.
RULE = FileRule("S08", "security", "medium", "low", applies, check)

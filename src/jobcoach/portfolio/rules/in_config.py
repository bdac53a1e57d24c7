"""Files of settings, and lines that are shown without their secrets."""

import re

_CONFIG = re.compile(
    r"(?i)\.(?:ya?ml|properties|toml|ini|cfg|conf|env|json|tfvars|xml)$|(?:^|/)(?:Dockerfile|\.env)[^/]*$"
)
_FOR_DEVELOPMENT = re.compile(
    r"(?i)(?:^|[/_.-])(?:dev|develop|development|local|test|tests|testing|ci|example|sample|template|dist|h2|feature)(?:[/_.-]|$)"
)
# Spring's settings for some profiles only: a document of its own in the file.
_DOCUMENT_END = re.compile(r"^#?---[ \t]*$", re.MULTILINE)
_PROFILES = re.compile(
    r"^[ \t]*(?:[\w.]{1,60}\.)?(?:on-profile|profiles)[ \t]*[:=][ \t]*[\"']?([\w\-, &|]{1,100})", re.MULTILINE
)
_QUOTE_CHARS_MAX = 200


def is_config(path: str) -> bool:
    """Whether ``name = value`` without quotes is an assignment of a literal there."""
    return _CONFIG.search(path) is not None


def is_for_development(path: str) -> bool:
    """Whether a file's name says that it is for development, tests or as an example."""
    return _FOR_DEVELOPMENT.search(path) is not None


def is_of_a_development_profile(text: str, offset: int) -> bool:
    """Whether the document around an offset of Spring's settings is for such profiles alone."""
    start = max((end.end() for end in _DOCUMENT_END.finditer(text, 0, offset)), default=0)
    following = _DOCUMENT_END.search(text, offset)
    profiles = _PROFILES.search(text, start, following.start() if following else len(text))
    names = re.findall(r"[\w-]+", profiles[1]) if profiles else []
    return bool(names) and all(map(is_for_development, names))


def masked_line(line: str, start: int, end: int) -> str:
    """The line with ``line[start:end]`` as ``*``, cut to a length that can be shown."""
    end = min(end, len(line))
    masked = line[:start] + "*" * max(0, end - start) + line[end:]
    return masked.strip()[:_QUOTE_CHARS_MAX]

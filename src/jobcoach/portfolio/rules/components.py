"""Components of user interfaces, told by their names."""

from jobcoach.portfolio.rules.in_code import JAVASCRIPT

_LANGUAGES = frozenset({*JAVASCRIPT, "Dart"})


def is_component(name: str, language: str) -> bool:
    """Whether a function is one of React's components: these begin with a capital letter."""
    return language in _LANGUAGES and name[:1].isupper()

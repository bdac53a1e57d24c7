"""Components of user interfaces, told by their names."""

import re

from jobcoach.portfolio.rules.in_code import JAVASCRIPT

_LANGUAGES = frozenset({*JAVASCRIPT, "Kotlin"})
# The methods that hold all of a component of React's classes and of Vue.
_OF_COMPONENTS = frozenset({"render", "setup"})
_BUILD = re.compile(r"_?build(?![a-z])|.*[wW]idget")


def is_component(name: str, language: str) -> bool:
    """Whether a function is a component of React or Compose, by its capital letter, or a widget's build."""
    if language == "Dart":
        return _BUILD.match(name) is not None
    return language in _LANGUAGES and (name[:1].isupper() or name in _OF_COMPONENTS)

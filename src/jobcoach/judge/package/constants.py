"""``constants`` of format 2025-09: values that a package's files name as ``{{name}}``.

They are filled in where the format says so: in statements, validators, included
files, reference submissions and ``test_group.yaml``. What is not defined stays.
https://www.kattis.com/problem-package-format/spec/2025-09.html#constants
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_PLACE = r"\{([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)?)\}"
_SEQUENCE = re.compile(rf"\{{{_PLACE}\}}".encode())
_LATEX_COMMAND = re.compile(rf"\\constant{_PLACE}".encode())


@dataclass(frozen=True, slots=True)
class Constants:
    """``values`` by ``name`` and by ``name.variant``."""

    values: Mapping[str, str] = field(default_factory=dict)

    def fill_in(self, content: bytes) -> bytes:
        """``content`` with the values in their places."""
        return self._filled(_SEQUENCE, content)

    def fill_in_latex(self, content: bytes) -> bytes:
        """The same for LaTeX, where ``\\constant{name}`` is another way to name one."""
        return self._filled(_LATEX_COMMAND, self._filled(_SEQUENCE, content))

    def _filled(self, place: re.Pattern[bytes], content: bytes) -> bytes:
        def value_of(match: re.Match[bytes]) -> bytes:
            value = self.values.get(match[1].decode("ascii"))
            return match[0] if value is None else value.encode("utf-8", "replace")

        return place.sub(value_of, content) if self.values else content


NO_CONSTANTS = Constants()

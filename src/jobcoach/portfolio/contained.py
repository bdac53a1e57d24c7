"""A rule that fails costs its own findings alone: it is told of, and the others go on."""

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jobcoach.portfolio.inventory.file_info import FileInfo, SourceText
from jobcoach.portfolio.rules.rule import FileRule, Hit

_ERROR, _TRACE = "!error", "!trace"
_TRACE_CHARACTERS_MAX = 4_000


@dataclass(frozen=True, slots=True)
class FailedRule:
    """A rule that raised ``error`` (a class), in so many ``files``; 0 if it looks at the whole repository.

    ``trace``: where it was, without what the error says, which may quote the repository.
    """

    rule: str
    error: str
    files: int
    trace: str


class FailedRules:
    """Takes note of rules that fail, each once by its first error."""

    def __init__(self) -> None:
        self._failed: dict[str, FailedRule] = {}

    def add(self, rule_id: str, error: Exception) -> None:
        """A rule that looks at the whole repository failed."""
        self._failed.setdefault(rule_id, FailedRule(rule_id, type(error).__name__, 0, _trace(error)))

    def add_file(self, rule_id: str, hit: Hit) -> None:
        """A file rule failed in one file; ``hit`` is what :func:`contained` made of it."""
        first = FailedRule(rule_id, hit.details[_ERROR], 0, hit.details.get(_TRACE, ""))
        known = self._failed.get(rule_id, first)
        self._failed[rule_id] = replace(known, files=known.files + 1)

    def all(self) -> tuple[FailedRule, ...]:
        """All of them, by the rule's id."""
        return tuple(self._failed[rule_id] for rule_id in sorted(self._failed))


def contained(rule: FileRule) -> FileRule:
    """The rule, with a mark among its hits where it fails: cached and sent between processes as they are."""
    guarded = _Contained(rule)
    return replace(rule, applies=guarded.applies, check=guarded.check)


def is_failure(hit: Hit) -> bool:
    """Whether a hit is the mark of a rule that failed."""
    return _ERROR in hit.details


@dataclass(frozen=True, slots=True)
class _Contained:
    rule: FileRule

    def applies(self, info: FileInfo) -> bool:
        try:
            return self.rule.applies(info)
        except Exception:  # noqa: BLE001 (as below, where it fails again and is told)
            return True

    def check(self, source: SourceText) -> Iterator[Hit]:
        try:
            if self.rule.applies(source.info):
                yield from self.rule.check(source)
        except Exception as error:  # noqa: BLE001 (whatever a rule may raise)
            yield Hit(1, 1, {_ERROR: type(error).__name__, _TRACE: _trace(error)})


def _trace(error: Exception) -> str:
    return "".join(traceback.format_tb(error.__traceback__))[-_TRACE_CHARACTERS_MAX:]

"""The options of ``jobcoach review``, as given, and what they come to."""

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jobcoach.cli.model import ModelFlags
from jobcoach.cli.report_file import check_writable
from jobcoach.errors import InputError

if TYPE_CHECKING:
    from jobcoach.portfolio.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class ReviewFiles:
    """Where the reports go; None for one that was not asked for."""

    markdown: Path | None = None
    html: Path | None = None
    sarif: Path | None = None

    def check(self) -> None:
        """Raise InputError if a file could not be written later, or two reports were to share one."""
        wanted = [path for path in (self.markdown, self.html, self.sarif) if path is not None]
        for path in wanted:
            check_writable(path)
        if len(set(wanted)) < len(wanted):
            raise InputError("two reports were to be written to the same file", mend="name another file")


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """One repository, and what is wanted of it."""

    location: str
    ref: str | None = None
    author: str | None = None
    worktree: bool = False
    offline: bool = False
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_under: float | None = None
    files: ReviewFiles = field(default_factory=ReviewFiles)
    flags: ModelFlags = field(default_factory=ModelFlags)

    def check(self) -> None:
        """Raise InputError for options that exclude each other or cannot be used."""
        self.flags.caching()
        self.files.check()
        if self.offline and self.flags.model is not None:
            raise InputError("--offline and --model exclude each other", mend="leave one of them out")
        if self.fail_under is not None and math.isnan(
            self.fail_under
        ):  # nothing is less than it: all would pass
            raise InputError("--fail-under is not valid", why="it must be a number from 0 to 100")

    def rules(self) -> "tuple[Rule, ...]":
        """The rules to look for. Raises InputError for an unknown one, and if none is left."""
        from jobcoach.portfolio.rules.registry import all_rules, find_rule

        only = {find_rule(name).id for name in self.only}
        ignored = {find_rule(name).id for name in self.ignore}
        wanted = (rule for rule in all_rules() if not only or rule.id in only)
        rules = tuple(rule for rule in wanted if rule.id not in ignored)
        if not rules:
            raise InputError("--only and --ignore leave no rule", mend="to see all: jobcoach review rules")
        return rules

"""What is wrong with a package: each fault with its file and line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jobcoach.errors import InputError
from jobcoach.text import one_line

_TOLD_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. ``path`` is relative to the package, ``line`` counts from 1."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" if place else self.message


class PackageError(InputError):
    """A problem package cannot be used; ``problems`` are all the faults found."""

    def __init__(self, package: str, problems: Sequence[Diagnostic]) -> None:
        told = [str(problem) for problem in problems[:_TOLD_AT_ONCE]]
        if len(problems) > _TOLD_AT_ONCE:
            told.append(f"and {len(problems) - _TOLD_AT_ONCE} more")
        super().__init__(
            f"The problem package {package} cannot be used",
            why="; ".join(told),
            mend="mend the files named here and try again",
        )
        self.package = package
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type["PackageError"], tuple[str, tuple[Diagnostic, ...]]]:
        return PackageError, (self.package, self.problems)


@dataclass(slots=True)
class Findings:
    """Collects faults while a package is read, so that all are told at once."""

    root: Path
    errors: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)

    def error(self, path: Path | str, line: int | None, message: str) -> None:
        """Note a fault that makes the package unusable."""
        self.errors.append(Diagnostic(self._relative(path), line, message))

    def warn(self, path: Path | str, line: int | None, message: str) -> None:
        """Note an oddity that judging can live with."""
        self.warnings.append(Diagnostic(self._relative(path), line, message))

    def raise_errors(self) -> None:
        """Raise a ``PackageError`` if there was any error."""
        if self.errors:
            raise PackageError(str(self.root), self.errors)

    def _relative(self, path: Path | str) -> str:
        path = Path(path)
        shown = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return one_line(str(shown))

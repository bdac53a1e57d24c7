"""Command-line flags of the default validator, read into rules."""

from collections.abc import Sequence
from functools import lru_cache

from jobcoach.judge.checkers.floats import parse_float
from jobcoach.judge.package.model import TokenRules


def parse_token_rules(flags: Sequence[str]) -> TokenRules:
    """Rules from flags such as ``("case_sensitive", "float_tolerance", "1e-6")``.

    A flag given twice counts with its last value, as in the reference
    validator, so that a group's flags override the problem's.

    Raises:
        ValueError: a flag is unknown or lacks its tolerance.
    """
    return _parse(tuple(flags))


@lru_cache(maxsize=256)  # every test of a problem asks for the same few rules
def _parse(flags: tuple[str, ...]) -> TokenRules:
    case_sensitive = space_change_sensitive = False
    absolute: float | None = None
    relative: float | None = None
    words = iter(flags)
    for flag in words:
        match flag:
            case "case_sensitive":
                case_sensitive = True
            case "space_change_sensitive":
                space_change_sensitive = True
            case "float_absolute_tolerance":
                absolute = _tolerance(flag, next(words, ""))
            case "float_relative_tolerance":
                relative = _tolerance(flag, next(words, ""))
            case "float_tolerance":
                absolute = relative = _tolerance(flag, next(words, ""))
            case _:
                raise ValueError(f"the default validator knows no flag {flag!r}")
    return TokenRules(case_sensitive, space_change_sensitive, absolute, relative)


def _tolerance(flag: str, word: str) -> float:
    value = parse_float(word.encode())
    if value is None or value < 0:
        raise ValueError(f"{flag} needs a number of 0 or more, not {word!r}")
    return value

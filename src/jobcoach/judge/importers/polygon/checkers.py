"""testlib's standard checkers, told in flags of the default validator."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandardChecker:
    """``flags`` for the default validator; ``differs`` says where it is not quite the same."""

    flags: tuple[str, ...]
    differs: str = ""


_EXACT_TOKENS = ("case_sensitive",)
_LINES = "lines are compared as tokens: where a line ends does not matter here"
_INTEGERS = "numbers are compared as they are written: 007 is not 7 here"
_CASES = 'the words "Case #1:" are compared like all others'

# Of testlib.h, folder checkers/. Those without an entry (uncmp, pointscmp) have
# no counterpart.
STANDARD_CHECKERS = {
    "wcmp": StandardChecker(_EXACT_TOKENS),
    "yesno": StandardChecker(()),
    "nyesno": StandardChecker(()),
    "fcmp": StandardChecker(_EXACT_TOKENS, "white space is not compared here"),
    "lcmp": StandardChecker(_EXACT_TOKENS, _LINES),
    "hcmp": StandardChecker(_EXACT_TOKENS, _INTEGERS),
    "icmp": StandardChecker(_EXACT_TOKENS, _INTEGERS),
    "ncmp": StandardChecker(_EXACT_TOKENS, _INTEGERS),
    "casewcmp": StandardChecker(_EXACT_TOKENS, _CASES),
    "casencmp": StandardChecker(_EXACT_TOKENS, _CASES),
    "caseicmp": StandardChecker(_EXACT_TOKENS, _CASES),
    "acmp": StandardChecker(("float_absolute_tolerance", "1.5e-6")),
    "dcmp": StandardChecker(("float_tolerance", "1e-6")),
    "rcmp": StandardChecker(("float_absolute_tolerance", "1.5e-6")),
    "rncmp": StandardChecker(("float_absolute_tolerance", "1.5e-5")),
    "rcmp4": StandardChecker(("float_tolerance", "1e-4")),
    "rcmp6": StandardChecker(("float_tolerance", "1e-6")),
    "rcmp9": StandardChecker(("float_tolerance", "1e-9")),
}


def standard_checker(name: str) -> StandardChecker | None:
    """The counterpart of ``std::wcmp.cpp``; None for any other checker."""
    if not name.startswith("std::"):
        return None
    return STANDARD_CHECKERS.get(name.removeprefix("std::").removesuffix(".cpp"))

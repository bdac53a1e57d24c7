from rule_cases import facts_of

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.fingerprints import fingerprints


def _lines(prefix: str, count: int) -> list[str]:
    return [f"    total_{prefix}_{number} = compute(values[{number}])" for number in range(count)]


def _marks(lines: list[str]) -> dict[int, tuple[int, int]]:
    return {mark: (start, end) for mark, start, end in facts_of("src/a.py", "\n".join(lines)).fingerprints}


def test_a_shared_run_of_thirteen_lines_shares_a_mark():
    shared = _lines("shared", 13)
    for before in range(12):
        one = _marks([*_lines("a", 5 + before), *shared, *_lines("b", 9)])
        other = _marks([*_lines("c", 11), *shared, *_lines("d", 30)])
        common = set(one) & set(other)

        assert common
        for mark in common:
            assert 5 + before < one[mark][0] <= one[mark][1] <= 5 + before + 13


def test_comments_space_and_imports_say_nothing():
    lines = _lines("x", 20)
    spread = ["import os", "", *(f"  {line}   # {n}" for n, line in enumerate(lines)), "from a import b"]

    assert set(_marks(lines)) == set(_marks(spread))


def test_few_or_equal_lines_have_no_marks():
    assert _marks(_lines("x", 9)) == {}
    assert _marks(["    same(1)"] * 50) == {}


def test_lone_surrogates_pass():
    lines = tuple(f"x{number} = '\ud800'" for number in range(20))
    info = facts_of("src/a.py", "x").info

    assert fingerprints(SourceText(info, lines, "utf-8"))

"""A rule of ours that fails is told of; what the others found stands."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.fact_cache import FactFile, NoFactCache
from jobcoach.portfolio.pipeline import Reviewed, ReviewRequest, review_repository
from jobcoach.portfolio.rules.registry import all_rules
from jobcoach.portfolio.rules.rule import FileRule, Rule
from jobcoach.portfolio.stages import Stages

SECRET = "hunter2-secret"
FILES = {
    "README.md": "# shop\n\nSells things.\n",
    "a.py": "def f(x=[]):\n    try:\n        print(eval(x))\n    except Exception:\n        pass\n",
    "b.py": "def g():\n    return 1\n",
}


def fail(_seen: object) -> list[object]:
    raise KeyError(SECRET)


def fail_midway(source: object) -> object:
    yield from ()
    fail(source)


def rules_with(failing: Rule) -> tuple[Rule, ...]:
    return tuple(failing if rule.id == failing.id else rule for rule in all_rules())


def reviewed(rules: tuple[Rule, ...], cache: object = None) -> Reviewed:
    request = ReviewRequest(rules, "en", None, datetime(2026, 1, 1, tzinfo=UTC))
    return review_repository(MemorySnapshot(FILES), request, cache or NoFactCache(), Stages())


def rule_that_finds(kind: type) -> Rule:
    found = {finding.rule for finding in reviewed(all_rules()).review.findings}
    return next(rule for rule in all_rules() if rule.id in found and isinstance(rule, kind))


@pytest.mark.parametrize(("part", "failure"), [("check", fail), ("check", fail_midway), ("applies", fail)])
def test_a_file_rule_that_fails_is_told_of_and_the_rest_stands(part: str, failure: object) -> None:
    rule = rule_that_finds(FileRule)
    plain = reviewed(all_rules()).review
    result = reviewed(rules_with(replace(rule, **{part: failure})))
    [told] = result.review.coverage.rules_failed
    assert (told.rule, told.error) == (rule.id, "KeyError")
    assert told.files >= 1
    assert result.review.findings == tuple(each for each in plain.findings if each.rule != rule.id)
    assert "test_failing_rules.py" in result.known.failed_rules[0].trace


def test_a_rule_for_the_repository_that_fails_is_told_of() -> None:
    rule = next(rule for rule in all_rules() if not isinstance(rule, FileRule))
    result = reviewed(rules_with(replace(rule, check=fail_midway)))
    [told] = result.review.coverage.rules_failed
    assert (told.rule, told.error, told.files) == (rule.id, "KeyError", 0)
    assert {finding.rule for finding in result.review.findings} >= {rule_that_finds(FileRule).id}


def test_it_is_known_again_from_the_cache_and_keeps_nothing_of_the_repository(tmp_path: Path) -> None:
    rule = rule_that_finds(FileRule)
    rules = rules_with(replace(rule, check=fail))
    first, second = (reviewed(rules, FactFile(tmp_path, "x")).review for _ in range(2))
    assert first.coverage.rules_failed == second.coverage.rules_failed != ()
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())

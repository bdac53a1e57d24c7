"""What cannot be judged gets no score."""

from datetime import UTC, datetime

import pytest
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.facts.fact_cache import NoFactCache
from jobcoach.portfolio.pipeline import ReviewRequest, review_repository
from jobcoach.portfolio.review import Review
from jobcoach.portfolio.rules.registry import all_rules
from jobcoach.portfolio.stages import Stages

PYTHON = "import os\n\n\ndef f():\n    return os.getcwd()\n"


def reviewed(files: dict[str, str | bytes], only: str = "") -> Review:
    rules = tuple(rule for rule in all_rules() if rule.id.startswith(only))
    request = ReviewRequest(rules, "en", None, datetime(2026, 1, 1, tzinfo=UTC))
    return review_repository(MemorySnapshot(files), request, NoFactCache(), Stages()).review


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"a.png": b"\x89PNG\0"}, "no_text"),
        ({"README.md": "# Notes\n\nMine.\n"}, "no_code"),
        ({"README.md": "# Notes\n", "compose.yml": "services: {}\n"}, "no_code"),
        ({"README.md": "# x\n", "Main.hs": "main = print 1\n"}, "language_unknown"),
        ({"a.hs": "f = 1\n" * 2000, "tool.py": PYTHON}, "language_unknown"),
    ],
)
def test_without_code_to_judge_there_is_no_score(files: dict[str, str | bytes], reason: str) -> None:
    review = reviewed(files)
    assert review.score is None
    code = review.scores["code"]
    assert (code.score, code.parts, code.weight, code.unscored) == (None, (), 0, reason)
    weights = [each.weight for each in review.scores.values()]
    assert sum(weights) == pytest.approx(1) or set(weights) == {0}


@pytest.mark.parametrize(
    "files",
    [
        {"main.py": "print(1)\n"},
        {"a.hs": "f = 1\n" * 200, "tool.py": PYTHON * 30},
        {"a.rb": "require 'set'\nputs 1\n"},
    ],
)
def test_code_that_the_rules_know_has_a_score_without_the_history_that_is_missing(
    files: dict[str, str | bytes],
) -> None:
    review = reviewed(files)
    assert review.score is not None
    assert review.scores["history"].unscored == "no_history"
    scored = [each for each in review.scores.values() if each.score is not None]
    assert sum(each.weight for each in scored) == pytest.approx(1)
    total = sum((each.score or 0) * each.weight for each in scored)
    assert review.score == pytest.approx(total, abs=0.051)


def test_only_what_was_looked_for_is_scored() -> None:
    review = reviewed({"main.py": PYTHON}, only="S")
    assert review.score == review.scores["security"].score == 100
    assert {each.unscored for name, each in review.scores.items() if name != "security"} >= {"not_looked_for"}
    assert reviewed({"main.py": PYTHON}, only="H").score is None


def test_a_small_program_is_scored_for_what_is_there_alone() -> None:
    small = reviewed({"main.py": "print(1)\n" * 140})
    assert small.score is not None
    judged = {name for name, each in small.scores.items() if each.score is not None}
    assert judged == {"readme", "code", "security"}
    assert small.scores["tests"].unscored == "too_little"

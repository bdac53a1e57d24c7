"""The score is a sum that a reader can do again."""

import random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.rules.rule import Category, Confidence, Severity
from jobcoach.portfolio.score import CONFIDENCE_FACTORS, SEVERITY_POINTS, WEIGHTS, score_of


def finding(
    rule: str, category: Category, severity: Severity = "high", confidence: Confidence = "high"
) -> Finding:
    return Finding(
        rule=rule,
        category=category,
        severity=severity,
        confidence=confidence,
        title="t",
        advice="a",
        evidence=(),
    )


findings = st.lists(
    st.builds(
        finding,
        st.sampled_from(["A1", "A2", "A3", "A4", "A5", "A6", "A7", "model"]),
        st.sampled_from(get_args(Category)),
        st.sampled_from(get_args(Severity)),
        st.sampled_from(get_args(Confidence)),
    )
)


def test_every_category_has_a_weight_and_they_add_up_to_one() -> None:
    assert set(WEIGHTS) == set(get_args(Category))
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert set(SEVERITY_POINTS) == set(get_args(Severity))
    assert set(CONFIDENCE_FACTORS) == set(get_args(Confidence))


def test_nothing_found_is_full_marks_whatever_the_size() -> None:
    assert score_of([]).total == 100


def test_a_rule_counts_once_by_its_gravest_finding() -> None:
    score = score_of(
        [
            finding("C01", "code", "medium", "low"),
            finding("C01", "code", "medium", "high"),
            finding("C02", "code", "low", "medium"),
        ]
    )
    code = score.categories["code"]
    assert [(part.rule, part.points) for part in code.parts] == [("C01", 15.0), ("C02", 3.0)]
    assert code.score == 82
    assert score.total == pytest.approx(100 - 18 * WEIGHTS["code"], abs=0.05)


def test_a_model_moves_no_score() -> None:
    assert score_of([finding("model", "code")]) == score_of([])


@given(findings, st.randoms(use_true_random=False))
def test_a_category_is_100_less_its_parts_in_any_order(found: list[Finding], chance: random.Random) -> None:
    score = score_of(found)
    for each in score.categories.values():
        assert each.score == pytest.approx(max(0.0, 100 - sum(part.points for part in each.parts)))
    assert score.total == pytest.approx(
        sum(each.score * each.weight for each in score.categories.values()), abs=0.051
    )
    assert 0 <= score.total <= 100
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert score_of(shuffled) == score


@given(findings, st.builds(finding, st.just("Z1"), st.sampled_from(get_args(Category))))
def test_one_more_finding_never_helps(found: list[Finding], more: Finding) -> None:
    assert score_of([*found, more]).total <= score_of(found).total

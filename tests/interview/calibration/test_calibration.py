"""What a calibration finds of graders whose worth is known, and of the offline grader on real data."""

import threading
import time
from pathlib import Path

import pytest

from jobcoach.interview.calibration.baseline import compare
from jobcoach.interview.calibration.calibration import CaseResult, agreement, repeatability
from jobcoach.interview.calibration.gold import Gold, GoldAnswer, read_gold
from jobcoach.interview.calibration.scoring import score_all
from jobcoach.interview.grading.grade import Grade, PointSeen
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import Rubric

MOHLER = Path(__file__).resolve().parents[4] / "shared" / "data" / "mohler.csv"


def gold(scores: list[tuple[str, float, float | None, float]]) -> Gold:
    rubric = Rubric(question="q", reference="r")
    return Gold("x", tuple(GoldAnswer(name, rubric, "a", one, two, most) for name, one, two, most in scores))


TEN = gold([(f"q{index // 2}", index % 6, None, 5) for index in range(10)])
PERFECT = [answer.human / 5 for answer in TEN.answers]


def test_a_perfect_grader() -> None:
    found = agreement(TEN, PERFECT)
    assert (found.n, found.questions, found.ungraded) == (10, 5, 0)
    assert found.pearson == pytest.approx(1)
    assert found.spearman == pytest.approx(1)
    assert found.qwk == pytest.approx(1)
    assert found.rmse == found.mae == found.bias == 0
    assert found.rmse_rescaled == pytest.approx(0, abs=1e-6)
    assert found.human is None
    assert sum(band.n for band in found.by_band) == 10


def test_a_stern_grader_is_rescaled() -> None:
    found = agreement(TEN, [share / 2 for share in PERFECT])
    assert found.rmse is not None
    assert found.rmse > 1
    assert found.bias is not None
    assert found.bias < -0.9
    assert found.rmse_rescaled == pytest.approx(0, abs=1e-6)


def test_ungraded_answers_are_counted_and_never_zero() -> None:
    found = agreement(TEN, [None, None, *PERFECT[2:]])
    assert (found.n, found.ungraded) == (8, 2)
    assert found.rmse == 0
    nothing = agreement(TEN, [None] * 10)
    assert (nothing.n, nothing.pearson, nothing.mae, nothing.by_band) == (0, None, None, ())


def test_two_people_are_measured_against_each_other_and_averaged() -> None:
    found = agreement(
        gold([("a", 0, 1, 5), ("b", 4, 4, 5), ("c", 5, 3, 5), ("d", 2, None, 5)]), [0.1, 0.8, 0.8, 0.4]
    )
    assert found.human is not None
    assert found.human.n == 3
    assert found.human.mae == pytest.approx(1)
    assert found.mae == pytest.approx(0)


def test_rows_of_different_scales_are_brought_to_the_highest() -> None:
    found = agreement(gold([("a", 1, None, 2), ("b", 5, None, 10)]), [0.5, 0.5])
    assert found.mae == 0
    assert [band.lowest for band in found.by_band] == [4]


def test_repeatability() -> None:
    found = repeatability([[0.5, 1.0, None], [0.5, 0.8, 0.3]], 5)
    assert (found.k, found.n, found.exact_share) == (2, 2, 0.5)
    assert found.mean_spread == pytest.approx(0.5)
    assert found.max_spread == pytest.approx(1.0)
    assert repeatability([[None], [0.1]], 5).n == 0


def test_a_regression_is_what_the_choice_of_questions_does_not_explain() -> None:
    many = gold([(f"q{index // 4}", index * 7 % 6, None, 5) for index in range(200)])
    good = [answer.human / 5 for answer in many.answers]
    slightly = [share if index % 50 else 1 - share for index, share in enumerate(good)]
    bad = [(index * 13 % 11) / 11 for index in range(200)]
    assert not compare(1, many, good, good, {}, ()).regressed
    worse = compare(1, many, good, bad, {}, ())
    assert {change.figure for change in worse.changes if change.regressed} == {"pearson", "mae"}
    assert not compare(1, many, bad, good, {}, ()).regressed
    assert compare(1, many, good, slightly, {}, ()).changes[0].now != 1
    assert not compare(1, many, good, [None] * 200, {}, ()).regressed


def test_a_case_that_was_kept_and_is_not_is_a_regression() -> None:
    lost = CaseResult("empty", 3, 1.0, 0.0, "at_most", ok=False)
    assert compare(7, None, [], [], {"empty": True}, (lost,)).cases == ("empty",)
    assert not compare(7, None, [], [], {"empty": False}, (lost,)).regressed


class Slow:
    """Grades by the answer, from several threads, counting how many it does at once."""

    name = "slow"

    def __init__(self) -> None:
        self.together = threading.Barrier(3)

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        self.together.wait(10)
        return Grade(status="graded", score=float(answer), grader=self.name)


def test_several_are_graded_at_once_and_stay_in_order() -> None:
    rubric = Rubric(question="q", reference="r")
    seen: list[int] = []
    scored = score_all(
        Slow(), [(rubric, str(index)) for index in range(9)], lambda done, _: seen.append(done), 3
    )
    assert [each.share for each in scored] == [index / 100 for index in range(9)]
    assert seen == list(range(1, 10))


def test_a_fault_in_a_thread_is_raised_to_the_caller() -> None:
    class Broken:
        name = "broken"

        def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        score_all(Broken(), [(Rubric(question="q", reference="r"), "a")] * 5, lambda *_: None, 3)
    assert score_all(Broken(), [], lambda *_: None, 3) == []


def test_an_interruption_asks_nothing_more() -> None:
    class Counting:
        name = "counting"
        asked = 0

        def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
            self.asked += 1
            time.sleep(0.005)
            return Grade(status="graded", score=1, grader=self.name)

    def interrupted(done: int, _count: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    grader = Counting()
    rubric = Rubric(question="q", reference="r")
    with pytest.raises(KeyboardInterrupt):
        score_all(grader, [(rubric, "a")] * 1000, interrupted, 2)
    assert grader.asked < 50


@pytest.mark.skipif(not MOHLER.exists(), reason="the data set is not part of the repository: ../shared/data")
def test_the_offline_grader_reaches_the_bars_on_whole_questions_held_out() -> None:
    data = read_gold(MOHLER)
    assert (len(data.answers), len(data.question_ids)) == (2273, 81)
    scored = score_all(
        OfflineGrader(), [(each.rubric, each.answer) for each in data.answers], lambda *_: None
    )
    found = agreement(data, [each.share for each in scored])
    assert found.human is not None
    assert found.human.pearson == pytest.approx(0.597, abs=5e-4)
    assert found.human.rmse == pytest.approx(1.31, abs=5e-3)
    assert found.human.qwk == pytest.approx(0.49, abs=5e-3)
    assert found.pearson is not None
    assert found.pearson >= 0.56
    assert found.rmse_rescaled is not None
    assert found.rmse_rescaled <= 0.92

import random

import pytest

from jobcoach.interview.bank.load import load_bank
from jobcoach.interview.calibration.adversarial import Sample, answers, cases
from jobcoach.interview.calibration.attack import attack, samples_of_bank, samples_of_gold
from jobcoach.interview.calibration.gold import Gold, GoldAnswer
from jobcoach.interview.calibration.paraphrase import paraphrase
from jobcoach.interview.grading.grade import Grade, PointSeen
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import Rubric
from jobcoach.words import Language

NAMES = [
    "empty", "dont_know", "injection", "question_copied", "other_reference", "shuffled_reference",
    "negated_reference", "reference", "paraphrase",
]  # fmt: skip
CASES = {case.name: case for case in cases()}
STACK = Sample(
    "1", Rubric(question="What is a stack?", reference="A stack is a list where the last item leaves first.")
)
QUEUE = Sample(
    "2",
    Rubric(question="큐란?", reference="먼저 들어온 원소가 먼저 나가는 자료구조다.", lang="ko"),
    "선입선출이에요.",
)
WORD = Sample("3", Rubric(question="Which operation?", reference="push"))
SAMPLES = [STACK, QUEUE, WORD]


class Fixed:
    """Gives every answer the same score."""

    name = "fixed"

    def __init__(self, score: float | None) -> None:
        self._score = score

    def grade(self, rubric: Rubric, answer: str, on_point: PointSeen | None = None) -> Grade:
        if self._score is None:
            return Grade(status="ungraded", grader=self.name, cause="model_unavailable")
        return Grade(status="graded", score=self._score, grader=self.name)


def silent(_done: int, _count: int) -> None:
    """Shows no progress."""


def text(name: str, sample: Sample, seed: int = 0) -> str:
    return {each.question_id: answer for each, answer in answers(CASES[name], SAMPLES, seed)}[
        sample.question_id
    ]


def test_there_are_nine_with_the_limits_of_five_points() -> None:
    assert [case.name for case in cases()] == NAMES
    assert [round(case.limit * 5, 6) for case in cases()] == [0, 0.5, 0.5, 1, 1.5, 1.5, 1.5, 4.5, 3.5]


def test_each_case_is_made_of_its_question_in_its_language() -> None:
    assert text("empty", STACK) == ""
    assert text("question_copied", QUEUE) == "큐란?"
    assert text("other_reference", STACK) in {QUEUE.rubric.reference, "push"}
    assert sorted(text("shuffled_reference", STACK).split()) == sorted(STACK.rubric.reference.split())
    assert text("shuffled_reference", STACK) != STACK.rubric.reference
    assert text("negated_reference", QUEUE) == "먼저 들어온 원소가 먼저 나가는 자료구조가 아니다."
    assert text("paraphrase", QUEUE) == "선입선출이에요."
    assert text("dont_know", QUEUE) != text("dont_know", STACK)
    assert "3" not in [sample.question_id for sample, _ in answers(CASES["shuffled_reference"], SAMPLES, 0)]


def test_the_seed_chooses_among_phrasings() -> None:
    for name in ("dont_know", "injection"):
        assert text(name, STACK, 1) == text(name, STACK, 1)
        assert len({text(name, STACK, seed) for seed in range(30)}) > 3


def test_the_rule_makes_short_sentences_without_new_words() -> None:
    said = paraphrase(
        "The stack grows down, and the heap also grows up because it is alone.", "en", random.Random(0)
    )
    assert said == "Stack grows down. Heap grows up. It is alone."
    assert (
        paraphrase("힙은 공유하고 스택은 따로 갖는다.", "ko", random.Random(0))
        == "힙은 공유하고. 스택은 따로 갖는다."
    )
    assert paraphrase("", "en", random.Random(0)) == ""


@pytest.mark.parametrize(
    ("score", "kept"), [(0.0, set(NAMES[:7])), (100.0, {"reference", "paraphrase"}), (None, set())]
)
def test_a_case_is_kept_on_the_right_side_of_its_limit(score: float | None, kept: set[str]) -> None:
    results = attack(Fixed(score), SAMPLES, 10, 0, silent)
    assert {result.case for result in results if result.ok} == kept
    assert {result.mean_score for result in results} == {None if score is None else score / 10}
    assert [result.limit for result in results][3] == 2
    if score is None:
        assert sum(result.ungraded for result in results) == 3 * 9 - 1


def test_questions_of_a_file_are_taken_once_with_their_paraphrase() -> None:
    rubric = STACK.rubric
    rows = [GoldAnswer("1", rubric, str(index), 1, None, 5, "p" if index == 1 else "") for index in range(3)]
    assert samples_of_gold(Gold("x", tuple(rows))) == [Sample("1", rubric, "p")]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_offline_grader_keeps_all_nine_on_the_bank(lang: Language) -> None:
    samples = samples_of_bank(load_bank(None).questions[::4], lang)
    assert len(samples) >= 30
    assert all(sample.paraphrase for sample in samples)
    results = attack(OfflineGrader(), samples, 5, 0, silent)
    assert [(result.case, result.mean_score) for result in results if not result.ok] == []

"""The file of human scores beside the checkout: only ever read, never part of the project."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import correlation, fmean

import pytest

from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import Rubric

FILE = Path(__file__).resolve().parents[4].parent / "shared" / "data" / "mohler.csv"
MAX_SCORE = 5.0

needs_mohler = pytest.mark.skipif(not FILE.is_file(), reason=f"there is no {FILE}")


@dataclass(frozen=True)
class Row:
    question_id: str
    rubric: Rubric
    answer: str
    people: float


def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                row["question_id"],
                Rubric(question=row["question"], reference=row["reference"]),
                row["answer"],
                (float(row["score"]) + float(row["score2"])) / 2,
            )
            for row in csv.DictReader(file)
        ]


def points_of(rubric: Rubric, answer: str) -> float:
    """The grade on the file's own scale."""
    score = OfflineGrader().grade(rubric, answer).score
    assert score is not None
    return score / 100 * MAX_SCORE


def pearson(people: Sequence[float], grades: Sequence[float]) -> float:
    return correlation(people, grades)


def rmse_rescaled(by_question: dict[str, list[tuple[float, float]]]) -> float:
    """RMSE of the grades with offset and slope fitted on all other questions."""
    squares = []
    for held_out, pairs in by_question.items():
        rest = [pair for question, others in by_question.items() if question != held_out for pair in others]
        mean_grade, mean_people = fmean(g for g, _ in rest), fmean(p for _, p in rest)
        covariance = sum((g - mean_grade) * (p - mean_people) for g, p in rest)
        slope = covariance / sum((g - mean_grade) ** 2 for g, _ in rest)
        squares += [(mean_people + slope * (g - mean_grade) - p) ** 2 for g, p in pairs]
    return fmean(squares) ** 0.5

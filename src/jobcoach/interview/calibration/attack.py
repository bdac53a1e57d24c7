"""The adversarial cases put to a grader."""

from collections.abc import Sequence

from jobcoach.interview.bank.question import Question
from jobcoach.interview.calibration.adversarial import Case, Sample, answers, cases
from jobcoach.interview.calibration.calibration import CaseResult
from jobcoach.interview.calibration.gold import Gold
from jobcoach.interview.calibration.scoring import Progress, score_all
from jobcoach.interview.grading.grade import Grader
from jobcoach.words import Language


def samples_of_gold(gold: Gold) -> list[Sample]:
    """Each question of a file once, with the first paraphrase that one of its rows has."""
    found: dict[str, Sample] = {}
    for each in gold.answers:
        known = found.get(each.question_id)
        if known is None or (not known.paraphrase and each.paraphrase):
            found[each.question_id] = Sample(each.question_id, each.rubric, each.paraphrase)
    return list(found.values())


def samples_of_bank(questions: Sequence[Question], lang: Language) -> list[Sample]:
    """The questions of the bank that can be graded in a language."""
    return [
        Sample(
            question.id,
            question.rubric(lang),
            (getattr(question.paraphrase, lang) or "") if question.paraphrase else "",
        )
        for question in questions
        if question.reference is not None and getattr(question.reference, lang)
    ]


def attack(
    grader: Grader,
    samples: Sequence[Sample],
    scale: float,
    seed: int,
    on_progress: Progress,
    workers: int = 1,
) -> tuple[CaseResult, ...]:
    """The mean score of each case, on a scale that ends at ``scale``."""
    made = [(case, answers(case, samples, seed)) for case in cases()]
    texts = [(sample.rubric, text) for _, rows in made for sample, text in rows]
    shares = iter([scored.share for scored in score_all(grader, texts, on_progress, workers)])
    return tuple(_result(case, [next(shares) for _ in rows], scale) for case, rows in made)


def _result(case: Case, shares: Sequence[float | None], scale: float) -> CaseResult:
    graded = [share for share in shares if share is not None]
    mean = sum(graded) / len(graded) if graded else None
    return CaseResult(
        case=case.name,
        n=len(graded),
        mean_score=None if mean is None else mean * scale,
        limit=case.limit * scale,
        bound=case.bound,
        ok=mean is not None and case.keeps(mean),
        ungraded=len(shares) - len(graded),
    )

"""A run in figures, as lines ``name=value`` that the next step of a CI job can read."""

from jobcoach.judge.verdicts import Verdict
from jobcoach.reports.judge_report import JudgeReport, points_of


def judge_figures(report: JudgeReport) -> str:
    """``score`` in per cent, ``accepted`` and ``total``.

    The score is the mean of all submissions that got a verdict of their own: one that
    could not be read has none of the points, one that the judge failed on does not
    count. Empty if there is none.
    """
    own = [one.result for one in report.judged if one.result.verdict != Verdict.JE]
    shares = [_share(*points_of(result)) for result in own] + [0.0] * len(report.unusable)
    score = f"{round(100 * sum(shares) / len(shares), 1):g}" if shares else ""
    accepted = sum(result.verdict == Verdict.AC for result in own)
    total = len(report.judged) + len(report.unusable) + len(report.not_judged)
    return f"score={score}\naccepted={accepted}\ntotal={total}\n"


def _share(points: float, maximum: float) -> float:
    return points / maximum if maximum else 0.0

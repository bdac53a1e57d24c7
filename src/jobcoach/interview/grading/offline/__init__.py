"""The offline grader: key points, quotes and a score from words alone."""

from jobcoach.interview.grading.offline.grader import OfflineGrader

__all__ = ["OfflineGrader"]

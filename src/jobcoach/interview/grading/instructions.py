"""An answer without the sentences that speak to the grader instead of the question."""

from jobcoach.interview.grading.injection import injection_suspected
from jobcoach.interview.grading.offline.sentences import sentences


def without_instructions(answer: str) -> str:
    """The answer without each sentence that instructs the grader; all of it if none does.

    Where sentences instruct only together, nothing of the answer is left.
    """
    if not injection_suspected(answer):
        return answer
    kept = answer
    for sentence in reversed(sentences(answer)):
        if injection_suspected(sentence.text):
            kept = kept[: sentence.start] + kept[sentence.end :]
    return "" if injection_suspected(kept) else kept.strip()

"""Which questions are asked: those that deserve it most, spread over topics, files and kinds."""

from collections import Counter
from collections.abc import Iterable

from jobcoach.portfolio.questions.candidate import Candidate

_AGAIN_TOPIC = 1.2
_AGAIN_SUBJECT = 2.5
_AGAIN_KIND = 0.7
_AGAIN_FORM = 2.5


def select(candidates: Iterable[Candidate], most: int) -> list[Candidate]:
    """At most that many, in the order in which they are asked; no text and no line is asked about twice.

    Taken one by one: what has been asked about makes its like weigh less.
    """
    left = list({candidate.text: candidate for candidate in candidates}.values())
    topics, subjects, kinds, forms = (Counter[str]() for _ in range(4))

    def worth(candidate: Candidate) -> tuple[float, str]:
        again = (
            topics[candidate.topic] * _AGAIN_TOPIC
            + subjects[candidate.subject] * _AGAIN_SUBJECT
            + kinds[candidate.kind] * _AGAIN_KIND
            + (forms[candidate.form] * _AGAIN_FORM if candidate.form else 0)
        )
        return again - candidate.weight, candidate.text

    taken: list[Candidate] = []
    while left and len(taken) < most:
        best = min(left, key=worth)
        left = [each for each in left if each is not best and not (best.spot and each.spot == best.spot)]
        taken.append(best)
        topics[best.topic] += 1
        subjects[best.subject] += 1
        kinds[best.kind] += 1
        forms[best.form] += 1
    return taken

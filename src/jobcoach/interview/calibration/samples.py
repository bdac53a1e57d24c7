"""Questions without scored answers: which of them are taken, and what they are known by."""

import hashlib
import json
from collections.abc import Sequence

from jobcoach.interview.calibration.adversarial import Sample


def spread_over(samples: Sequence[Sample], questions: int) -> list[Sample]:
    """At most so many, spread evenly."""
    if questions >= len(samples):
        return list(samples)
    return [samples[index * len(samples) // questions] for index in range(questions)]


def digest_of(samples: Sequence[Sample]) -> str:
    """SHA-256 of all that the cases are made of."""
    digest = hashlib.sha256()
    for sample in samples:
        row = (sample.question_id, sample.rubric.model_dump(), sample.paraphrase)
        digest.update(json.dumps(row, ensure_ascii=True, sort_keys=True).encode())
    return digest.hexdigest()

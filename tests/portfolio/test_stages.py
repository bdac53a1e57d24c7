from collections.abc import Iterator

import pytest

from jobcoach.portfolio.stages import StageProgress, Stages


def clock() -> Iterator[float]:
    yield from (float(second) for second in range(100))


def test_each_stage_tells_its_beginning_its_steps_and_its_time() -> None:
    told: list[StageProgress] = []
    ticks = clock()
    stages = Stages(told.append, lambda: next(ticks))
    with stages.stage("source") as step:
        step(1, 2)
    with stages.stage("rules"):
        pass
    with stages.stage("source"):
        pass
    assert told[:3] == [
        StageProgress("source"),
        StageProgress("source", 1, 2),
        StageProgress("source", seconds=1.0),
    ]
    assert list(stages.seconds.items()) == [("source", 2.0), ("rules", 1.0)]


def test_a_stage_that_fails_has_no_time() -> None:
    stages = Stages()
    with pytest.raises(ValueError, match="broken"), stages.stage("source"):
        raise ValueError("broken")
    assert stages.seconds == {}

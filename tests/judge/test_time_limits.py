"""Inferring a time limit and keeping it."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.package.model import Limits
from jobcoach.judge.running.time_limits import TimeLimits, infer_time_limit_seconds


@pytest.mark.parametrize(
    ("slowest", "factor", "resolution", "expected"),
    [
        (0.4, 2.0, 1.0, 1.0),
        (0.5, 2.0, 1.0, 1.0),
        (0.51, 2.0, 1.0, 2.0),
        (0.0, 5.0, 1.0, 1.0),
        (0.31, 5.0, 0.5, 2.0),
        (0.1, 3.0, 0.1, 0.3),  # 3 * 0.1 is a little more than 0.3
        (2.0, 1.0, 0.25, 2.0),
    ],
)
def test_the_rule_of_the_package_format(
    slowest: float, factor: float, resolution: float, expected: float
) -> None:
    limits = Limits(accepted_to_limit=factor, time_resolution_seconds=resolution)
    assert infer_time_limit_seconds(slowest, limits) == pytest.approx(expected)


@given(st.floats(0, 100), st.floats(1, 10), st.floats(0.01, 5))
def test_an_inferred_limit_is_the_least_that_leaves_room(
    slowest: float, factor: float, resolution: float
) -> None:
    limits = Limits(accepted_to_limit=factor, time_resolution_seconds=resolution)
    limit = infer_time_limit_seconds(slowest, limits)
    assert limit >= slowest * factor - 1e-6
    assert limit < slowest * factor + resolution + 1e-6 or limit == resolution
    assert math.isclose(limit / resolution, round(limit / resolution))


def test_a_limit_is_kept_by_version(tmp_path: Path) -> None:
    limits = TimeLimits(tmp_path / "limits")
    assert limits.find("a") is None
    limits.keep("a", 1.5)
    limits.keep("a", 2.5)
    assert (TimeLimits(tmp_path / "limits").find("a"), limits.find("b")) == (2.5, None)
    assert [path.name for path in (tmp_path / "limits").iterdir()] == ["a.json"]


def test_without_a_folder_nothing_is_kept() -> None:
    TimeLimits(None).keep("a", 1.0)
    assert TimeLimits(None).find("a") is None


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "1", "{}", '{"time_limit_seconds": 0}', '{"time_limit_seconds": -1}',
     '{"time_limit_seconds": NaN}', '{"time_limit_seconds": Infinity}', '{"time_limit_seconds": "1"}',
     '{"time_limit_seconds": null}', '{"time_limit_seconds": 1' + "0" * 400 + "}",
     "[" * 100_000, "\0", "\udcff"],
)  # fmt: skip
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    assert TimeLimits(tmp_path).find("a") is None

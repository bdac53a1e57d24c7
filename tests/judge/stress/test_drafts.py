"""Inputs are taken apart and written again, changed at random, and made smaller."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.judge.function_style.layout import read_layout
from jobcoach.judge.package.load import load_problem
from jobcoach.judge.package.model import TestGroup
from jobcoach.judge.stress.drafts import Draft, guess_draft, read_draft, sizes_in, with_only, written
from jobcoach.judge.stress.mutations import mutated
from jobcoach.judge.stress.shrinking import smaller, weight
from jobcoach.resources import problems_folder

SMALL_BYTES = 2000
GRAPH = "3 2\n1 2 5\n2 3 7\n"
LAYOUT = read_layout("n m roads[m][3]")


def small_inputs(group: TestGroup) -> Iterator[str]:
    for test in group.tests:
        if test.input_path.stat().st_size < SMALL_BYTES:
            yield test.input_path.read_text(encoding="utf-8")
    for inner in group.groups:
        yield from small_inputs(inner)


def test_every_small_test_of_the_shipped_problems_is_written_as_it_was() -> None:
    seen = 0
    for folder in sorted(problems_folder(None).iterdir()):
        if not (folder / "problem.yaml").is_file():
            continue
        problem = load_problem(folder)
        for text in small_inputs(problem.data):
            draft = read_draft(problem.function.input, text) if problem.function else guess_draft(text)
            assert written(draft) == text, folder.name
            seen += 1
    assert seen > 200


def test_a_size_counts_what_is_left() -> None:
    draft = with_only(read_draft(LAYOUT, GRAPH), "m", [1])
    assert written(draft) == "3 1\n2 3 7\n"
    assert sizes_in(draft) == {"m": 1}


def test_a_square_loses_its_row_and_its_column() -> None:
    draft = read_draft(read_layout("n table[n][n]"), "3\n1 2 3\n4 5 6\n7 8 9\n")
    assert written(with_only(draft, "n", [0, 2])) == "2\n1 3\n7 9\n"


def test_lists_of_one_size_lose_the_same_place() -> None:
    draft = read_draft(read_layout("n names[n] costs[n]"), "3\na b c\n1 2 3\n")
    assert written(with_only(draft, "n", [2, 0])) == "2\nc a\n3 1\n"


def test_a_text_that_is_not_laid_out_so_is_refused() -> None:
    with pytest.raises(ValueError, match="too early"):
        read_draft(LAYOUT, "3 2\n1 2 5\n")


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("2\n1 2\n3 4\n", {"word0.0": 2}),
        ("4 2\n1 2\n3 4\n", {"word0.1": 2}),
        ("3\n7 8 9\n", {"word0.0": 3}),
        ("hello\n", {}),
    ],
)
def test_counts_are_guessed_where_no_layout_says_them(text: str, sizes: dict[str, int]) -> None:
    draft = guess_draft(text)
    assert sizes_in(draft) == sizes
    assert written(draft) == text


def graphs() -> st.SearchStrategy[Draft]:
    row = st.tuples(st.integers(-9, 99), st.integers(0, 9), st.text("ab.#", min_size=1, max_size=4))
    return st.lists(row, min_size=1, max_size=8).map(
        lambda rows: read_draft(
            LAYOUT, f"9 {len(rows)}\n" + "".join(f"{a} {b} {word}\n" for a, b, word in rows)
        )
    )


@given(graphs(), st.integers(0, 1 << 32))
def test_what_is_changed_still_counts_its_rows(draft: Draft, seed: int) -> None:
    changed = mutated(draft, Random(seed))
    _, count, roads = changed
    assert count.rows == ((str(len(roads.rows)),),)
    assert read_draft(LAYOUT, written(changed))[1] == count or any("" in row for row in roads.rows)


@given(graphs(), st.integers(0, 1 << 32))
def test_the_same_seed_draws_the_same(draft: Draft, seed: int) -> None:
    assert mutated(draft, Random(seed)) == mutated(draft, Random(seed))


@given(graphs())
def test_every_step_is_smaller_and_steps_end(draft: Draft) -> None:
    steps = 0
    while (step := next(iter(smaller(draft)), None)) is not None:
        assert weight(step) < weight(draft)
        draft, steps = step, steps + 1
        assert steps < 500

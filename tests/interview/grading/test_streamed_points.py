"""Key points read from a grading reply while it is being written."""

import json

from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.grading.model_reply import GradeReply, PointReply
from jobcoach.interview.grading.streamed_points import complete_points

texts = st.text(max_size=20)
points = st.builds(
    PointReply,
    id=texts,
    quotes=st.lists(texts, max_size=2).map(tuple),
    reasoning=texts,
    verdict=st.sampled_from(["full", "partial", "none", "contradicted"]),
)
replies = st.builds(GradeReply, points=st.lists(points, max_size=4).map(tuple), errors=st.just(()))


@given(replies, st.integers(min_value=0, max_value=400), st.sampled_from([None, 2]), st.booleans())
def test_what_has_come_so_far_gives_the_first_points_and_no_others(reply, length, indent, ascii_only):
    text = json.dumps(reply.model_dump(), indent=indent, ensure_ascii=ascii_only)
    so_far = complete_points(text[:length])
    assert so_far == list(reply.points[: len(so_far)])


@given(replies)
def test_the_whole_reply_gives_all_points(reply):
    assert complete_points(reply.model_dump_json()) == list(reply.points)


@given(st.text())
def test_no_text_makes_it_fail(text):
    assert len(complete_points('{"points": [' + text)) <= text.count("{")


def test_a_thought_that_sketches_the_list_is_not_the_reply():
    sketched = PointReply(id="a", quotes=(), reasoning="a guess", verdict="none")
    meant = PointReply(id="a", quotes=("x",), reasoning="on reflection", verdict="full")
    thought = GradeReply(points=(sketched,), errors=()).model_dump_json()
    reply = GradeReply(points=(meant,), errors=()).model_dump_json()
    assert complete_points(f"<think>{thought}</think>\n```json\n{reply}\n```") == [meant]


def test_an_object_of_another_shape_ends_the_list():
    assert complete_points('{"points": [{"id": "a"}, 3]}') == []
    assert complete_points('{"points": ' + "[" * 100_000) == []

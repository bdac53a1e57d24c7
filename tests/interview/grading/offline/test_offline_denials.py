"""Answers that deny what is right in other words than "not", and true answers that use such words."""

import unicodedata

import pytest

from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import KeyPoint, Rubric

DOUBLY_LINKED = Rubric(
    question="What is the main advantage of a doubly-linked list over a basic linked list?",
    reference=(
        "All insertions and removals run in constant time, also those in front of a given node "
        "or at the end of the list."
    ),
)
ADDRESS_OF = Rubric(
    question="What does the & operator return?", reference="The address in memory of its operand."
)
POINTER = Rubric(question="What is a pointer?", reference="The address of a place in memory.")
PASSING = Rubric(question="How are arrays passed to functions?", reference="By reference.")
COPIES = Rubric(
    question="What is the advantage of passing by reference?", reference="It avoids copying large structures."
)
PAGE_FAULT = Rubric(
    question="What is a page fault?",
    reference="A page fault occurs for a page that is not in RAM. Only the pages in use need be in RAM.",
)
ORDER = Rubric(
    question="스택과 큐의 차이를 설명해 주세요.",
    reference="스택은 마지막에 넣은 것이 먼저 나오고(LIFO), 큐는 먼저 넣은 것이 먼저 나옵니다(FIFO).",
    key_points=(
        KeyPoint(
            id="order",
            statement="스택은 LIFO(마지막에 넣은 것이 먼저 나옴), 큐는 FIFO(먼저 넣은 것이 먼저 나옴)이다.",
            aliases=("LIFO", "FIFO"),
            misconceptions=("스택은 FIFO, 큐는 LIFO이다",),
        ),
    ),
    lang="ko",
)
WRITES = Rubric(
    question="캐시 어사이드에서 데이터를 수정할 때는 어떻게 하나요?",
    reference="DB를 갱신하고 캐시를 삭제합니다. 작업 대기열은 쓰지 않습니다.",
    key_points=(KeyPoint(id="delete", statement="데이터를 수정할 때는 DB를 갱신하고 해당 캐시를 삭제한다."),),
    lang="ko",
)
DIJKSTRA = Rubric(
    question="다익스트라 알고리즘은 어떻게 동작하나요?",
    reference="우선순위 큐와 인접 리스트를 쓰면 O((V+E) log V)입니다.",
    key_points=(
        KeyPoint(id="cost", statement="우선순위 큐와 인접 리스트를 쓰면 O((V+E) log V)이다."),
        KeyPoint(id="relax", statement="거리가 가장 짧은 정점을 꺼내 확정하고 이웃의 거리를 갱신한다."),
    ),
    lang="ko",
)
INDEX = Rubric(
    question="복합 인덱스는 어떻게 만들어야 하나요?",
    reference="첫 컬럼으로 먼저 정렬합니다. 순서가 맞으면 별도의 정렬 없이 ORDER BY를 처리합니다.",
    key_points=(
        KeyPoint(id="first", statement="첫 컬럼으로 먼저 정렬하고, 값이 같을 때 다음 컬럼으로 정렬한다."),
        KeyPoint(id="order-by", statement="순서가 맞으면 별도의 정렬 없이 ORDER BY를 처리한다."),
    ),
    lang="ko",
)
LAYERS = Rubric(
    question="How does the build cache of an image work?",
    reference="Layers whose files are unchanged are taken from the cache.",
    key_points=(
        KeyPoint(id="cache", statement="Layers whose files are unchanged are taken from the cache."),
    ),
)
SETTLING = Rubric(
    question="다익스트라 알고리즘은 어떻게 동작하나요?",
    reference="확정되지 않은 정점 중 거리가 가장 짧은 정점을 꺼내고 이웃의 거리를 갱신합니다.",
    key_points=(
        KeyPoint(
            id="relax",
            statement="확정되지 않은 정점 중 거리가 가장 짧은 정점을 꺼내고 이웃의 거리를 갱신한다.",
        ),
    ),
    lang="ko",
)
RELAXING = "거리가 가장 짧은 정점을 꺼내 확정하고 이웃의 거리를"

DENIALS = [
    (DOUBLY_LINKED, "None of the insertions and removals run in constant time."),
    (DOUBLY_LINKED, "Hardly any removal runs in constant time."),
    (ADDRESS_OF, "It never returns the address of its operand."),
    (ADDRESS_OF, "It fails to return the address of its operand."),
    (POINTER, "It is anything but the address of a place in memory."),
    (POINTER, "It has nothing to do with the address of a place in memory."),
    (PASSING, "They are never passed by reference."),
    (PASSING, "Anything but by reference."),
    (COPIES, "It fails to avoid copying large structures."),
    (WRITES, "데이터를 수정할 때 캐시를 삭제하지 않습니다."),
    (WRITES, "데이터를 수정할 때 캐시를 삭제할 수 없습니다."),
]
NO_DENIALS = [
    (COPIES, "No copying of large structures."),
    (PAGE_FAULT, "If the page is not in RAM you get a page fault."),
    (ORDER, "스택은 LIFO, 큐는 FIFO예요."),
    (WRITES, "DB만 고치고 끝내지 않고, 해당 캐시도 삭제해요."),
]
DENIALS_OF_ONE_POINT = [
    (DIJKSTRA, "relax", f"{RELAXING} 갱신할 필요가 없습니다."),
    (DIJKSTRA, "relax", f"{RELAXING} 갱신할 필요는 전혀 없어요."),
    (DIJKSTRA, "relax", f"{RELAXING} 갱신하면 안 됩니다."),
    (DIJKSTRA, "relax", f"{RELAXING} 갱신하면 안 되고, 건너뜁니다."),
    (DIJKSTRA, "relax", f"{RELAXING} 절대 갱신하지 않습니다."),
    (DIJKSTRA, "cost", "우선순위 큐와 인접 리스트를 써도 O((V+E) log V)가 아닙니다."),
    (INDEX, "first", "복합 인덱스는 첫 컬럼으로 먼저 정렬하지 않습니다."),
    pytest.param(
        SETTLING,
        "relax",
        "확정되지 않은 정점 중 거리가 가장 짧은 정점을 먼저 골라 꺼내도 이웃의 거리를 갱신할 필요가 없어요.",
        marks=pytest.mark.xfail(reason="a long concession hides the short denial after it"),
    ),
]
NO_DENIALS_OF_ONE_POINT = [
    (DIJKSTRA, "relax", f"{RELAXING} 갱신하지 않으면 안 됩니다."),
    (INDEX, "order-by", "순서가 맞으면 ORDER BY를 처리할 때 별도의 정렬이 필요 없어요."),
    (SETTLING, "relax", "확정되지 않은 정점 중 거리가 가장 짧은 걸 꺼내고 이웃의 거리를 갱신해요."),
    (LAYERS, "cache", "Layers whose files did not change are taken from the cache."),
]


@pytest.mark.parametrize(("rubric", "point", "answer"), DENIALS_OF_ONE_POINT)
def test_words_that_only_carry_a_denial_are_not_what_is_denied(
    rubric: Rubric, point: str, answer: str
) -> None:
    grade = OfflineGrader().grade(rubric, answer)
    assert {graded.id: graded.verdict for graded in grade.points}[point] == "contradicted"


@pytest.mark.parametrize(("rubric", "point", "answer"), NO_DENIALS_OF_ONE_POINT)
def test_a_true_denial_earns_its_point(rubric: Rubric, point: str, answer: str) -> None:
    grade = OfflineGrader().grade(rubric, answer)
    assert {graded.id: graded.verdict for graded in grade.points}[point] == "full"


@pytest.mark.parametrize(("rubric", "answer"), DENIALS)
def test_a_denial_of_part_of_the_truth_earns_little(rubric: Rubric, answer: str) -> None:
    grade = OfflineGrader().grade(rubric, answer)
    assert [point.verdict for point in grade.points] == ["contradicted"]
    assert (grade.score or 0) <= 30


@pytest.mark.parametrize(("rubric", "answer"), NO_DENIALS)
def test_what_only_sounds_like_a_denial_contradicts_nothing(rubric: Rubric, answer: str) -> None:
    grade = OfflineGrader().grade(rubric, answer)
    assert "contradicted" not in [point.verdict for point in grade.points]
    assert (grade.score or 0) > 30


@pytest.mark.parametrize(("rubric", "answer"), [*DENIALS, *NO_DENIALS])
def test_decomposed_letters_change_no_verdict(rubric: Rubric, answer: str) -> None:
    composed = OfflineGrader().grade(rubric, answer)
    decomposed = OfflineGrader().grade(rubric, unicodedata.normalize("NFD", answer))
    assert composed.score == decomposed.score


def test_a_wrong_premise_is_forgiven_where_the_truth_follows() -> None:
    rubric = Rubric(
        question="What is the difference between a circular linked list and a basic one?",
        reference="The last element of a circular linked list points to the head of the list.",
    )
    answer = "A circular linked list has no last element. Its last element points to the head of the list."
    assert (OfflineGrader().grade(rubric, answer).score or 0) > 80


def test_misconception_of_the_same_words_is_known_by_their_order() -> None:
    grade = OfflineGrader().grade(ORDER, "스택은 FIFO, 큐는 LIFO예요.")
    assert [point.verdict for point in grade.points] == ["contradicted"]

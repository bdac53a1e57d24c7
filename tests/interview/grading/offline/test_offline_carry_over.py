"""Small sets of our own, in both languages, on subjects that no table was made for."""

import pytest

from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.rubric import Rubric

# Each row: the question, its reference, and answers from the best to the worst.
SETS = [
    (
        "Why does ice float on water?",
        "Ice is less dense than liquid water because its molecules form an open lattice when it freezes.",
        (
            "When water freezes its molecules build an open lattice, so ice is less dense than the liquid.",
            "Because ice is less dense.",
            "Ice is cold and water is warm.",
        ),
    ),
    (
        "What does a thermostat do?",
        "It measures the temperature and switches the heating on or off to keep it at a chosen value.",
        (
            "It checks how warm it is and turns heating on and off so that the set temperature is kept.",
            "It measures the temperature.",
            "It makes electricity for the house.",
        ),
    ),
    (
        "What is compound interest?",
        "Interest that is paid on the deposit and also on the interest earned before.",
        (
            "You earn interest on your deposit and on the interest that was earned earlier.",
            "It is interest on the deposit.",
            "A fee for opening an account.",
        ),
    ),
    (
        "낮과 밤이 생기는 이유는 무엇인가요?",
        "지구가 하루에 한 바퀴씩 자전하면서 태양을 향한 쪽이 낮이 되고 반대쪽이 밤이 됩니다.",
        (
            "지구는 하루 한 번 자전해요. 태양을 바라보는 쪽은 낮이고 반대쪽은 밤이에요.",
            "지구가 자전해서요.",
            "사람들이 자야 하기 때문이에요.",
        ),
    ),
    (
        "광합성에는 무엇이 필요한가요?",
        "빛과 물과 이산화탄소가 필요하고, 그 결과 포도당과 산소가 만들어집니다.",
        (
            "물, 이산화탄소, 빛이 있어야 하고 산소랑 포도당이 만들어져요.",
            "빛하고 물이 필요해요.",
            "흙에 비료를 주면 됩니다.",
        ),
    ),
]


def score(rubric: Rubric, answer: str) -> float:
    found = OfflineGrader().grade(rubric, answer).score
    assert found is not None
    return found


@pytest.mark.parametrize(("question", "reference", "answers"), SETS)
def test_better_answers_score_higher(question: str, reference: str, answers: tuple[str, ...]) -> None:
    rubric = Rubric(question=question, reference=reference)
    scores = [score(rubric, answer) for answer in (reference, *answers)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 100
    assert scores[1] >= 70
    assert scores[-1] <= 30


@pytest.mark.parametrize(
    ("reference", "reversed_"),
    [
        (
            "A queue removes the first element that was added.",
            "A queue removes the last element that was added.",
        ),
        ("Ice is less dense than water.", "Ice is not less dense than water."),
        ("The key cannot change after it was stored.", "The key can change after it was stored."),
        ("It avoids copies of large structures.", "It doesn't avoid copies of large structures."),
        ("It avoids copies of large structures.", "It is false that it avoids copies of large structures."),
        ("스레드는 힙 메모리를 공유합니다.", "스레드는 힙 메모리를 공유하지 않습니다."),
        ("스레드는 힙 메모리를 공유합니다.", "스레드는 힙 메모리를 안 공유합니다."),
        ("인덱스는 조회를 빠르게 합니다.", "인덱스는 조회를 느리게 합니다."),
        ("이 필드는 반드시 필요합니다.", "이 필드는 반드시 필요하지 않습니다."),
        ("값을 다시 바꿀 수 없습니다.", "값을 다시 바꿀 수 있습니다."),
    ],
)
def test_the_reverse_of_the_reference_earns_nothing(reference: str, reversed_: str) -> None:
    rubric = Rubric(question="설명해 주세요. Explain.", reference=reference)
    assert score(rubric, reference) == 100
    assert score(rubric, reversed_) == 0


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("A child node has exactly one parent.", "A child node has not two parents but exactly one parent."),
        (
            "Linked lists can be of variable length.",
            "A linked list does not need a fixed length, it can be variable.",
        ),
        ("It runs at least once.", "It does not only run when the test is true, it runs at least once."),
        ("Threads of a process share the heap.", "Threads share the heap of the process, but not the stack."),
        ("It is faster than a list.", "It is not slower than a list."),
        ("스레드는 힙을 공유합니다.", "스레드는 스택은 공유하지 않지만 힙은 공유합니다."),
    ],
)
def test_a_right_answer_with_a_not_in_it_is_no_contradiction(reference: str, answer: str) -> None:
    rubric = Rubric(question="설명해 주세요. Explain.", reference=reference)
    found = OfflineGrader().grade(rubric, answer)
    assert found.points[0].verdict != "contradicted"
    assert (found.score or 0) >= 40


@pytest.mark.parametrize(
    "answer",
    [
        *("I don't know", "No idea, sorry.", "idk", "I'm not sure about this one.", "Pass", "?", "I forgot."),
        *("I have never heard of it.", "We didn't learn this.", "Can't remember.", "I'd have to look it up."),
        *(
            "모르겠습니다",
            "잘 모르겠어요.",
            "죄송합니다, 기억이 안 나요.",
            "패스할게요",
            "아직 공부하지 못했습니다.",
        ),
        *("그 부분은 답변드리기 어렵습니다.", "처음 들어봐요.", "글쎄요, 잘 모르겠네요."),
    ],
)
def test_giving_up_earns_nothing(answer: str) -> None:
    for question, reference, _ in SETS:
        assert score(Rubric(question=question, reference=reference), answer) == 0


@pytest.mark.parametrize(
    "answer",
    ["모르는 값이 오면 기본값을 씁니다.", "It skips unknown keys.", "The caller does not know the type."],
)
def test_not_knowing_as_the_subject_is_no_giving_up(answer: str) -> None:
    assert score(Rubric(question="Q?", reference=answer), answer) == 100


@pytest.mark.parametrize(
    "answer",
    [
        *("I'm not sure, but it is last in, first out.", "I think it is last in, first out."),
        *("잘 모르겠지만 후입선출이에요.", "Last in, first out, if I remember it right."),
    ],
)
def test_doubt_does_not_cost_the_answer_that_follows(answer: str) -> None:
    rubric = Rubric(question="How does a stack work?", reference="Last in, first out.")
    assert score(rubric, answer) >= 60

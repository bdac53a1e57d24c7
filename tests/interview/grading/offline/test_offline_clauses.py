"""Clauses: what one of them turns round, what only sounds like it, and lists that state nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.grading.grade import Verdict
from jobcoach.interview.grading.offline.clauses import clauses
from jobcoach.interview.grading.offline.grader import OfflineGrader
from jobcoach.interview.grading.offline.sentences import sentences
from jobcoach.interview.grading.rubric import KeyPoint, Rubric

MEMORY = Rubric(
    question="프로세스와 스레드의 차이를 설명해 주세요.",
    reference=(
        "같은 프로세스의 스레드는 힙을 공유하고 스택은 따로 가집니다. "
        "프로세스는 독립된 주소 공간을 받습니다. "
        "공유 데이터에 동시에 접근하면 경쟁 상태가 생기므로 동기화가 필요합니다. "
        "격리가 중요하면 프로세스를 씁니다."
    ),
    key_points=(
        KeyPoint(
            id="memory",
            statement="같은 프로세스의 스레드는 힙을 공유하고 스택은 따로 가진다.",
            aliases=("힙 영역", "스택 영역", "공유 메모리"),
        ),
        KeyPoint(id="space", statement="프로세스는 독립된 주소 공간을 받는다.", aliases=("가상 주소 공간",)),
        KeyPoint(
            id="sync",
            statement="공유 데이터에 동시에 접근하면 경쟁 상태가 생기므로 동기화가 필요하다.",
            aliases=("뮤텍스", "락", "레이스 컨디션"),
        ),
        KeyPoint(id="choice", statement="격리가 중요하면 프로세스를 쓴다.", aliases=("장애 격리",)),
    ),
    lang="ko",
)


def verdicts(answer: str) -> dict[str, Verdict]:
    grade = OfflineGrader().grade(MEMORY, answer)
    return {point.id: point.verdict for point in grade.points}


@pytest.mark.parametrize(
    ("answer", "point"),
    [
        ("스레드는 독립된 주소 공간을 받습니다.", "space"),
        ("공유 데이터에 동시에 접근해도 경쟁 상태가 생기지 않으므로 동기화가 필요 없습니다.", "sync"),
        ("격리가 중요하면 스레드를 씁니다.", "choice"),
    ],
)
def test_what_turns_a_truth_round_earns_nothing(answer: str, point: str) -> None:
    assert verdicts(answer)[point] in ("none", "contradicted")


@pytest.mark.parametrize(
    "answer",
    [
        "프로세스는 주소 공간을 다른 프로세스와 나눠 쓰지 않고 독립된 것을 받아요.",
        "동기화하지 않으면 공유 데이터에 동시에 접근할 때 경쟁 상태를 피할 수 없어요.",
        "동기화가 없으면 안전하지 않습니다.",
    ],
)
def test_true_denials_contradict_nothing(answer: str) -> None:
    assert "contradicted" not in verdicts(answer).values()


def test_a_bare_list_of_names_is_worth_two_of_five_at_most() -> None:
    names = [alias for point in MEMORY.key_points for alias in point.aliases]
    score = OfflineGrader().grade(MEMORY, ", ".join(names)).score
    assert score is not None
    assert 0 < score <= 40
    assert "full" not in verdicts(", ".join(names)).values()


def test_a_condition_is_not_what_is_stated() -> None:
    (only,) = clauses(sentences("값이 없으면 캐시를 읽지 않습니다.")[0])
    assert [word.form for word in only.stated] == ["캐시를", "읽지", "않습니다"]
    assert only.is_undecided


@given(st.text(alphabet=st.sampled_from("가나다고면서도지만않없은는을 ,.TCPab1"), max_size=80))
def test_clauses_have_all_words_once_and_in_order(text: str) -> None:
    for sentence in sentences(text):
        assert [word for clause in clauses(sentence) for word in clause.words] == list(sentence.tokens)

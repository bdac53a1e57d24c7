import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.calibration.negate_english import negate_english
from jobcoach.interview.calibration.negate_korean import negate_korean

KOREAN_PAIRS = [
    ("스레드는 힙을 공유한다.", "스레드는 힙을 공유하지 않는다."),
    ("스레드는 힙을 공유합니다.", "스레드는 힙을 공유하지 않습니다."),
    ("메모리를 공유해요.", "메모리를 공유하지 않아요."),
    ("순서가 보장됩니다.", "순서가 보장되지 않습니다."),
    ("스택은 후입선출이다.", "스택은 후입선출이 아니다."),
    ("큐는 자료구조입니다.", "큐는 자료구조가 아닙니다."),
    ("수정할 수 있습니다.", "수정할 수 없습니다."),
    ("중복이 없다.", "중복이 있다."),
]


@pytest.mark.parametrize(("affirmed", "denied"), KOREAN_PAIRS)
def test_korean_is_denied_and_what_is_denied_affirmed(affirmed: str, denied: str) -> None:
    assert negate_korean(affirmed) == denied
    assert negate_korean(denied) == affirmed


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("값을 받았습니다.", "값을 받지 않았습니다."),
        ("파일을 만들었다.", "파일을 만들지 않았다."),
        ("느려진다", "느려지지 않는다."),
        ("힙을 같이 써요.", "힙을 같이 쓰지 않아요."),
        ("경고가 쌓입니다.", "경고가 쌓이지 않습니다."),
        ("복사하고, 공유하며, 빠릅니다.", "복사하지 않고, 공유하지 않으며, 빠르지 않습니다."),
        ("가지지 않는다.", "가진다."),
        ("후입선출", "후입선출이 아닙니다."),
        ("LIFO", "LIFO이 아닙니다."),
        ("한 줄이다\n두 줄이다", "한 줄이 아니다. 두 줄이 아니다."),
        ("", ""),
    ],
)
def test_korean_endings(text: str, turned: str) -> None:
    assert negate_korean(text).replace("LIFO가", "LIFO이") == turned


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("A stack is a list.", "A stack is not a list."),
        ("A stack is not a list.", "A stack is a list."),
        ("It can't fail.", "It can fail."),
        ("A node that has no children.", "A node that has children."),
        ("It has a root.", "It does not have a root."),
        ("It has been started.", "It has not been started."),
        ("A pointer contains an address and points to memory.",
         "A pointer does not contain an address and does not point to memory."),
        ("They share memory.", "They do not share memory."),
        ("If a constructor is defined, the compiler does not make one.",
         "If a constructor is defined, the compiler does make one."),
        ("When the array is empty.", "When the array is not empty."),
        ("To store elements.", "Not to store elements."),
        ("Keep the top first.", "Do not keep the top first."),
        ("By reference.", "It is not by reference."),
        ("LIFO", "It is not LIFO"),
        ("", ""),
    ],
)  # fmt: skip
def test_english_sentences(text: str, turned: str) -> None:
    assert negate_english(text) == turned


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(["가진다", "않다", "아니", "이", "습니다", "not", "is", "no", ".", ",", "있고"])
    ).map(" ".join)
)
def test_any_text_is_taken(text: str) -> None:
    for negate in (negate_korean, negate_english):
        assert negate(text) != text or not text.strip(" .!?。\n")

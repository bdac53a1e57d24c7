import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jobcoach.interview.bank.load import question_files
from jobcoach.interview.bank.question import BankPoint, LocalText, LocalTexts, Question
from jobcoach.interview.bank.question_file import read_question
from jobcoach.interview.bank.shipped import SHIPPED_FOLDER
from jobcoach.interview.bank.write import question_toml

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    | st.text(st.sampled_from('a "\\\n\r\t가 \u3000\x00\x7f'), min_size=1, max_size=300)
    | st.lists(st.sampled_from(["힙은", '"""', "\\", "shared  by", "\n", " ", "스레드"]), max_size=150).map(
        " ".join
    )
).filter(str.strip)
LOCAL = st.builds(LocalText, ko=TEXTS, en=st.none() | TEXTS) | st.builds(LocalText, en=TEXTS)
LISTS = st.builds(LocalTexts, ko=st.lists(TEXTS, max_size=3), en=st.lists(TEXTS, max_size=2))
POINTS = st.builds(
    BankPoint,
    id=SLUGS,
    weight=st.floats(0, 10, exclude_min=True),
    must=st.booleans(),
    statement=LOCAL,
    probe=st.none() | LOCAL,
    aliases=LISTS,
    misconceptions=LISTS,
)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    topic = draw(SLUGS)
    return Question(
        id=f"{topic}.{draw(SLUGS)}",
        topic=topic,
        level=draw(st.sampled_from(["junior", "mid", "senior"])),
        skills=tuple(draw(st.lists(SLUGS, max_size=3))),
        question=draw(LOCAL),
        hint=draw(st.none() | LOCAL),
        reference=draw(st.none() | LOCAL),
        paraphrase=draw(st.none() | LOCAL),
        key_points=tuple(draw(st.lists(POINTS, max_size=3, unique_by=lambda point: point.id))),
    )


@given(questions())
def test_what_is_written_is_read_back_equal(question: Question) -> None:
    assert Question.model_validate(tomllib.loads(question_toml(question))) == question


def test_shipped_questions_survive_being_written(tmp_path: Path) -> None:
    for path in question_files(SHIPPED_FOLDER)[:20]:
        question = read_question(path)
        copy = tmp_path / "copy.toml"
        copy.write_text(question_toml(question), encoding="utf-8")
        assert read_question(copy) == question


def test_long_texts_are_broken_into_lines_that_a_person_can_edit() -> None:
    question = Question(
        id="os.x",
        topic="os",
        level="junior",
        question=LocalText(en="word " * 100),
        reference=LocalText(en="one\ntwo"),
        key_points=(BankPoint(id="a", statement=LocalText(en="s")),),
    )
    text = question_toml(question)
    assert max(map(len, text.splitlines())) <= 111
    assert "one\ntwo" in text

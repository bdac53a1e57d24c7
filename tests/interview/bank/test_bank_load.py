import os
from pathlib import Path

import pytest

from jobcoach.errors import InputError
from jobcoach.interview.bank.load import load_bank, question_files
from jobcoach.interview.bank.question_file import FILE_BYTES_MAX, parse_question
from jobcoach.interview.bank.shipped import SHIPPED_FOLDER
from jobcoach.locations import find_locations

OWN = """
id = "os.mine"
topic = "os"
level = "mid"
[question]
ko = "내 질문"
[reference]
ko = "모범 답안입니다."
[[key_points]]
id = "first"
statement.ko = "첫째"
[[key_points]]
id = "second"
statement.ko = "둘째"
"""


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "questions"
    (folder / "os").mkdir(parents=True)
    return folder


def write(folder: Path, text: str | bytes, name: str = "os/mine.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_own_questions_stand_beside_the_database(jobcoach_home: Path) -> None:
    locations = find_locations()
    assert locations.questions.parent == locations.database.parent


def test_shipped_questions_are_sorted_and_stand_where_their_id_says(own_folder: Path) -> None:
    bank = load_bank(own_folder / "nowhere")
    ids = [question.id for question in bank.questions]
    assert ids == sorted(ids)
    assert "os.process-vs-thread" in ids
    files = [
        ".".join(path.relative_to(SHIPPED_FOLDER).with_suffix("").parts)
        for path in question_files(SHIPPED_FOLDER)
    ]
    assert sorted(files) == ids
    assert load_bank(None) == bank


def test_an_own_question_joins_and_replaces(own_folder: Path) -> None:
    path = write(own_folder, OWN)
    replacing = write(own_folder, OWN.replace("os.mine", "os.process-vs-thread"), "deep/er/x.toml")
    write(own_folder, "not toml", ".hidden.toml")
    write(own_folder, "not toml", "notes.txt")
    bank = load_bank(own_folder)
    assert bank.get("os.mine").question.ko == "내 질문"
    assert bank.get("os.process-vs-thread").question.ko == "내 질문"
    assert bank.own == {"os.mine": path, "os.process-vs-thread": replacing}
    assert len(bank.questions) == len(load_bank(None).questions) + 1


def test_an_unknown_id_is_told_with_close_ones() -> None:
    with pytest.raises(InputError, match=r"did you mean os\.process-vs-thread"):
        load_bank(None).get("os.proces-vs-threads")
    with pytest.raises(InputError, match="no question 'zzz'"):
        load_bank(None).get("zzz")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "id is missing"),
        ("id = ", "not TOML"),
        ("a = " + "[" * 50_000, "not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a" * (FILE_BYTES_MAX + 1), "larger than 256 KiB"),
        (OWN.replace('statement.ko = "둘째"', ""), "key_points 2, statement (line 12) is missing"),
        (
            OWN.replace('statement.ko = "둘째"', 'statment.ko = "둘째"'),
            "key_points 2, statement (line 12) is missing",
        ),
        (OWN.replace('"둘째"', '"  "'), "key_points 2, statement.ko (line 14): the text is empty"),
        (OWN.replace('id = "second"', 'id = "first"'), "two key points have the same id"),
        (OWN.split("[[", maxsplit=1)[0], "key_points is missing"),
        (OWN.replace('[reference]\nko = "모범 답안입니다."', ""), "reference is missing"),
        (OWN.replace('"mid"', '"expert"'), "level (line 4): "),
        (OWN.replace('"os.mine"', '"../etc"'), "id (line 2): "),
        (OWN.replace('"os.mine"', '"network.mine"'), "does not begin with the topic"),
        (OWN.replace('id = "second"', 'id = "second"\nweight = nan'), "key_points 2, weight"),
        (OWN.replace('id = "second"', 'id = "second"\nweight = -1'), "key_points 2, weight (line 14)"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_place_and_reason(
    own_folder: Path, text: str | bytes, why: str
) -> None:
    path = write(own_folder, text)
    with pytest.raises(InputError) as raised:
        load_bank(own_folder)
    assert str(path) in raised.value.what
    assert why in raised.value.why


def test_two_own_questions_of_one_id_are_refused(own_folder: Path) -> None:
    write(own_folder, OWN)
    write(own_folder, OWN, "os/zzz.toml")
    with pytest.raises(InputError, match=r"mine\.toml has the same id"):
        load_bank(own_folder)


def test_a_pipe_is_not_waited_for_and_folder_links_are_not_followed(own_folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, "not toml", "bad.toml")
    (own_folder / "link").symlink_to(outside)
    load_bank(own_folder)
    os.mkfifo(own_folder / "pipe.toml")
    with pytest.raises(InputError, match="not a regular file"):
        load_bank(own_folder)


def test_a_dangling_link_is_told(own_folder: Path) -> None:
    (own_folder / "gone.toml").symlink_to(own_folder / "nowhere")
    with pytest.raises(InputError, match=r"gone\.toml: there is no such file"):
        load_bank(own_folder)


def test_a_question_with_neither_reference_nor_points_is_asked_only() -> None:
    question = parse_question('id="os.a"\ntopic="os"\nlevel="mid"\nquestion.ko="왜?"', "x")
    assert question.reference is None
    assert question.rubric("en").question == "왜?"

import csv
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.interview.calibration.gold import Gold, read_gold

HEADER = "question_id,question,reference,answer,score,max_score"
ROW = "1,What is a stack?,It is last in first out.,LIFO,4,5"


def write(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "gold.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_row_is_read_with_all_its_columns(tmp_path: Path) -> None:
    points = json.dumps([{"id": "lifo", "statement": "last in first out", "must": True, "aliases": ["LIFO"]}])
    path = tmp_path / "gold.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["note", *HEADER.split(","), "score2", "key_points", "paraphrase"])
        writer.writerow(
            [
                "x",
                "1",
                "스택이란?",
                "나중에 넣은 것이 먼저 나온다",
                "LIFO\n예요",
                "4",
                "5",
                "2.5",
                points,
                "쌓는다",
            ]
        )
    gold = read_gold(path)
    (answer,) = gold.answers
    assert answer.rubric.lang == "ko"
    assert answer.rubric.key_points[0].aliases == ("LIFO",)
    assert answer.human == 3.25
    assert (answer.answer, answer.paraphrase, gold.max_score) == ("LIFO\n예요", "쌓는다", 5)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str) -> None:
    text = f"{HEADER}\r\n1,스택이란?,쌓는다,후입선출,4,5\r\n\r\n1,스택이란?,쌓는다,,0,5\r\n"
    gold = read_gold(write(tmp_path, text.encode(encoding)))
    assert [answer.answer for answer in gold.answers] == ["후입선출", ""]


def test_text_is_composed(tmp_path: Path) -> None:
    nfd = unicodedata.normalize("NFD", "후입선출")
    assert read_gold(write(tmp_path, f"{HEADER}\n1,q,r,{nfd},4,5\n")).answers[0].answer == "후입선출"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it is empty"),
        ("\n\n", "it is empty"),
        (HEADER, "it has no rows"),
        ("question_id,answer\n1,2", "line 1: columns are missing: question, reference, score, max_score"),
        (f"{HEADER},score\n{ROW},3", "line 1: the column score stands there twice"),
        (f"{HEADER}\n{ROW}\n\n1,q,r", "line 4: it has 3 fields, the header 6"),
        (
            f'{HEADER}\n1,q,r,"two\nlines",4,5\n1,q,r,a,6,5',
            "line 4: the number 6 of score is outside of 0 to 5",
        ),
        (f"{HEADER}\n1,q,r,a,-0.5,5", "line 2: the number -0.5 of score is outside of 0 to 5"),
        (f"{HEADER}\n1,q,r,a,nan,5", "line 2: no number stands in score: 'nan'"),
        (f"{HEADER}\n1,q,r,a,,5", "line 2: no number stands in score: ''"),
        (f"{HEADER}\n1,q,r,a,3,inf", "line 2: no number stands in max_score: 'inf'"),
        (f"{HEADER}\n1,q,r,a,0,0", "line 2: max_score must be more than 0"),
        (f"{HEADER},score2\n{ROW},9", "line 2: the number 9 of score2 is outside of 0 to 5"),
        (f"{HEADER}\n ,q,r,a,3,5", "line 2: question_id is empty"),
        (f"{HEADER}\n1,q, ,a,3,5", "line 2: reference is empty"),
        (f"{HEADER},key_points\n{ROW},{{", "line 2: key_points: Invalid JSON"),
        (
            f'{HEADER},key_points\n{ROW},"[{{""id"": ""a""}}]"',
            "line 2: key_points.0.statement: Field required",
        ),
        (f'{HEADER}\n1,q,r,"never closed,4,5', "unexpected end of data"),
        (f"{HEADER}\n1,q,r,{'x' * 5_000_000},4,5", "line 2: field larger than field limit"),
        (b"\xff\xfe\x00\x00", "neither UTF-8 nor CP949"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_line_and_reason(
    tmp_path: Path, content: str | bytes, why: str
) -> None:
    path = write(tmp_path, content)
    with pytest.raises(InputError) as raised:
        read_gold(path)
    assert str(path) in raised.value.what
    assert why in raised.value.why


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_gold(tmp_path / "gold.csv")
    with pytest.raises(InputError, match="cannot read"):
        read_gold(tmp_path)


def test_the_limit_takes_whole_questions_spread_over_the_file(tmp_path: Path) -> None:
    rows = [f"{number},q,r,answer {index},4,5" for number in range(10) for index in range(3)]
    gold = read_gold(write(tmp_path, "\n".join([HEADER, *rows])))
    limited = gold.limited(4)
    assert limited.question_ids == ("0", "2", "5", "7")
    assert len(limited.answers) == 12
    assert gold.limited(99) is gold


def test_the_digest_is_of_what_counts(tmp_path: Path) -> None:
    once = read_gold(write(tmp_path, f"{HEADER},note\n{ROW},x"))
    assert once.digest == read_gold(write(tmp_path, f"note,{HEADER}\ny,{ROW}\n")).digest
    assert once.digest != read_gold(write(tmp_path, f"{HEADER}\n{ROW.replace('4', '3')}")).digest


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('",\n\r;'), max_size=200))
def test_no_text_does_worse_than_an_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("gold") / "gold.csv"
    path.write_bytes(f"{HEADER}\n{ROW}\n{text}".encode())
    try:
        assert isinstance(read_gold(path), Gold)
    except InputError as error:
        assert "line" in error.why

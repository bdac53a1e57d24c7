"""Errors are told in the user's language, and the texts that are looked for are really raised."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import jobcoach
from jobcoach.cli.error_words import in_words, tell_error
from jobcoach.cli.main import run
from jobcoach.errors import InputError
from jobcoach.words import Words

KO = Words("ko")
_PLACES = re.compile(r"(?:\{[^{}]*\})+")


def test_each_piece_is_told_in_korean_and_what_varies_stays() -> None:
    error = InputError(
        "cannot write a {b}.xml",
        why="there is no folder /x: y",
        mend="'jobcoach problems list' shows the IDs",
    )
    what, mend = tell_error(error, KO)
    assert what == "a {b}.xml: 저장할 수 없습니다: /x: y 폴더가 없습니다"
    assert mend == "ID는 'jobcoach problems list'로 볼 수 있습니다"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("question.en (line 9): the text is empty", "question.en(9행): 내용이 비어 있습니다"),
        (
            "level (line 3): Input should be 'junior' or 'mid'",
            "level(3행): 쓸 수 있는 값은 'junior' or 'mid'",
        ),
        ("id (line 1): String should match pattern '^a$'", "id(1행): 형식이 맞지 않습니다. 정규식 '^a$'"),
    ],
)
def test_what_is_wrong_in_a_field_is_not_taken_for_the_file(reason: str, told: str) -> None:
    assert in_words(reason, KO) == told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            "key_points 2, weight (line 13): Input should be greater than 0",
            "key_points 2, weight(13행): 0보다 커야 합니다",
        ),
        ("key_points 2, statement (line 11) is missing", "key_points 2, statement(11행) 값이 없습니다"),
        ("line 2: question_id is empty", "2행: question_id가 비어 있습니다"),
        ("line 2: no number stands in score: 'nan'", "2행: score 값이 숫자가 아닙니다: 'nan'"),
        (
            "line 2: key_points: Invalid JSON: expected value at line 1 column 2",
            "2행: key_points: 올바른 JSON이 아닙니다: 1행 2열, 값이 있어야 합니다",
        ),
        ("line 1, column 3: Expecting ',' delimiter", "1행 3열: ',' 기호가 있어야 합니다"),
        (
            "it is not TOML: Cannot declare ('a',) twice (at line 2, column 3)",
            "TOML 형식이 아닙니다: 2행 3열, ('a',): 두 번 나옵니다",
        ),
        (
            "it is not TOML: Unclosed array (at end of document)",
            "TOML 형식이 아닙니다: 파일 끝, 배열을 ]로 닫지 않았습니다",
        ),
        ("[Errno 111] Connection refused", "연결이 거부되었습니다 (errno 111)"),
        (
            "[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1016)",
            "TLS 연결에 실패했습니다: WRONG_VERSION_NUMBER, wrong version number (_ssl.c:1016)",
        ),
    ],
)
def test_a_reason_is_told_to_its_end(reason: str, told: str) -> None:
    assert in_words(reason, KO) == told


def test_a_text_within_another_is_told_in_korean_too() -> None:
    assert (
        in_words("line 2: the number 7 of score is outside of 0 to 5", KO)
        == "2행: score 값 7: 0부터 5 사이여야 합니다"
    )
    assert in_words("there are no answers in standard input", KO) == "표준 입력: 답변이 없습니다"
    assert in_words("there are no answers in ./standard input", KO) == "./standard input: 답변이 없습니다"


def test_unknown_words_and_english_stay_as_they_are() -> None:
    error = InputError("the moon is full", why="it is night", mend="wait")
    assert tell_error(error, KO) == ("the moon is full: it is night", "wait")
    assert in_words("permission denied", Words("en")) == "permission denied"


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["judge", "missing.py"], "missing.py: 읽을 수 없습니다: 그런 파일이나 폴더가 없습니다"),
        (["judge", "x.py", "-j", "0"], "--jobs 값이 올바르지 않습니다: 1 이상이어야 합니다"),
        (["problems", "list", "--difficulty", "hard"], "정수여야 합니다"),
        (["problems", "show", "toll-pas"], "'toll-pas' 문제가 없습니다: 혹시 toll-pass?"),
        (["config", "set", "judge.sandbox", "vm"], "쓸 수 있는 값은 'docker' or 'process'"),
        (
            ["review", "/no/such/folder"],
            "/no/such/folder: 저장소를 찾을 수 없습니다: 그런 파일이나 폴더가 없습니다",
        ),
    ],
)
def test_what_a_candidate_meets(argv: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "ko", *argv]) == 2
    assert told in capsys.readouterr().err


def test_every_text_is_one_that_the_code_raises() -> None:
    """A text that is changed where it is raised must be changed in the words, too."""
    root = Path(jobcoach.__file__).parent
    raised = {text for file in root.rglob("*.py") for text in _texts_of(file)}
    failures = tomllib.loads((root / "portfolio/source/failures.toml").read_text(encoding="utf-8"))["failure"]
    raised |= {_PLACES.sub("{}", str(text)) for row in failures for text in row.values()}
    listed = {
        key: _PLACES.sub("{}", text)
        for key, text in Words("en").texts("errors").items()
        if not key.startswith("errors.types.")
    }
    assert {key: text for key, text in listed.items() if text not in raised} == {}


def _texts_of(file: Path) -> set[str]:
    texts = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            pieces = (piece.value if isinstance(piece, ast.Constant) else "{}" for piece in node.values)
            texts.add(_PLACES.sub("{}", "".join(map(str, pieces))))
        elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
            texts.add(f"{node.left.value}{{}}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(_PLACES.sub("{}", node.value))
    return texts

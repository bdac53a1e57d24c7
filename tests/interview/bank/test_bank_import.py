from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.errors import InputError
from jobcoach.interview.bank.importers.answer_text import prose, text_with_code
from jobcoach.interview.bank.importers.build import slug
from jobcoach.interview.bank.importers.import_file import Imported, ImportOptions, import_file
from jobcoach.interview.bank.importers.shapes import shape_names
from jobcoach.interview.bank.importers.topic_guess import guess_topic
from jobcoach.interview.bank.question import Question
from jobcoach.interview.bank.question_file import parse_question
from jobcoach.interview.bank.write import question_toml

DETAILS = """
## 운영체제

<details>
  <summary><h3>1. 프로세스가 무엇인가요?</h3></summary>
  <p>실행 중인 <b>프로그램</b>을 프로세스라고 합니다.</p>

```c
// <details><summary>코드 속의 태그인가요?</summary>
int x = a < b;
```

  - 독립된 주소 공간을 할당받습니다.
</details>

<details><summary>스레드에 대해 설명해 주세요.</summary>
<ul><li>스레드는 무엇을 공유하나요?</li><li>왜 스택은 따로 갖나요?</li></ul>
</details>

<details><summary>더보기</summary>
<details><summary>데드락이란?</summary> 서로의 자원을 끝없이 기다리는 상태입니다. </details>
</details>
"""
NUMBERED = """
# JavaScript questions

### Table of Contents
1. [What is a closure?](#closure)

### 1. What is a closure?

A closure is a function that *remembers* the [scope](https://example.com) it was made in.

#### 1.1 Example

It keeps the variables alive.

**[⬆ Back to Top](#top)**

### 2. What's the output?

```js
console.log(typeof null)
```

- A: `null`
- B: `object`

<details><summary><b>Answer</b></summary>

### Answer: B

The type of null is object, which is an old mistake of the language.
</details>

### 3) Explain hoisting

Declarations are moved to the top of their scope.
"""
ITEMS = """
1. ### What is React?

   React is a library for user interfaces.

2. ### What is JSX in React?

   JSX is a syntax for elements.

   #### More on what it is?

   It is compiled to function calls.
"""
HEADINGS = """
# Part 1 네트워크

## TCP와 UDP의 차이

### TCP

TCP는 연결을 맺고 순서를 보장합니다.

#### Reference

* http://example.com/tcp

## HTTP

HTTP는 상태를 갖지 않는 프로토콜입니다.

## 참고

아무거나
"""
BULLETS = """---
title: Questions
---

* [목차로](#목차)
* What is a CDN and why is it used?
* Explain the following headers:
  * ETag
  * Cache-Control
* 캐시가 무엇인가요?
  - 자주 쓰는 데이터를 가까이에 두는 저장소입니다.
* REST가 무엇인가요?
  - 무상태란 무슨 뜻인가요?
* Sometimes I just talk
"""


def imported(tmp_path: Path, text: str, name: str = "os.md", **options: str) -> Imported:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return import_file(path, ImportOptions(lang="en", **options))  # type: ignore[arg-type] # a test's short hand


def asked(result: Imported) -> list[str]:
    return [question.question.best("ko") for question in result.questions]


def answer(question: Question) -> str | None:
    return question.reference.best("ko") if question.reference else None


def test_details(tmp_path: Path) -> None:
    result = imported(tmp_path, DETAILS, "notes.md")
    assert result.shape == "details"
    assert asked(result) == ["프로세스가 무엇인가요?", "스레드에 대해 설명해 주세요.", "데드락이란?"]
    process, thread, deadlock = result.questions
    assert answer(process) == "실행 중인 프로그램을 프로세스라고 합니다.\n- 독립된 주소 공간을 할당받습니다."
    assert answer(thread) is None, "further questions are no answer"
    assert answer(deadlock) == "서로의 자원을 끝없이 기다리는 상태입니다."
    assert {question.topic for question in result.questions} == {"os"}
    assert [point.statement.ko for point in process.key_points] == [
        "실행 중인 프로그램을 프로세스라고 합니다.",
        "독립된 주소 공간을 할당받습니다.",
    ]


def test_numbered_headings(tmp_path: Path) -> None:
    result = imported(tmp_path, NUMBERED, "README.md")
    assert result.shape == "numbered"
    closure, output, hoisting = result.questions
    assert closure.id == "javascript.what-is-a-closure"
    assert closure.reference is not None
    assert closure.reference.en == (
        "A closure is a function that remembers the scope it was made in.\n"
        "1.1 Example\nIt keeps the variables alive."
    )
    assert output.question.en == "What's the output?\n\nconsole.log(typeof null)\n- A: null\n- B: object"
    assert answer(output) == "Answer: B\nThe type of null is object, which is an old mistake of the language."
    assert output.id.startswith("javascript.whats-the-output-")
    assert hoisting.question.en == "Explain hoisting"


def test_headings_in_a_numbered_list(tmp_path: Path) -> None:
    result = imported(tmp_path, ITEMS, "README.md")
    assert [question.id for question in result.questions] == [
        "react.what-is-react",
        "react.what-is-jsx-in-react",
    ]
    assert answer(result.questions[0]) == "React is a library for user interfaces."
    assert "compiled to function calls" in (answer(result.questions[1]) or "")


def test_a_heading_a_question(tmp_path: Path) -> None:
    result = imported(tmp_path, HEADINGS, "README.md")
    assert result.shape == "headings"
    assert asked(result) == ["TCP와 UDP의 차이", "HTTP에 대해 설명해 주세요."]
    assert answer(result.questions[0]) == "TCP\nTCP는 연결을 맺고 순서를 보장합니다."
    assert {question.topic for question in result.questions} == {"network"}


def test_a_title_that_asks_nothing_alone_takes_the_chapter_above(tmp_path: Path) -> None:
    korean = imported(
        tmp_path, "# 정리\n## 1. 인터럽트\n### 정의\n신호입니다.\n### 벡터\n표입니다.\n", shape="headings"
    )
    assert asked(korean) == ["인터럽트의 정의에 대해 설명해 주세요.", "벡터에 대해 설명해 주세요."]
    text = "## 인터럽트\n### 정의\n신호입니다.\n### 벡터란?\n표입니다.\n"
    assert asked(imported(tmp_path, text)) == ["인터럽트의 정의에 대해 설명해 주세요.", "벡터란?"]
    text = "## Interrupts\n### Types\nTwo of them.\n### What is a vector?\nA table.\n"
    assert asked(imported(tmp_path, text)) == ["Explain: Types of Interrupts.", "What is a vector?"]


def test_bare_bullets(tmp_path: Path) -> None:
    result = imported(tmp_path, BULLETS, topic="caching")
    assert result.shape == "bullets"
    assert asked(result) == [
        "What is a CDN and why is it used?",
        "Explain the following headers:\n\n- ETag\n- Cache-Control",
        "캐시가 무엇인가요?",
        "REST가 무엇인가요?",
    ]
    assert [answer(question) for question in result.questions] == [
        None,
        None,
        "- 자주 쓰는 데이터를 가까이에 두는 저장소입니다.",
        None,
    ]
    assert {question.topic for question in result.questions} == {"caching"}


def test_a_shape_can_be_named(tmp_path: Path) -> None:
    assert shape_names() == ("details", "numbered", "headings", "bullets")
    assert imported(tmp_path, NUMBERED, shape="headings").shape == "headings"
    with pytest.raises(InputError, match=r"no shape 'detail': did you mean details\?"):
        imported(tmp_path, NUMBERED, shape="detail")


def test_a_file_without_questions_is_told(tmp_path: Path) -> None:
    for text in ("", "just a text", "# \n- \n", "\x00"):
        with pytest.raises(InputError, match="no question was found"):
            imported(tmp_path, text)
    with pytest.raises(InputError, match="not a regular file"):
        import_file(tmp_path, ImportOptions(lang="en"))
    (tmp_path / "binary").write_bytes(b"\xff\x00\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        import_file(tmp_path / "binary", ImportOptions(lang="en"))


def test_importing_twice_gives_the_same_ids_and_repeats_are_counted(tmp_path: Path) -> None:
    once = imported(tmp_path, DETAILS)
    again = imported(tmp_path, "# 앞에 다른 것\n\n" + DETAILS + DETAILS)
    assert [question.id for question in once.questions] == [question.id for question in again.questions]
    assert again.repeated == 3


def test_what_nothing_tells_the_topic_of_is_general(tmp_path: Path) -> None:
    text = "- 왜 그런가요?\n- 취미가 무엇인가요?\n- 캐싱은 왜 하나요?\n"
    assert [each.topic for each in imported(tmp_path, text, "x.md").questions] == [
        "general",
        "general",
        "caching",
    ]


def test_slugs_are_stable_and_say_what_they_can() -> None:
    assert slug("What is a closure?") == "what-is-a-closure"
    assert slug("가상 메모리란?") == slug(" 가상  메모리란?")
    assert slug("가상 메모리란?") != slug("가상 메모리")
    assert slug("TCP의 흐름 제어").startswith("tcp-")
    assert len(slug("word " * 50)) <= 64


@pytest.mark.parametrize(
    ("texts", "topic"),
    [
        (["Spring Boot 질문"], "spring"),
        (["운영체제론"], "os"),
        (["Operating_System"], "os"),
        (["react-interview"], "react"),
        (["reaction times"], None),
        (["Computer Architecture"], None),
        (["JavaScript"], "javascript"),
        (["nothing", "컴퓨터 네트워크"], "network"),
    ],
)
def test_topics_are_guessed_by_whole_names(texts: list[str], topic: str | None) -> None:
    assert guess_topic(texts) == topic


def test_markup_is_taken_away() -> None:
    assert prose("**굵게** `코드` ![그림](a.png) [링크](b) <br>줄<!-- 숨김 --> List<String> &lt;T&gt;") == (
        "굵게 코드 링크\n줄 List<String> <T>"
    )
    assert prose("```\nonly code\n```") == "only code"
    assert prose("text\n```\ncode\n```") == "text"
    assert text_with_code("text\n```\n  code\n```") == "text\n  code"
    assert prose("| a | b |\n|---|---|\n| 1 | 2 |") == "a | b\n1 | 2"
    assert prose("> 인용한 답") == "인용한 답"


MARKUP = st.lists(
    st.sampled_from(
        ["<details>", "<summary>", "</summary>", "</details>", "# ", "### 1. ", "- ", "왜?",
         "What is it?", "\n", "\n\n", "```", "> ", "    ", "[a](b)", "\x1b[31m", "&amp;", "|", "---",
         "\u202e", "1. ", "답변", "OS"]
    ) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    max_size=60,
).map("".join)  # fmt: skip


@given(MARKUP)
def test_whatever_a_file_holds_what_is_imported_can_be_kept(text: str) -> None:
    from jobcoach.interview.bank.importers.build import Defaults, build_question
    from jobcoach.interview.bank.importers.fold import read_document
    from jobcoach.interview.bank.importers.shapes import read_shape

    document = read_document(text)
    for name in shape_names():
        for found in read_shape(document, name):
            question = build_question(found, Defaults("mid", "ko", lambda _: "os"))
            if question is not None:
                assert parse_question(question_toml(question), "x") == question
                assert "\x1b" not in question.question.best("ko")


@pytest.mark.parametrize(
    "text",
    [
        "<details>" * 5_000,
        "<details><summary>why?</summary>" * 3_000,
        "- what is " + "[" * 50_000 + "?",
        "## x" + "(a)" * 30_000 + "b",
        "## what is it?\n" + "<!--" * 30_000,
        ">" * 20_000 + "# why?",
        "# why is it so?\n" * 5_000,
        "## why?\n" + " " * 200_000 + "x",
    ],
    ids=range(8),
)
def test_a_file_made_to_be_slow_is_read(tmp_path: Path, text: str) -> None:
    try:
        assert len(imported(tmp_path, text).questions) <= 5_000
    except InputError as error:
        assert "no question was found" in error.what

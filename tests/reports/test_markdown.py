"""The Markdown report renders as meant, whatever files are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged_cases import judged, mixed_report, outcome
from markdown_it import MarkdownIt

from jobcoach.errors import InputError
from jobcoach.judge.results import CompileResult
from jobcoach.judge.submissions.discover import Unusable
from jobcoach.reports.judge_report import JudgeReport
from jobcoach.reports.markdown import SUMMARY_BYTES_MAX, judge_markdown
from jobcoach.words import LANGUAGES, Language, Words

HOSTILE = (
    "`|<script>alert(1)</script>[x](http://e.example)![i](//e.example/i.png)"
    " www.e.example *b* @you #1 a@b.example"
)


def rendered(report: JudgeReport, language: Language = "en") -> str:
    return (
        MarkdownIt("gfm-like", {"linkify": False})
        .enable("table")
        .render(judge_markdown(report, Words(language)))
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_row_a_submission(language: Language) -> None:
    table = rendered(mixed_report(), language).split("</table>")[0]
    assert table.count("<tr>") == 1 + 6
    for path in ("ok.py", "wrong.py", "broken.cpp", "engine.py", "empty.py", "late.py"):
        assert f"<td><code>{path}</code></td>" in table


def test_details_are_folded_and_only_of_what_failed() -> None:
    document = rendered(mixed_report())
    assert document.count("<details>") == 3
    assert "<summary><code>ok.py" not in document
    assert "not run" in document
    assert "<pre>x.cpp:1: error: &lt;oh&gt; &amp; \\x1b[31m\\x00</pre>" in document


def test_secret_messages_stay_out() -> None:
    document = judge_markdown(mixed_report(), Words("en"))
    assert "4242" not in document
    assert "3 is right" in document


def test_process_sandbox_is_marked() -> None:
    assert "NOT ISOLATED" in judge_markdown(JudgeReport("process", (judged(),)), Words("en"))


def hostile_report(text: str) -> JudgeReport:
    result = judged(
        text,
        "WA",
        outcome("sample/1", "WA", message=text),
        problem=text,
        message=text,
        compile=CompileResult(ok=False, output=text),
    )
    return JudgeReport("docker", (result,), not_judged=(text,), stopped_by=text)


def test_hostile_names_are_shown_as_they_are() -> None:
    document = rendered(hostile_report(HOSTILE))
    for markup in ("<script", "<a ", "<img", "<em>"):
        assert markup not in document
    source = judge_markdown(hostile_report(HOSTILE), Words("en"))
    assert "www.e" not in source.replace("<pre>" + source.partition("<pre>")[2].partition("</pre>")[0], "")
    assert "@you" not in source.partition("<details>")[0]


@given(st.text(st.sampled_from("|`<>&*_[]()!\\#-+.:/@~\n\t wa\u3000한\u202e\ud800"), max_size=20))
def test_no_text_breaks_the_table(text: str) -> None:
    table = rendered(hostile_report(f"a{text}b")).split("</table>")[0]
    assert table.count("<tr>") == 3
    assert table.count("<td") == 2 * 7


def test_nothing_judged_is_told_in_place_of_a_table() -> None:
    document = judge_markdown(JudgeReport("docker"), Words("en"))
    assert "Nothing was judged." in document
    assert "|" not in document


def long_report(text: str, submissions: int, tests: int) -> JudgeReport:
    outcomes = [outcome(f"secret/{number}{text}", "RTE", message=text) for number in range(tests)]
    one = judged(f"{text}.py", "RTE", *outcomes, message=text)
    left = (text,) * submissions
    unusable = tuple(Unusable(path, InputError(text, why=text)) for path in left)
    return JudgeReport("process", (one,) * submissions, unusable, left, stopped_by=text * 100)


@given(
    st.text(st.characters(codec=None), min_size=1, max_size=30),
    st.integers(0, 40),
    st.integers(0, 40),
    st.integers(8 << 10, 40 << 10),
    st.sampled_from(LANGUAGES),
)
def test_the_report_keeps_to_its_size_and_cuts_no_row(
    text: str, submissions: int, tests: int, bytes_max: int, language: Language
) -> None:
    report = long_report(text, submissions, tests)
    words = Words(language)
    whole = judge_markdown(report, words, bytes_max=1 << 30)
    document = judge_markdown(report, words, bytes_max=bytes_max)
    assert len(document.encode("utf-8")) <= bytes_max  # and it is UTF-8: no lone surrogate
    assert {line for line in document.split("\n") if line.startswith("|")} <= set(whole.split("\n"))
    assert document.count("<details>") == document.count("</details>")
    # What stands there and what is counted as left out make up the whole.
    rows = document.split("\n\n")[1].split("\n")[2:] if submissions else []
    for left, told in (
        (3 * submissions - len(rows), "rows_left_out"),
        (submissions - document.count("<details>"), "details_left_out"),
    ):
        assert (f"> ⚠️ {words(f'judge.markdown.{told}', count=left)}" in document) == (left > 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_of_many_submissions_is_one_that_github_takes(language: Language) -> None:
    document = judge_markdown(long_report("한글 이름" * 20, 4000, 1), Words(language))
    assert SUMMARY_BYTES_MAX - 10_000 < len(document.encode("utf-8")) <= SUMMARY_BYTES_MAX
    assert Words(language)("judge.markdown.title") in document


def test_one_submission_with_very_many_tests_leaves_room_for_others() -> None:
    document = judge_markdown(long_report("x", 3, 20_000), Words("en"))
    assert document.count("<details>") == 3
    assert document.count("more tests are left out.") == 3

"""Verdicts on a terminal: aligned, cut to its width, and nothing of the secret tests."""

import pytest
from judged_cases import SECRET, judged, mixed_report, outcome

from jobcoach.judge.results import CompileResult, SampleView
from jobcoach.reports.figures import duration, points, rough_duration, size
from jobcoach.reports.judge_terminal import (
    failed_samples,
    header_line,
    result_lines,
    sample_block,
    submission_lines,
    totals_line,
    verdict_lines,
)
from jobcoach.reports.style import Style
from jobcoach.text import width
from jobcoach.words import Words

EN, KO = Words("en"), Words("ko")
PLAIN = Style(80)


def test_header_names_problem_language_and_path() -> None:
    assert header_line("two-sum", "cpp", "a\x1b.cpp", PLAIN) == "two-sum · C++20 · a\\x1b.cpp"


def test_one_line_a_test() -> None:
    assert result_lines(outcome("sample/1"), 12, PLAIN) == ["  sample/1      AC      12 ms     8.6 MiB"]
    with_points = outcome("secret/1", "TLE", cpu_seconds=12.345, points=2.5)
    assert result_lines(with_points, 12, PLAIN) == ["  secret/1      TLE    12.3 s     8.6 MiB     2.5"]


def test_message_stands_beside_its_test_or_below_where_it_does_not_fit() -> None:
    test = outcome("secret/1", "RTE", message="exit code 1 (ValueError)\nTraceback")
    for style in (PLAIN, Style(80, colour=True)):
        [line] = result_lines(test, 12, style)
        assert line.endswith("8.6 MiB  exit code 1 (ValueError)")
    assert result_lines(test, 40, PLAIN)[1] == "    exit code 1 (ValueError)"
    long = outcome("sample/1", "WA", message="long " * 40)
    assert [width(line) <= 80 for line in result_lines(long, 12, PLAIN)] == [True, True]


def test_words_of_a_validator_about_a_secret_test_are_left_out() -> None:
    assert result_lines(outcome("secret/1", "WA", message=SECRET), 12, PLAIN) == [
        "  secret/1      WA      12 ms     8.6 MiB"
    ]


def test_end_of_an_accepted_submission() -> None:
    one = judged(
        "a.py", "AC", outcome("sample/1"), outcome("secret/1", cpu_seconds=0.5, memory_bytes=1 << 30)
    )
    assert verdict_lines(one, EN, PLAIN) == [
        "AC  accepted · 2 of 2 tests accepted",
        "slowest secret/1 500 ms · peak memory 1024.0 MiB",
    ]


def test_end_of_a_partly_accepted_submission_in_korean() -> None:
    tests = (outcome("sample/1"), outcome("secret/1", "WA"))
    one = judged(
        "a.py", "WA", *tests, test_names=("sample/1", "secret/1", "secret/2"), points=40, max_points=100
    )
    assert verdict_lines(one, KO, PLAIN)[0] == "WA  틀렸습니다 · 테스트 3개 중 1개 통과 · 100점 만점에 40점"


def test_compile_error_shows_the_compilers_words_printable_and_cut() -> None:
    output = "\n".join(f"line {number}\x1b[0m" for number in range(100))
    shown = verdict_lines(judged("a.cpp", "CE", compile=CompileResult(ok=False, output=output)), EN, PLAIN)
    assert shown[0] == "  line 0\\x1b[0m"
    assert shown[40:] == ["  … 60 more lines", "CE  compile error"]


def test_judge_error_is_not_blamed_on_the_submission() -> None:
    shown = verdict_lines(judged("a.py", "JE", message="lost\x00"), EN, PLAIN)
    assert shown[1:] == ["lost\\x00", EN("judge.not_your_fault")]


def test_kept_and_unisolated_verdicts_are_marked() -> None:
    shown = verdict_lines(judged("a.py", cached=True, sandbox="process"), EN, PLAIN)
    assert shown[1:] == [EN("judge.cached"), EN("judge.not_isolated")]


def test_sample_block_has_the_data_and_the_difference() -> None:
    [failed] = failed_samples(mixed_report().judged[1].result)
    block = sample_block(failed, EN, PLAIN, difference=True)
    assert block[1] == "sample/1"
    assert block[-1] == "  first difference: line 1: expected '3', given '4'"


def test_only_samples_have_a_block() -> None:
    view = SampleView(SECRET, SECRET, "")
    assert failed_samples(judged("a.py", "WA", outcome("secret/1", "WA", sample=view)).result) == []


def test_one_line_a_submission_of_a_batch() -> None:
    accepted, wrong, broken, _ = mixed_report().judged
    assert [line for one in (accepted, wrong, broken) for line in submission_lines(one, 12, PLAIN)] == [
        "AC    100/100     12 ms     8.6 MiB  ok.py         two-sum",
        "WA      0/100     12 ms     8.6 MiB  wrong.py      two-sum",
        "CE      0/100         -           -  broken.cpp    two-sum",
    ]


def test_totals() -> None:
    told = totals_line(mixed_report(), EN, PLAIN)
    assert told == "4 submissions · AC 1 · WA 1 · CE 1 · JE 1 · 1 unusable · 1 not judged"
    assert totals_line(mixed_report(), KO, PLAIN).startswith("제출 4개 · AC 1")


def test_colour_only_where_asked() -> None:
    assert "\x1b[1;31mWA" in submission_lines(judged("a.py", "WA"), 5, Style(80, colour=True))[0]
    assert "\x1b" not in submission_lines(judged("a.py", "WA"), 5, PLAIN)[0]


def test_a_batch_says_why_it_could_not_judge() -> None:
    lines = submission_lines(judged("a.py", "JE", message="no image:\nlost\x00"), 5, PLAIN)
    assert [line.strip() for line in lines[1:]] == ["no image: lost\\x00"]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (duration(0.0004), "0 ms"),
        (duration(9.9994), "9999 ms"),
        (duration(10), "10.0 s"),
        (rough_duration(0.08), "1 s"),
        (rough_duration(59.6), "60 s"),
        (rough_duration(150), "2 min"),
        (size(0), "0 KiB"),
        (size(640 << 10), "640 KiB"),
        (size(9_000_000), "8.6 MiB"),
        (points(0), "0"),
        (points(100), "100"),
        (points(33.333), "33.33"),
        (points(12.5), "12.5"),
    ],
)
def test_figures(shown: str, told: str) -> None:
    assert shown == told

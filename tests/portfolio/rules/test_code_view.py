import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_cases import info_of

from jobcoach.portfolio.facts.file_facts import read_text
from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.code_view import CodeView, code_view


def _view(path: str, text: str) -> CodeView:
    return CodeView(SourceText(info_of(path), tuple(text.split("\n")), "utf-8"))


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("a.py", 'x = f"a{b}" # "q"', 'x = f"    "      '),
        ("a.py", "'''d\n\"s''' + y", "'   \n    ' + y"),
        ("a.py", r"x = 'a\'b' + r'\\'", "x = '    ' + r'  '"),
        ("a.py", 'return"a#b"', 'return"   "'),
        ("A.java", 'String s = "a // b"; // c', 'String s = "      ";     '),
        ("A.java", "/* x\n y */ char c = '\"';", "    \n      char c = ' ';"),
        ("A.java", 'a("""\n "b" // c\n""");', 'a("  \n         \n  ");'),
        ("a.js", "const a = `x ${b}`; // k", "const a = `      `;     "),
        ("a.js", "a.replace(/[\"'/]/g, b) // c", "a.replace(/     /g, b)     "),
        ("a.js", "x = a / b; y = c / d", "x = a / b; y = c / d"),
        ("a.tsx", "<p>Don't</p>\nf()", "<p>Don'     \nf()"),
        ("a.go", 'a := `x\n"y`; b := "q"', 'a := ` \n  `; b := " "'),
        ("a.cpp", "int a = 1'000; // b", "int a = 1'000;     "),
        ("a.yml", "a: b#c # d\nurl: x", "a: b#c    \nurl: x"),
        ("a.vue", "<!-- a -->\n<b>", "          \n<b>"),
        ("a.txt", 'a "b" // c', 'a "b" // c'),
    ],
)
def test_blanks_comments_and_strings(path: str, text: str, code: str):
    assert _view(path, text).code == code


def test_strings_stay_where_only_comments_are_blanked():
    assert _view("a.py", 'x = "a" # b').uncommented == 'x = "a"    '


@pytest.mark.parametrize(
    "path", ["a.py", "a.java", "a.js", "a.go", "a.cpp", "a.yml", "a.sql", "a.html", "a.rb"]
)
@given(text=st.text(alphabet="\"'`/*#\\-<!>= ax\n(){}가\ud800"))
def test_length_and_lines_are_kept(path: str, text: str):
    view = _view(path, text)

    for blanked in (view.code, view.uncommented):
        assert [len(line) for line in blanked.split("\n")] == [len(line) for line in text.split("\n")]
    for offset in range(len(text)):
        assert view.line_at(offset) == text.count("\n", 0, offset) + 1
    assert all(view.text[span.start : span.end] for span in view.spans)


def test_a_file_is_seen_once():
    source = read_text(info_of("a.py"), b"x = 1\n")

    assert source is not None
    assert code_view(source) is code_view(source)
    assert code_view(source) is not code_view(SourceText(source.info, source.lines, source.encoding))

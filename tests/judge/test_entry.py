"""Which file and class a submission starts with."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_packages import submission

from jobcoach.judge.languages import all_languages, language
from jobcoach.judge.package.model import Limits
from jobcoach.judge.running.commands import compile_program, run_program
from jobcoach.judge.submissions.entry import find_entry

MAIN = "public static void main(String[] args) { }"


def java(files: dict[str, str] | str) -> tuple[tuple[str, ...], str]:
    """The names of the files as javac gets them, and the class that is started."""
    handed_in = submission("java", {"solution.java": files} if isinstance(files, str) else files)
    entry = find_entry(handed_in, language("java"))
    return entry.sources(language("java")), entry.main_class


@pytest.mark.parametrize(
    ("source", "file", "main_class"),
    [
        ("public class Main { %s }", "Main.java", "Main"),
        ("public final class 풀이 { %s }", "풀이.java", "풀이"),
        ("final public class A$B { %s }", "A$B.java", "A$B"),
        ("class Hidden { %s }", "solution.java", "Hidden"),
        ("package kr.co.code; public class Main { %s }", "Main.java", "kr.co.code.Main"),
        ("/* package no; */ // package no;\nclass A { %s }", "solution.java", "A"),
        ("// public class No {\nclass A { %s }", "solution.java", "A"),
        ("/* public class No { */ public class A { %s }", "A.java", "A"),
        ('class A { String s = "public class No {"; %s }', "solution.java", "A"),
        ("class A { char c = '\"', d = '{'; String s = \"\\\"}\"; %s }", "solution.java", "A"),
        ('class A { String s = """\n  } public class No { " \\""" """; %s }', "solution.java", "A"),
        ("class A { class B { } %s }", "solution.java", "A"),
        ("class A { static class B { %s } }", "solution.java", "A$B"),
        ("class A { public enum Kind { X { } } public static class B { } %s }", "solution.java", "A"),
        ("class A { interface F { int f(); } F f = () -> { return 1; }; %s }", "solution.java", "A"),
        ("class A { } class B { %s } class C { }", "solution.java", "B"),
        ("class A { %s } class Main { %s }", "solution.java", "Main"),
        ("class A { static class B { %s } %s }", "solution.java", "A"),
        ("public record Point(int x) { %s }", "Point.java", "Point"),
        ("public enum Day { MON; %s }", "Day.java", "Day"),
        ("public interface Run { static void main(String... a) { } }", "Run.java", "Run"),
        ("class A { void main(String[] a) { } } class B { %s }", "solution.java", "B"),
        ("class A { static void main(String[] a) { } } class B { %s }", "solution.java", "B"),
        ("class A { public static void main() { } } class B { %s }", "solution.java", "B"),
        ("class A { static public void main(final String[] a) { } }", "solution.java", "A"),
        ("class A { public static synchronized\n void\n main ( String a [] ) { } }", "solution.java", "A"),
        ("@Deprecated() public sealed class A permits B { %s }\nfinal class B extends A { }", "A.java", "A"),
        ("import java.util.*;\n\npublic\nabstract\nclass\nA<T> { %s }", "A.java", "A"),
        ("class A { }", "solution.java", "Main"),
        ("", "solution.java", "Main"),
        ("}}} class A { %s", "solution.java", "A"),
    ],
)
def test_the_java_class_with_main_is_found(source: str, file: str, main_class: str) -> None:
    assert java(source.replace("%s", MAIN)) == ((file,), main_class)


def test_several_java_files_keep_their_folders() -> None:
    sources, main_class = java(
        {
            "app/run.java": f"package app; public class Start {{ {MAIN} }}",
            "util/Maths.java": "package util; public class Maths { }",
        }
    )
    assert sources == ("app/Start.java", "util/Maths.java")
    assert main_class == "app.Start"


def test_of_several_java_starts_main_goes_first() -> None:
    files = {"A.java": f"class A {{ {MAIN} }}", "z.java": f"class Main {{ {MAIN} }}"}
    assert java(files)[1] == "Main"


def test_no_java_file_takes_anothers_place() -> None:
    files = {"Main.java": f"class Other {{ {MAIN} }}", "b.java": "public class Main { }"}
    assert java(files)[0] == ("Main.java", "b.java")


def test_a_java_entry_point_that_is_given_counts() -> None:
    handed_in = submission("java", {"A.java": f"class A {{ {MAIN} }}"}, entry_point="B")
    assert find_entry(handed_in, language("java")).main_class == "B"


@pytest.mark.parametrize(
    "source",
    ["/*a" * 40_000, '"\\"' * 40_000, '"""' * 40_001 + "\\", "\n" * 120_000 + "x", "class a " * 15_000,
     "'" * 120_000, "public " * 18_000, "void main(" + " " * 120_000, "{" * 120_000,
     "package " + "a" * 120_000],
)  # fmt: skip
def test_hostile_java_takes_no_time(source: str) -> None:
    began = time.process_time()
    java(source)
    assert time.process_time() - began < 2


PIECES = [*"{}\"'/*\\\n ;$a", "class ", "public ", MAIN]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_java_has_an_entry(source: str) -> None:
    (file,), main_class = java(source)
    assert file.endswith(".java")
    assert main_class


@pytest.mark.parametrize(
    ("names", "main"),
    [
        (["helper.py", "main.py"], "main.py"),
        (["a.py", "src/main.py"], "src/main.py"),
        (["__main__.py", "main.py"], "__main__.py"),
        (["other.py", "solution.py"], "solution.py"),
        (["b.py", "data.txt", "a.py"], "a.py"),
        (["data.txt"], "data.txt.py"),
        (["1.txt", "z.py"], "z.py"),
    ],
)
def test_the_main_file_of_several_is_found(names: list[str], main: str) -> None:
    handed_in = submission("python", dict.fromkeys(names, ""))
    assert find_entry(handed_in, language("python")).main == main


@pytest.mark.parametrize("row", all_languages().values(), ids=lambda row: row.id)
def test_a_source_without_an_extension_gets_one(row) -> None:
    entry = find_entry(submission(row.id, {"handed in": "x"}), row)
    assert entry.sources(row) == (f"handed in{row.extensions[0]}",)


def test_an_entry_point_that_is_given_is_the_main_file() -> None:
    handed_in = submission("python", {"main.py": "", "b.py": ""}, entry_point="b.py")
    assert find_entry(handed_in, language("python")).main == "b.py"


@pytest.mark.parametrize("row", all_languages().values(), ids=lambda row: row.id)
@pytest.mark.parametrize("stem", ["-o", "@list", "a b", "한글", "--", "x;y"])
def test_no_file_name_becomes_an_option(row, stem: str) -> None:
    name = stem + row.extensions[0]
    entry = find_entry(submission(row.id, {name: "x"}), row)
    compiling = compile_program(row, entry, Limits()).argv
    running = run_program(row, entry, Limits(), 1.0, kill_factor=1.0).argv
    assert all(word[0] not in "-@" for word in (*compiling, *running) if name in word)
    assert any(name in word for word in compiling)

import pytest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import infos, source_text, texts_of

from jobcoach.portfolio.facts.readme import find_readme, find_readmes, is_readme
from jobcoach.portfolio.facts.readme_document import Link, ReadmeDocument, readme_document
from jobcoach.portfolio.facts.relative_links import repository_path

README = """\
<h1 align="center">Shop</h1>

A shop for **books**. See [the guide](docs/guide.md) or [![Build](https://x/b.svg)](https://x/ci).

![first](img/a.png) <img
  src="img/b.png" alt="second">

<!-- ![hidden](no.png) -->

## Run it

```bash
# a comment, no heading
npm start
```

`![code](no.png)`

### Windows

[ref]: docs/ref.md

## Team
"""


def parsed(text: str, path: str = "README.md") -> ReadmeDocument:
    return readme_document(source_text(text, path))


def test_a_markdown_readme_is_taken_apart() -> None:
    document = parsed(README)
    assert [(s.level, s.title, s.start, s.end) for s in document.sections] == [
        (1, "Shop", 1, 24),
        (2, "Run it", 10, 22),
        (3, "Windows", 19, 22),
        (2, "Team", 23, 24),
    ]
    assert document.links == (
        Link("image", "https://x/b.svg", "Build", 3),
        Link("link", "docs/guide.md", "the guide", 3),
        Link("link", "https://x/ci", "", 3),
        Link("image", "img/a.png", "first", 5),
        Link("image", "img/b.png", "second", 5),
        Link("link", "docs/ref.md", "ref", 21),
    )
    (block,) = document.code_blocks
    assert (block.language, block.start, block.first, block.end, block.lines) == (
        "bash",
        12,
        13,
        15,
        ("# a comment, no heading", "npm start"),
    )
    assert (3, "A shop for books. See the guide or .") in document.prose


def test_the_innermost_section_holds_a_line() -> None:
    document = parsed(README)
    assert document.section_at(20) is not None
    assert [section.title for section in document.sections_at(20)] == ["Shop", "Run it", "Windows"]
    assert parsed("no heading").section_at(1) is None


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("```\na\n```", True),
        ("```\na\n````\nb", True),
        ("```\na\n\nb", False),
        ("~~~\na\n```", False),
        ("```", False),
    ],
)
def test_an_open_fence_is_seen(text: str, closed: bool) -> None:
    assert parsed(text).code_blocks[0].closed is closed


def test_other_formats_give_sections_links_and_code() -> None:
    rst = parsed(
        "Shop\n====\n\n.. image:: img/a.png\n\nRun::\n\n  make run\n\nSee `this <docs/x.rst>`_.\n",
        "README.rst",
    )
    assert [section.title for section in rst.sections] == ["Shop"]
    assert [(link.kind, link.target) for link in rst.links] == [
        ("image", "img/a.png"),
        ("link", "docs/x.rst"),
    ]
    assert "make run" in rst.code_blocks[0].lines
    adoc = parsed("= Shop\n\n== Run\n\n----\nmake run\n----\nimage::img/a.png[]\n", "README.adoc")
    assert [section.title for section in adoc.sections] == ["Shop", "Run"]
    assert adoc.code_blocks[0].lines == ("make run",)
    assert [link.target for link in adoc.links] == ["img/a.png"]


@pytest.mark.parametrize(
    "text",
    [
        "![](" + "a" * 4000,
        "[" * 9000,
        "<!--" * 9000,
        "`" * 9000,
        "<img " * 5000,
        "*" * 9000,
        "![a](" * 2000,
        "> " * 4000,
    ],
)
def test_a_readme_made_to_be_slow_is_not(text: str) -> None:
    parsed("\n".join([text] * 20))


@given(st.text(alphabet=st.sampled_from("#`[]()!<>-*_ \n\tabc가.:=~\ud800\x00"), max_size=300))
def test_any_text_is_taken_apart_within_its_lines(text: str) -> None:
    lines = text.count("\n") + 1
    for path in ("README.md", "README.rst", "README.adoc", "README"):
        document = parsed(text, path)
        assert all(1 <= section.start <= section.end <= lines for section in document.sections)
        assert all(1 <= link.line <= lines for link in document.links)
        assert all(1 <= block.start <= block.end <= lines for block in document.code_blocks)
        assert all(1 <= line <= lines and prose for line, prose in document.prose)


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        (["README.md", ".github/README.md", "docs/README.md"], ".github/README.md"),
        (["docs/README.md", "src/README.md"], "docs/README.md"),
        (["README.ko.md", "readme.rst", "README.md"], "README.md"),
        (["README_KR.md"], "README_KR.md"),
        (["README", "README.txt"], "README.txt"),
        (["src/README.md", "READMORE.md"], None),
    ],
)
def test_the_readme_that_a_visitor_sees_first(files: list[str], shown: str | None) -> None:
    given_files = dict.fromkeys(files, "# x")
    found = find_readme(infos(given_files), texts_of(given_files))
    assert (found and found.path) == shown


def test_translations_follow_the_one_that_is_shown() -> None:
    files = dict.fromkeys(["README-ko.md", "README.md", "docs/README.md", "README.en.md"], "# x")
    found = find_readmes(infos(files), texts_of(files))
    assert [text.path for text in found] == ["README.md", "README-ko.md", "README.en.md"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("README.md", True),
        ("a/readme.ko.md", True),
        ("Read-Me.txt", True),
        ("readme.py", False),
        ("README.md.bak", False),
    ],
)
def test_what_is_a_readme(path: str, expected: bool) -> None:
    assert is_readme(path) is expected


@pytest.mark.parametrize(
    ("readme", "target", "path"),
    [
        ("README.md", "./docs/a.md#top", "docs/a.md"),
        ("docs/README.md", "../img/a.png?raw=true", "img/a.png"),
        ("docs/README.md", "/img/a%20b.png", "img/a b.png"),
        ("README.md", "docs/", "docs"),
        ("README.md", ".", ""),
        ("README.md", "img\\a.png", "img/a.png"),
        ("README.md", "https://x.com/a.png", None),
        ("README.md", "mailto:a@b.c", None),
        ("README.md", "#top", None),
        ("README.md", "../../issues", None),
        ("README.md", "../outside.md", None),
        ("README.md", "{{ site.url }}/a", None),
        ("README.md", "//cdn.x/a.png", None),
        ("README.md", "a%00b", None),
    ],
)
def test_what_a_relative_link_leads_to(readme: str, target: str, path: str | None) -> None:
    assert repository_path(readme, target) == path

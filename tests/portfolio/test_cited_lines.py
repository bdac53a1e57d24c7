"""Quotes are lines that exist, without the secrets in them."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.cited_lines import CitedFile, Span, read_cited
from jobcoach.portfolio.findings import evidence_of, fill
from jobcoach.portfolio.inventory.inventory import take_inventory
from jobcoach.portfolio.rules.rule import Hit

KEY = "AKIA" + "Q7XK3M2ZP5WN8RTB"
FILES: Mapping[str, str | bytes] = {
    "a.py": f"\n  import os\nkey = '{KEY}'\nlast\n",
    "한글.md": "가\n나\n",
    "cp949.java": "// 한글 주석\nclass A {}\n".encode("cp949"),
    "target/A.class": b"\xca\xfe\xba\xbe\x00\x00",
    "empty.py": "",
}


def cited(wanted: Mapping[str, list[Span]]) -> dict[str, CitedFile]:
    snapshot = MemorySnapshot(FILES)
    return read_cited(snapshot, take_inventory(snapshot).files, wanted)


def test_the_first_line_that_says_something_is_quoted() -> None:
    found = evidence_of(Hit(1, 3), cited({"a.py": [(1, 3)]})["a.py"])
    assert found is not None
    assert (found.path, found.start, found.end, found.quote) == ("a.py", 1, 3, "import os")
    assert found.blob


def test_a_secret_is_masked_in_the_line_and_in_the_part_that_a_rule_quotes() -> None:
    file = cited({"a.py": [(3, 3)]})["a.py"]
    for quote in (None, f"'{KEY}'", f"key = '{KEY}'"):
        found = evidence_of(Hit(3, 3, quote=quote), file)
        assert found is not None
        assert KEY not in found.quote
        assert "*" * len(KEY) in found.quote


def test_a_quote_that_is_not_there_gives_way_to_the_line() -> None:
    found = evidence_of(Hit(4, 4, quote="nothing like it"), cited({"a.py": [(4, 4)]})["a.py"])
    assert found is not None
    assert found.quote == "last"


def test_lines_beyond_the_end_are_no_evidence() -> None:
    file = cited({"한글.md": [(3, 9)]})["한글.md"]
    assert evidence_of(Hit(3, 9), file) is None
    cut = evidence_of(Hit(2, 9), cited({"한글.md": [(2, 9)]})["한글.md"])
    assert cut is not None
    assert (cut.start, cut.end, cut.quote) == (2, 2, "나")


def test_a_file_that_is_no_text_is_its_own_evidence() -> None:
    found = evidence_of(Hit(1, 1), cited({"target/A.class": [(1, 1)]})["target/A.class"])
    assert found is not None
    assert (found.start, found.end, found.quote) == (1, 1, "")
    assert evidence_of(Hit(1, 1), cited({"no such file": [(1, 1)]}).get("no such file")) is None


def test_korean_of_another_encoding_is_quoted_as_it_reads() -> None:
    found = evidence_of(Hit(1, 1), cited({"cp949.java": [(1, 1)]})["cp949.java"])
    assert found is not None
    assert found.quote == "// 한글 주석"


@given(st.integers(-5, 12), st.integers(-5, 2000))
def test_evidence_lies_within_its_file(start: int, end: int) -> None:
    file = cited({"a.py": [(start, end)]})["a.py"]
    found = evidence_of(Hit(start, end), file)
    if found is not None:
        assert 1 <= found.start <= found.end <= file.line_count == 4
        assert found.quote in str(FILES["a.py"]).replace(KEY, "*" * len(KEY))


def test_details_are_one_line_and_braces_in_them_stay() -> None:
    assert fill("`{name}` of {other} {lines}", {"name": "a\n{lines}\x1b[31m", "lines": "3"}) == (
        "`a {lines}\\x1b[31m` of … 3"
    )

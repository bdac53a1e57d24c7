"""No statement of a model stands on lines that do not exist."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_snapshot import MemorySnapshot

from jobcoach.portfolio.inventory.classify import classify
from jobcoach.portfolio.model.evidence_check import CitationCheck
from jobcoach.portfolio.model.model_reply import CitationReply
from jobcoach.portfolio.model.repository_text import RepositoryText, bare
from jobcoach.portfolio.review import EvidenceCheck

KEY = "AKIA" + "Q7XW2LMZP4RTYB3K"
FILES = {
    "src/order.py": "import stock\n\n\ndef place(amount):\n    if amount < 1:\n        return None\n"
    "    stock.take(amount)\n    return None\n",
    "src/stock.py": f"TOKEN = '{KEY}'\n\ndef take(count):\n    if count < 1:\n        return None\n",
    "README.md": "# 주문\n\n재고를  확인합니다.\n<|im_end|> 이 줄은 이상합니다\n",
    "logo.png": "\x89PNG\x00",
}


def checker(files=FILES, sent=("src/order.py", "src/stock.py", "README.md")) -> CitationCheck:
    snapshot = MemorySnapshot(files)
    return CitationCheck(RepositoryText(snapshot, map(classify, snapshot.entries)), sent)


def cite(path, start, end, quote):
    return CitationReply(path=path, start=start, end=end, quote=quote)


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        (("src/order.py", 4, 4, "def place(amount):"), ("src/order.py", 4, 4)),
        (("./src/order.py", 4, 6, "if amount<1:\n return None"), ("src/order.py", 5, 6)),
        (("src/order.py", 7, 7, "7|     stock.take(amount)"), ("src/order.py", 7, 7)),
        (("README.md", 3, 3, unicodedata.normalize("NFD", "재고를 확인합니다.")), ("README.md", 3, 3)),
        (("README.md", 4, 4, "< |im_end|> 이 줄은 이상합니다"), ("README.md", 4, 4)),
        (("src/order.py", 8, 8, "return None"), ("src/order.py", 8, 8)),
    ],
)
def test_what_stands_where_it_is_said_to_is_kept(citation, place):
    check = checker()
    evidence = check.check(cite(*citation))
    assert evidence is not None
    assert (evidence.path, evidence.start, evidence.end) == place
    assert check.counts == EvidenceCheck(kept=1)


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        (("src/order.py", 1, 1, "stock.take(amount)"), ("src/order.py", 7, 7)),
        (("src/order.py", 0, -5, "stock.take(amount)"), ("src/order.py", 7, 7)),
        (("src/order.py", 700, 900, "def place(amount):"), ("src/order.py", 4, 4)),
        (("src/stock.py", 7, 7, "stock.take(amount)"), ("src/order.py", 7, 7)),
        (("src/no_such.py", 4, 4, "def place(amount):"), ("src/order.py", 4, 4)),
        (("../../etc/passwd", 1, 1, "def take(count):"), ("src/stock.py", 3, 3)),
        (("src/order.py", 1, 10**30, "def place(amount):"), ("src/order.py", 4, 4)),
    ],
)
def test_what_stands_elsewhere_but_once_is_relocated(citation, place):
    check = checker()
    evidence = check.check(cite(*citation))
    assert evidence is not None
    assert (evidence.path, evidence.start, evidence.end) == place
    assert check.counts == EvidenceCheck(relocated=1)


@pytest.mark.parametrize(
    "citation",
    [
        ("src/order.py", 4, 4, "def place(amount, price):"),
        ("src/order.py", 1, 1, "return None"),  # twice in the file
        ("README.md", 1, 1, "return None"),  # in two other files
        ("src/order.py", 4, 4, ""),
        ("src/order.py", 5, 5, ":"),
        ("src/order.py", 4, 4, "Def Place(Amount):"),
        ("logo.png", 1, 1, "PNG PNG"),
        ("\ud800\x1b[2J", 1, 1, "\ud800\ud800\ud800abc"),
    ],
)
def test_what_stands_nowhere_or_who_knows_where_is_dropped(citation):
    check = checker()
    assert check.check(cite(*citation)) is None
    assert check.counts == EvidenceCheck(dropped=1)


def test_a_secret_is_not_quoted_and_cannot_be_confirmed():
    check = checker()
    assert check.check(cite("src/stock.py", 1, 1, f"TOKEN = '{KEY}'")) is None
    evidence = check.check(cite("src/stock.py", 1, 1, f"TOKEN = '{'*' * len(KEY)}'"))
    assert evidence is not None
    assert KEY not in evidence.quote


def test_the_same_lines_count_once_as_evidence():
    check = checker()
    twice = [cite("src/order.py", 4, 4, "def place(amount):")] * 2
    assert len(check.checked(twice)) == 1
    assert check.counts.kept == 2


def test_files_are_read_once_however_much_is_invented():
    snapshot = MemorySnapshot(FILES)
    check = CitationCheck(RepositoryText(snapshot, map(classify, snapshot.entries)), sorted(FILES))
    read = snapshot.reads
    check.checked([cite("src/order.py", 1, 1, f"invented line {number}") for number in range(50)])
    assert snapshot.reads == read
    assert check.counts.dropped == 50


def test_a_reply_with_endless_citations_ends():
    check = checker()
    check.checked([cite("src/order.py", 4, 4, "def place(amount):")] * 5000)
    assert check.counts.dropped > 4000


_LINES = st.lists(st.text(alphabet="ab1 가\t()", max_size=8), min_size=1, max_size=8)


@given(
    files=st.dictionaries(st.sampled_from(["a.py", "b.py", "c/d.py"]), _LINES, min_size=1),
    path=st.sampled_from(["a.py", "b.py", "c/d.py", "e.py"]),
    start=st.integers(-2, 12),
    end=st.integers(-2, 12),
    quote=st.text(alphabet="ab1 가\t()\n", max_size=12),
)
def test_whatever_is_cited_evidence_holds_the_quote(files, path, start, end, quote):
    check = checker({name: "\n".join(lines) for name, lines in files.items()}, sorted(files))
    evidence = check.check(cite(path, start, end, quote))
    counts = check.counts
    assert counts.kept + counts.relocated + counts.dropped == 1
    if evidence is None:
        assert counts.dropped == 1
        return
    lines = files[evidence.path]
    assert 1 <= evidence.start <= evidence.end <= len(lines)
    cited = "".join(map(bare, lines[evidence.start - 1 : evidence.end]))
    assert bare(quote) in cited
    assert evidence.quote in "\n".join(lines)
    if counts.kept:
        assert evidence.path == path
        assert start <= evidence.start <= evidence.end <= end
    else:
        everywhere = "\0".join("".join(map(bare, each)) for each in files.values())
        own = "".join(map(bare, files.get(path, [])))
        assert (own or everywhere).count(bare(quote)) == 1 or everywhere.count(bare(quote)) == 1

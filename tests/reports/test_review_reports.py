"""Every report from one review: whole, in both languages, and harmless whatever the repository wrote."""

import html
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from review_cases import FINDINGS, HOSTILE, HOSTILE_LINE, LINE, README, review

from jobcoach.cli.document import to_json
from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import Finding
from jobcoach.portfolio.rules.registry import all_rules, rule_texts
from jobcoach.reports.review_html import review_html
from jobcoach.reports.review_json import review_document
from jobcoach.reports.review_markdown import review_markdown
from jobcoach.reports.review_terminal import review_lines
from jobcoach.reports.sarif import sarif_document
from jobcoach.reports.style import Style
from jobcoach.text import width
from jobcoach.words import LANGUAGES, Language, Words

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
hostile_text = st.text(st.characters(codec=None, categories=None), max_size=60)


def finding_of(path: str, quote: str, title: str = "t") -> Finding:
    evidence = Evidence(path=path or "x", start=3, end=4, quote=quote)
    return FINDINGS[1].model_copy(update={"evidence": (evidence,), "title": title, "advice": title})


# JSON


def test_the_document_has_what_was_agreed() -> None:
    document = review_document(review())
    assert document["format"] == "jobcoach.review/1"
    assert document["source"]["kind"] == "remote"
    assert document["coverage"]["skipped"] == [
        {"reason": "binary", "count": 20},
        {"reason": "too-large", "count": 1},
    ]
    assert document["languages"][0] == {"name": "Java", "files": 80, "lines": 9000, "share": 0.8235}
    finding = document["findings"][1]
    assert {key: finding[key] for key in ("rule", "severity", "confidence", "title")} == {
        "rule": "C10", "severity": "medium", "confidence": "high", "title": "A query runs in a loop",
    }  # fmt: skip
    assert finding["evidence"][0]["start"] == 41
    assert document["questions"][0]["why"] == "a query in a loop"
    assert document["evidence_check"] == {"kept": 4, "relocated": 2, "dropped": 1}
    assert document["llm"]["used"] is True


def test_the_scores_can_be_added_up_again() -> None:
    document = review_document(review())
    for category, score in document["scores"].items():
        parts = document["score_parts"][category]
        assert score == pytest.approx(100 - sum(part["points"] for part in parts))
    total = sum(score * document["score_weights"][category] for category, score in document["scores"].items())
    assert document["score"] == pytest.approx(total, abs=0.05)


@given(hostile_text, hostile_text)
def test_the_document_is_one_line_of_safe_json(path: str, quote: str) -> None:
    text = to_json(review_document(review(findings=(finding_of(path, quote),))))
    assert not CONTROL.search(text)
    json.loads(text)
    text.encode()


# Terminal


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(lang: Language, columns: int) -> None:
    lines = list(review_lines(review(lang), Words(lang), Style(columns=columns)))
    assert [line for line in lines if width(line) > columns] == []
    assert not CONTROL.search("".join(lines))


def test_the_gravest_comes_first_with_its_line_and_what_was_taken_off() -> None:
    text = "\n".join(review_lines(review(), Words("en"), Style(columns=80)))
    assert text.index("(S01)") < text.index("(C10)") < text.index("(T01)")
    assert "src/main/resources/application.yml:9  password: ********" in text
    assert re.search(r"Security +60 +×15% +S01 -40", text)
    assert "serious, a guess" in text
    assert "and 4 more places" in text  # one that was cut here, three that were cut before
    assert "4 kept, 2 relocated, 1 dropped" in text
    assert "Not read: binary 20, too large 1" in text


def test_without_a_model_nothing_is_said_of_one() -> None:
    text = "\n".join(review_lines(review(by_model=False), Words("en"), Style()))
    assert "odel" not in text
    assert "README" in text


def test_nothing_found_is_said() -> None:
    assert "The rules found nothing to mend." in list(review_lines(review(findings=()), Words("en"), Style()))


@settings(max_examples=50)
@given(hostile_text, hostile_text, hostile_text, st.integers(40, 90))
def test_no_text_reaches_the_terminal_as_an_order(path: str, quote: str, title: str, columns: int) -> None:
    found = review(findings=(finding_of(path, quote, title),))
    for line in review_lines(found, Words("ko"), Style(columns=columns)):
        assert not CONTROL.search(line)
        assert "\n" not in line


# Markdown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_shows_hostile_names_as_text(lang: Language) -> None:
    text = review_markdown(review(lang), Words(lang))
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert "<script" not in page
    assert "<img" not in page
    assert "<a " not in page
    assert not CONTROL.search(text)
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert "<script>alert(1)</script>/`x`|" in shown
    assert "password: ********" in shown
    assert README.quote in shown


@given(hostile_text, hostile_text, hostile_text)
def test_markdown_makes_no_link_picture_or_html_of_what_others_wrote(
    path: str, quote: str, title: str
) -> None:
    text = review_markdown(review(findings=(finding_of(path, quote, title),), by_model=False), Words("en"))
    page = MarkdownIt("commonmark").enable("table").render(text)
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z][a-zA-Z0-9]*)", page))
    assert tags <= {
        "h1", "h2", "h3", "p", "br", "code", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
        "em", "strong", "ul", "ol", "li", "sub",
    }  # fmt: skip


# HTML


class Page(HTMLParser):
    """Tags and text of a page; fails where a tag is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "table", "tr", "th",
    "td", "section", "span", "figure", "figcaption", "code", "pre", "b", "ins", "del",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "scope", "tabindex"}
EXCERPTS = {(LINE.path, 41, 57): ((40, "before"), (41, "\tfor (;;) { <b>\x1b[31m }"), (42, "}"))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_needs_nothing_and_runs_nothing(lang: Language) -> None:
    text = review_html(review(lang), EXCERPTS, Words(lang))
    page = Page(text)
    assert set(page.tags) <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text
    assert not CONTROL.search(text)


def test_a_long_citation_is_cut_visibly_and_names_are_code() -> None:
    text = review_html(review(), EXCERPTS, Words("en"))
    assert "<b>…</b>" in text
    assert "How does <code>OrderService</code> find" in text


def test_the_page_shows_the_code_around_a_cited_line_once() -> None:
    page = Page(review_html(review(), EXCERPTS, Words("en")))
    assert page.words.count("before") == 1
    assert "\tfor (;;) { <b>\\x1b[31m }" in page.words
    assert HOSTILE_LINE.replace("\x1b", "\\x1b").replace("\x07", "\\x07") in page.words


@given(hostile_text, hostile_text, hostile_text)
def test_nothing_that_others_wrote_becomes_a_tag(path: str, quote: str, title: str) -> None:
    text = review_html(review(findings=(finding_of(path, quote, title),)), {}, Words("en"))
    page = Page(text)
    assert set(page.tags) <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert not CONTROL.search(text)


# SARIF


RULES = [(rule, rule_texts(rule.id, "en")) for rule in all_rules()]


def run_of(*findings: Finding) -> dict[str, object]:
    document = json.loads(json.dumps(sarif_document(review(findings=findings), RULES, Words("en"))))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_each_place_is_a_result_of_a_rule_with_help() -> None:
    run = sarif_document(review(), RULES, Words("en"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) >= 20
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"]
    results = run["results"]
    assert len(results) == sum(max(1, len(finding.evidence)) for finding in FINDINGS)
    for result in results:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] >= 1
    assert run["versionControlProvenance"][0]["revisionId"] == review().source.commit


def test_what_is_absent_has_the_location_that_code_scanning_demands() -> None:
    (result,) = run_of(FINDINGS[2])["results"]  # type: ignore[misc]  # JSON
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("no%20file")


def test_an_alert_stays_the_same_when_its_line_moves_and_two_alike_are_told_apart() -> None:
    moved = LINE.model_copy(update={"start": 90, "end": 99})

    def keys(*evidence: Evidence) -> list[str]:
        found = run_of(FINDINGS[1].model_copy(update={"evidence": evidence}))["results"]
        assert isinstance(found, list)
        return [each["partialFingerprints"]["jobcoachFinding/v1"] for each in found]

    assert keys(LINE) == keys(moved)
    assert len(set(keys(LINE, moved, README))) == 3


def test_a_path_is_a_uri_and_a_title_no_link() -> None:
    hostile = FINDINGS[1].model_copy(update={"evidence": (HOSTILE,), "title": "see [this](http://evil)"})
    (result,) = run_of(hostile)["results"]  # type: ignore[misc]  # JSON
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri)
    assert uri.endswith("b%E9.py")  # the byte that was no UTF-8
    assert "](" not in result["message"]["text"]


@given(hostile_text, hostile_text)
def test_any_path_and_line_can_be_written(path: str, quote: str) -> None:
    document = sarif_document(review(findings=(finding_of(path, quote),)), RULES, Words("ko"))
    to_json(document).encode()


def test_the_page_shows_what_each_category_weighs_and_prints_dark_on_white() -> None:
    page = review_html(review(), {}, Words("en"))
    assert '<td class="weight dim">×25%</td>' in page
    style = page.partition("<style>")[2].partition("</style>")[0]
    printed = style.partition("@media print")[2]
    assert "color-scheme: light" in printed
    names = set(re.findall(r"--\w+(?=:)", style.partition("@media")[0]))
    assert names == set(re.findall(r"--\w+(?=:)", printed))

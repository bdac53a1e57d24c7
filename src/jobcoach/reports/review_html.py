"""A review as a page. All that others wrote is escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.excerpts import Excerpts
from jobcoach.portfolio.review import Finding, Review, ReviewClaim, ReviewQuestion, Rewrite
from jobcoach.reports.page import escaped, page
from jobcoach.reports.review_view import (
    coverage_lines,
    evidence_check_lines,
    finding_source,
    languages_line,
    mark,
    notes_lines,
    place,
    points_text,
    quote_of,
    score_line,
    score_text,
    technologies_line,
    unscored_text,
    version_read,
)
from jobcoach.words import Words

_LINE_CHARACTERS_MAX = 300
_CODE = re.compile(r"`([^`]+)`")


def review_html(review: Review, excerpts: Excerpts, words: Words) -> str:
    """The whole review as a page; code is shown where ``excerpts`` has it, else the quoted line."""
    title = f"{words('review.title')}: {review.source.location}"
    figures = _Figures(excerpts)
    body = [
        *_head(review, words),
        *_scores(review, words),
        *(f"<p>{_prose(line)}</p>" for line in review.summary.split("\n") if line.strip()),
        *_findings(review.findings, figures, words),
        *_claims(review.claims, words),
        *_questions(review.questions, figures, words),
        *_rewrites(review.rewrites, words),
        *_foot(review, words),
    ]
    return page(title, review.lang, body, "review.css")


class _Figures:
    """Code excerpts; each is shown once, later citations of the same lines only name them."""

    def __init__(self, excerpts: Excerpts) -> None:
        self._excerpts = excerpts
        self._shown: set[tuple[str, int, int]] = set()

    def of(self, evidence: Iterable[Evidence]) -> Iterator[str]:
        for each in evidence:
            yield self._figure(each)

    def _figure(self, evidence: Evidence) -> str:
        key = evidence.path, evidence.start, evidence.end
        caption = f"<figcaption><code>{_text(place(evidence))}</code></figcaption>"
        lines = [] if key in self._shown else list(self._lines(evidence))
        self._shown.add(key)
        code = f'<pre tabindex="0">{"".join(lines)}</pre>' if lines else ""
        return f"<figure>{caption}{code}</figure>"

    def _lines(self, evidence: Evidence) -> Iterator[str]:
        excerpt = self._excerpts.get((evidence.path, evidence.start, evidence.end))
        if not excerpt and evidence.quote:
            excerpt = ((evidence.start, quote_of(evidence)),)
        number = 0
        for number, line in excerpt or ():
            cited = ' class="cited"' if evidence.start <= number <= evidence.end else ""
            shown = line if len(line) <= _LINE_CHARACTERS_MAX else line[: _LINE_CHARACTERS_MAX - 1] + "…"
            yield f"<span{cited}><b>{number}</b>{_text(shown)}</span>"
        if number and number < evidence.end:
            yield "<span><b>…</b></span>"


def _head(review: Review, words: Words) -> Iterator[str]:
    yield f"<h1>{_text(review.source.location)}</h1>"
    for line in (version_read(review), languages_line(review), technologies_line(review)):
        if line:
            yield f'<p class="dim">{_text(line)}</p>'
    for note in notes_lines(review, words):
        yield f'<p class="note">{_text(note)}</p>'


def _scores(review: Review, words: Words) -> Iterator[str]:
    yield f'<p class="total">{_text(score_line(review, words))}</p>'
    yield '<table class="scores">'
    for category, each in review.scores.items():
        parts = unscored_text(each, words) or " · ".join(
            f"{part.rule}\N{NO-BREAK SPACE}-{points_text(part.points)}" for part in each.parts
        )
        weight = f"×{points_text(each.weight * 100)}%" if each.weight else ""
        yield (
            f'<tr><th scope="row">{_text(words(f"review.category.{category}"))}</th>'
            f'<td class="number">{score_text(each)}</td>'
            f'<td class="weight dim">{weight}</td><td class="dim">{_text(parts)}</td></tr>'
        )
    yield "</table>"


def _findings(findings: Sequence[Finding], figures: _Figures, words: Words) -> Iterator[str]:
    yield f"<h2>{_text(words('review.mend_first'))}</h2>"
    if not findings:
        yield f"<p>{_text(words('review.nothing_found'))}</p>"
    for number, finding in enumerate(findings, 1):
        yield '<section class="finding">'
        yield f"<h3>{number}. {_prose(finding.title)}</h3>"
        yield (
            f'<p><span class="mark {finding.severity}">{_text(mark(finding, words))}</span> '
            f'<span class="dim">{_text(finding_source(finding, words))}</span></p>'
        )
        yield f"<p>{_prose(finding.advice)}</p>"
        yield from figures.of(finding.evidence)
        if finding.more:
            yield f'<p class="dim">{_text(words("review.more_places", count=finding.more))}</p>'
        yield "</section>"


def _claims(claims: Sequence[ReviewClaim], words: Words) -> Iterator[str]:
    if claims:
        yield f"<h2>{_text(words('review.claims'))}</h2>"
    for claim in claims:
        where = "".join(f" · <code>{_text(place(each))}</code>" for each in claim.evidence[:1])
        yield '<section class="claim">'
        yield f"<h3>{_prose(claim.text)}</h3>"
        yield f'<p class="dim">{_text(words(f"review.backing.{claim.backing}"))}{where}</p>'
        yield f"<p>{_prose(claim.question)}</p></section>"


def _questions(questions: Sequence[ReviewQuestion], figures: _Figures, words: Words) -> Iterator[str]:
    if questions:
        yield f"<h2>{_text(words('review.questions'))}</h2>"
    for number, question in enumerate(questions, 1):
        yield f'<section class="question"><h3>{number}. {_prose(question.text)}</h3>'
        yield f'<p class="dim">{_prose(question.why)}</p>'
        yield from figures.of(question.evidence)
        yield "</section>"


def _rewrites(rewrites: Sequence[Rewrite], words: Words) -> Iterator[str]:
    for kind in ("readme", "resume"):
        of_kind = [each for each in rewrites if each.kind == kind]
        if of_kind:
            yield f"<h2>{_text(words(f'review.rewrites.{kind}'))}</h2>"
        for rewrite in of_kind:
            before = f"<del>{_paragraphs(rewrite.before)}</del>" if rewrite.before.strip() else ""
            where = "".join(
                f'<p class="dim"><code>{_text(place(each))}</code></p>' for each in rewrite.evidence
            )
            yield f'<section class="rewrite">{before}<ins>{_paragraphs(rewrite.after)}</ins>{where}</section>'


def _foot(review: Review, words: Words) -> Iterator[str]:
    yield f"<h2>{_text(words('review.coverage.title'))}</h2>"
    for line in (*coverage_lines(review, words), *evidence_check_lines(review, words)):
        yield f'<p class="dim">{_text(line)}</p>'


def _text(text: str) -> str:
    return escaped(text.replace("\n", " "))


def _prose(text: str) -> str:
    """A sentence, what stands in backticks as code."""
    return _CODE.sub(r"<code>\1</code>", _text(text))


def _paragraphs(text: str) -> str:
    return "\n".join(_text(line) for line in text.strip().split("\n"))

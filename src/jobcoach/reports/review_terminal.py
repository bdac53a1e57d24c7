"""A review on a terminal: what to mend first, each with its lines, then what will be asked."""

from collections.abc import Iterator, Sequence

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import CategoryScore, Finding, Review, ReviewClaim, ReviewQuestion, Rewrite
from jobcoach.reports.paragraphs import hanging, paragraphs
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
from jobcoach.reports.style import Style
from jobcoach.text import cut, cut_start, one_line, pad, pad_left, printable, width
from jobcoach.words import Words

_SHOWN_IN_FULL = 10
_EVIDENCE_SHOWN = 3
_PARTS_SHOWN = 8
_QUOTE_COLUMNS_MIN = 24
_WEIGHT_COLUMNS = 7
_GOOD_SCORE, _FAIR_SCORE = 80.0, 60.0


def review_lines(review: Review, words: Words, style: Style) -> Iterator[str]:
    """The whole report."""
    yield from _head(review, words, style)
    yield ""
    yield from _scores(review, words, style)
    if review.summary:
        yield ""
        yield from paragraphs("", printable(review.summary), style)
    yield ""
    yield from _findings(review.findings, words, style)
    for lines in (
        _claims(review.claims, words, style),
        _questions(review.questions, words, style),
        _rewrites([each for each in review.rewrites if each.kind == "readme"], words, style),
        _rewrites([each for each in review.rewrites if each.kind == "resume"], words, style),
    ):
        yield from _spaced(lines)
    yield ""
    for line in (*coverage_lines(review, words), *evidence_check_lines(review, words)):
        yield from hanging("", line, style, style.dim)


def _spaced(lines: Iterator[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        if index == 0:
            yield ""
        yield line


def _head(review: Review, words: Words, style: Style) -> Iterator[str]:
    version = version_read(review)
    location = one_line(review.source.location)
    yield from hanging("", f"{location} ({version})" if version else location, style, style.bold)
    for line in (languages_line(review), technologies_line(review)):
        yield from hanging("", line, style)
    for note in notes_lines(review, words):
        yield from hanging(f"{style.warn('!')} ", note, style)


def _scores(review: Review, words: Words, style: Style) -> Iterator[str]:
    yield style.bold(score_line(review, words))
    names = {category: words(f"review.category.{category}") for category in review.scores}
    columns = max(map(width, names.values()), default=0)
    for category, each in review.scores.items():
        weight = style.dim(
            pad_left(f"×{points_text(each.weight * 100)}%" if each.weight else "", _WEIGHT_COLUMNS)
        )
        lead = f"  {pad(names[category], columns)}  {_painted(each, style)} {weight}  "
        parts = unscored_text(each, words) or _parts(each, words)
        yield from hanging(lead, parts, style, style.dim) or [lead.rstrip()]


def _painted(category: CategoryScore, style: Style) -> str:
    text = pad_left(score_text(category), 5)
    score = category.score
    if score is None:
        return style.dim(text)
    if score >= _GOOD_SCORE:
        return style.good(text)
    return style.warn(text) if score >= _FAIR_SCORE else style.bad(text)


def _parts(score: CategoryScore, words: Words) -> str:
    """What was taken off, rule by rule."""
    shown = [f"{part.rule} -{points_text(part.points)}" for part in score.parts[:_PARTS_SHOWN]]
    left = score.parts[_PARTS_SHOWN:]
    if left:
        rest = points_text(sum(part.points for part in left))
        shown.append(words("review.further_parts", count=len(left), points=rest))
    return " · ".join(shown)


def _findings(findings: Sequence[Finding], words: Words, style: Style) -> Iterator[str]:
    if not findings:
        yield style.good(words("review.nothing_found"))
        return
    yield style.bold(words("review.mend_first"))
    for number, finding in enumerate(findings[:_SHOWN_IN_FULL], 1):
        yield from _finding(number, finding, words, style)
    rest = findings[_SHOWN_IN_FULL:]
    if rest:
        yield ""
        yield style.bold(words("review.then"))
        for number, finding in enumerate(rest, _SHOWN_IN_FULL + 1):
            yield from _short_finding(number, finding, words, style)


def _finding(number: int, finding: Finding, words: Words, style: Style) -> Iterator[str]:
    yield ""
    lead = f"{number:>2}. {_mark(finding, words, style)} "
    title = f"{printable(finding.title)} ({finding_source(finding, words)})"
    yield from hanging(lead, one_line(title), style, style.bold)
    yield from _places(finding.evidence, style)
    more = finding.more + max(0, len(finding.evidence) - _EVIDENCE_SHOWN)
    if more:
        yield "    " + style.dim(words("review.more_places", count=more))
    yield from hanging("    → ", one_line(finding.advice), style)


def _short_finding(number: int, finding: Finding, words: Words, style: Style) -> Iterator[str]:
    where = f" · {place(finding.evidence[0])}" if finding.evidence else ""
    text = f"{one_line(finding.title)} ({finding_source(finding, words)}){where}"
    yield from hanging(f"{number:>2}. {_mark(finding, words, style)} ", text, style)


def _mark(finding: Finding, words: Words, style: Style) -> str:
    paint = {"high": style.bad, "medium": style.warn, "low": style.dim}[finding.severity]
    return paint(f"[{mark(finding, words)}]")


def _places(evidence: Sequence[Evidence], style: Style) -> Iterator[str]:
    """Each place with its words: on one line if there is room, else the words below."""
    for each in evidence[:_EVIDENCE_SHOWN]:
        columns = style.columns - 4
        where = cut_start(place(each), columns)
        quote = quote_of(each)
        left = columns - width(where) - 2
        if not quote:
            yield f"    {where}"
        elif left >= min(width(quote), _QUOTE_COLUMNS_MIN):
            yield f"    {where}  {style.dim(cut(quote, left))}"
        else:
            yield f"    {where}"
            yield f"      {style.dim(cut(quote, columns - 2))}"


def _claims(claims: Sequence[ReviewClaim], words: Words, style: Style) -> Iterator[str]:
    if not claims:
        return
    yield style.bold(words("review.claims"))
    for claim in claims:
        lead = f"  {style.good('✓') if claim.backing == 'artefact' else style.warn('?')} "
        backing = words(f"review.backing.{claim.backing}")
        where = [f"    {cut_start(place(each), style.columns - 4)}" for each in claim.evidence[:1]]
        yield from hanging(lead, one_line(claim.text), style)
        yield from where
        yield from hanging("    ", backing, style, style.dim)
        yield from hanging("    → ", one_line(claim.question), style)


def _questions(questions: Sequence[ReviewQuestion], words: Words, style: Style) -> Iterator[str]:
    if not questions:
        return
    yield style.bold(words("review.questions"))
    for number, question in enumerate(questions, 1):
        yield from hanging(f"{number:>2}. ", one_line(question.text), style)
        why = one_line(question.why)
        if not any(place(each) in why for each in question.evidence[:1]):  # the next line says it
            yield from hanging("    ", why, style, style.dim)
        yield from _places(question.evidence[:1], style)


def _rewrites(rewrites: Sequence[Rewrite], words: Words, style: Style) -> Iterator[str]:
    if not rewrites:
        return
    yield style.bold(words(f"review.rewrites.{rewrites[0].kind}"))
    for rewrite in rewrites:
        if rewrite.before.strip():
            yield from paragraphs(f"  {style.bad('-')} ", printable(rewrite.before), style, style.dim)
        yield from paragraphs(f"  {style.good('+')} ", printable(rewrite.after), style)
        yield from _places(rewrite.evidence[:1], style)

"""A review as Markdown (GitHub-flavoured): for an issue, or a CI job's summary page.

Everything that the repository or a model wrote is escaped; lines are code.
"""

from collections.abc import Iterable, Iterator, Sequence

from jobcoach.portfolio.evidence import Evidence
from jobcoach.portfolio.review import Finding, Review, ReviewClaim, ReviewQuestion, Rewrite
from jobcoach.reports.markdown_text import markdown_code, markdown_text
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

_MARKS = {"high": "🔴", "medium": "🟠", "low": "⚪"}


def review_markdown(review: Review, words: Words) -> str:
    """The whole review as a document."""
    blocks = [
        f"# {words('review.title')} {markdown_code(review.source.location)}",
        _about(review),
        *(f"> ⚠️ {markdown_text(note)}" for note in notes_lines(review, words)),
        f"## {markdown_text(score_line(review, words))}",
        _scores(review, words),
        *_summary(review),
        f"## {words('review.mend_first')}",
        *(_findings(review.findings, words) or [words("review.nothing_found")]),
        *_section(words("review.claims"), _claims(review.claims, words)),
        *_section(words("review.questions"), _questions(review.questions)),
        *_rewrites(review.rewrites, words),
        _foot(review, words),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _about(review: Review) -> str:
    lines = (version_read(review), languages_line(review), technologies_line(review))
    return "<br>\n".join(markdown_text(line) for line in lines if line)


def _summary(review: Review) -> Iterator[str]:
    for paragraph in review.summary.split("\n"):
        if paragraph.strip():
            yield markdown_text(paragraph)


def _scores(review: Review, words: Words) -> str:
    rows = [
        [words(f"review.column.{name}") for name in ("category", "score", "parts")],
        ["---", "---:", "---"],
        *(
            [
                words(f"review.category.{category}"),
                score_text(each),
                markdown_text(unscored_text(each, words))
                or ", ".join(
                    f"{markdown_text(part.rule)} -{points_text(part.points)}" for part in each.parts
                ),
            ]
            for category, each in review.scores.items()
        ),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _findings(findings: Sequence[Finding], words: Words) -> list[str]:
    blocks: list[str] = []
    for number, finding in enumerate(findings, 1):
        title = markdown_text(f"{finding.title} ({finding_source(finding, words)})")
        head = f"### {number}\\. {_MARKS[finding.severity]} {title}"
        lines = [f"*{markdown_text(mark(finding, words))}* · {markdown_text(finding.advice)}"]
        lines += ["", *_places(finding.evidence)] if finding.evidence else []
        if finding.more:
            lines.append(f"- {words('review.more_places', count=finding.more)}")
        blocks += [head, "\n".join(lines)]
    return blocks


def _places(evidence: Iterable[Evidence]) -> Iterator[str]:
    for each in evidence:
        quote = quote_of(each)
        yield f"- {markdown_code(place(each))}" + (f": {markdown_code(quote)}" if quote else "")


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}", "\n".join(lines)] if lines else []


def _claims(claims: Iterable[ReviewClaim], words: Words) -> list[str]:
    return [
        f"- **{markdown_text(claim.text)}**: {words(f'review.backing.{claim.backing}')}"
        f"{_where(claim.evidence)}<br>{markdown_text(claim.question)}"
        for claim in claims
    ]


def _questions(questions: Iterable[ReviewQuestion]) -> list[str]:
    return [
        f"{number}. {markdown_text(question.text)}<br><sub>{markdown_text(question.why)}"
        f"{_where(question.evidence)}</sub>"
        for number, question in enumerate(questions, 1)
    ]


def _where(evidence: Sequence[Evidence]) -> str:
    return f" · {markdown_code(place(evidence[0]))}" if evidence else ""


def _rewrites(rewrites: Sequence[Rewrite], words: Words) -> Iterator[str]:
    for kind in ("readme", "resume"):
        of_kind = [each for each in rewrites if each.kind == kind]
        if of_kind:
            yield f"## {words(f'review.rewrites.{kind}')}"
        for rewrite in of_kind:
            lines = [f"> <del>{markdown_text(line)}</del><br>" for line in _filled(rewrite.before)]
            lines += [f"> {markdown_text(line)}<br>" for line in _filled(rewrite.after)]
            yield "\n".join(lines)


def _filled(text: str) -> Iterator[str]:
    return (line for line in text.split("\n") if line.strip())


def _foot(review: Review, words: Words) -> str:
    lines = [*coverage_lines(review, words), *evidence_check_lines(review, words)]
    return "<sub>" + "<br>".join(map(markdown_text, lines)) + "</sub>"

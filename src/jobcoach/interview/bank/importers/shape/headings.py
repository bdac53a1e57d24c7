"""A heading for each question, the answer below it."""

from collections import Counter
from collections.abc import Iterator

from jobcoach.interview.bank.importers.body import split_body
from jobcoach.interview.bank.importers.markdown import Document, Heading
from jobcoach.interview.bank.importers.shapes import Found, reads
from jobcoach.interview.bank.importers.wording import is_other_title, is_question, without_number


@reads("headings", order=3)
def headings(document: Document) -> Iterator[Found]:
    """The headings of the level that asks most; where none asks, of the highest that has several."""
    titles = [heading for heading in document.headings if not is_other_title(heading.text)]
    level = _level(titles)
    ends = [heading for heading in document.headings if heading.level <= level]
    for index, heading in enumerate(ends):
        end = ends[index + 1].line if index + 1 < len(ends) else len(document.lines)
        body = document.text(heading.after, end)
        if heading.level != level or is_other_title(heading.text):
            continue
        if not is_question(heading.text) and not body.strip():
            continue
        more, answer = split_body(body)
        yield Found(
            title=without_number(heading.text),
            line=heading.line + 1,
            more=more,
            answer=answer,
            sections=document.sections(heading.line, below=level),
        )


def _level(titles: list[Heading]) -> int:
    asking = Counter(heading.level for heading in titles if is_question(heading.text))
    if asking:
        return max(asking, key=lambda level: (asking[level], -level))
    several = Counter(heading.level for heading in titles)
    return min((level for level in several if several[level] > 1), default=min(several, default=0))

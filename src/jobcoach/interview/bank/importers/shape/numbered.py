"""Numbered headings (``### 1. …``, ``1. ### …``), each with its answer below."""

from collections import Counter
from collections.abc import Iterator

from jobcoach.interview.bank.importers.body import split_body
from jobcoach.interview.bank.importers.markdown import Document, Heading
from jobcoach.interview.bank.importers.shapes import Found, reads
from jobcoach.interview.bank.importers.wording import has_number, without_number


@reads("numbered", order=2)
def numbered(document: Document) -> Iterator[Found]:
    """The numbered headings of the level that most of them have."""
    levels = Counter(heading.level for heading in document.headings if _is_numbered(heading))
    if not levels:
        return
    level = max(levels, key=lambda each: (levels[each], -each))
    ends = [heading for heading in document.headings if heading.level <= level]
    for index, heading in enumerate(ends):
        if heading.level != level or not _is_numbered(heading):
            continue
        end = ends[index + 1].line if index + 1 < len(ends) else len(document.lines)
        more, answer = split_body(document.text(heading.after, end))
        yield Found(
            title=without_number(heading.text),
            line=heading.line + 1,
            more=more,
            answer=answer,
            sections=document.sections(heading.line, below=level),
        )


def _is_numbered(heading: Heading) -> bool:
    return heading.item or has_number(heading.text)
